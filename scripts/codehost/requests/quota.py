"""The number of open requests that one account may have, so that nobody keeps the maintainers from the others."""

from urllib.parse import quote

from codehost.desk import Desk
from codehost.requests.request import Request

MOST = 20


def open_requests(desk: Desk, request: Request) -> int:
    """Return how many requests the applicant has open where this one is beyond the first `MOST`, else 0."""
    if not request.author:
        return 0  # the account was deleted
    found = desk.api.pages(f"issues?state=open&creator={quote(request.author)}")
    issues = (Request.from_api(item, desk.reference) for item in found)
    numbers = {each.number for each in issues if each.wanted and each.author == request.author} | {request.number}
    earlier = sum(number < request.number for number in numbers)
    return len(numbers) if earlier >= MOST else 0

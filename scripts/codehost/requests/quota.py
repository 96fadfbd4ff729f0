"""The quota of open requests of one account, so that one applicant cannot block the others."""

from urllib.parse import quote

from codehost.desk import Desk
from codehost.requests.request import Request

MOST = 20


def open_requests(desk: Desk, request: Request) -> int:
    """Return the number of open requests of the applicant if this one exceeds the quota, else 0."""
    if not request.author:
        return 0  # the account was deleted
    found = desk.api.pages(f"issues?state=open&creator={quote(request.author)}")
    issues = (Request.from_api(item, desk.reference) for item in found)
    numbers = {each.number for each in issues if each.wanted and each.author == request.author} | {request.number}
    earlier = sum(number < request.number for number in numbers)
    return len(numbers) if earlier >= MOST else 0

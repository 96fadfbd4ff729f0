"""A request for a listing: an issue made with the form, read in its present state."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self
from urllib.parse import quote

from codehost.client.api import Api
from codehost.desk import Desk
from registry.reference import Reference
from registry.requests.intake import has_form

LABEL = "signatory"
"""The label that the form sets; .github/workflows/intake.yml reacts to it."""
FORM = "signatory.yml"
"""The file name of the form in .github/ISSUE_TEMPLATE/."""
_CORRECTION = "correction"
"""The label that the correction form sets."""
PREFIX = "intake/"
"""The prefix of branches of requests."""
MOST = 20
"""Open requests of one account, so that one applicant cannot block the others."""


@dataclass(frozen=True, slots=True)
class Request:
    """An issue; `body` and `author` are untrusted. `known`: it is a request, open or closed. `wanted`: an open one."""

    number: int
    body: str
    author: str
    labels: frozenset[str]
    known: bool
    wanted: bool

    @classmethod
    def read(cls, api: Api, number: int, reference: Reference) -> Self:
        """Read an issue by its number; ApiError if the code host refuses."""
        if issue := api.found(f"issues/{number}"):
            return cls.from_api(issue, reference)
        return cls(number, "", "", frozenset(), known=False, wanted=False)

    @classmethod
    def from_api(cls, issue: Mapping[str, Any], reference: Reference) -> Self:
        """Read an issue from an answer of the API."""
        labels = frozenset(str(label["name"]) for label in issue["labels"])
        body = (issue["body"] or "").replace("\r\n", "\n").replace("\r", "\n")
        known = "pull_request" not in issue and (LABEL in labels or has_form(body, reference))
        wanted = known and issue["state"] == "open"
        return cls(int(issue["number"]), body, (issue["user"] or {}).get("login", ""), labels, known, wanted)

    @property
    def branch(self) -> str:
        """The branch of the request."""
        return f"{PREFIX}{self.number}"


def open_requests(desk: Desk, request: Request) -> int:
    """Return the number of open requests of the applicant if this one exceeds the quota, else 0."""
    if not request.author:
        return 0  # the account was deleted
    found = desk.api.pages(f"issues?state=open&creator={quote(request.author)}")
    issues = (Request.from_api(item, desk.reference) for item in found)
    numbers = {each.number for each in issues if each.wanted and each.author == request.author} | {request.number}
    earlier = sum(number < request.number for number in numbers)
    return len(numbers) if earlier >= MOST else 0


def is_correction(api: Api, number: int) -> bool:
    """Return whether a number is that of an open issue made with the correction form."""
    issue = api.found(f"issues/{number}")
    return bool(issue) and issue["state"] == "open" and _CORRECTION in {label["name"] for label in issue["labels"]}

"""A request for a listing: an issue made with the form, read in its present state."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

from codehost.client.api import Api
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


@dataclass(frozen=True, slots=True)
class Request:
    """An issue. `body` and `author` are untrusted.

    `known`: it exists and is a request, open or closed. `wanted`: it is also open.
    """

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


def is_correction(api: Api, number: int) -> bool:
    """Return whether a number is that of an open issue made with the correction form."""
    issue = api.found(f"issues/{number}")
    return bool(issue) and issue["state"] == "open" and _CORRECTION in {label["name"] for label in issue["labels"]}


def requested_number(event: Mapping[str, Any]) -> int:
    """Return the number of the request that an event is about; KeyError or ValueError for any other event.

    Nothing else of the event `issues` is read: it may be outdated if the run is repeated.
    """
    if "issue" in event:
        return int(event["issue"]["number"])
    return int(str(event["inputs"]["number"]).strip().removeprefix("#"))

"""A request for a listing: an issue made with the form."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

LABEL = "signatory"
"""The label that the form puts on an issue; .github/workflows/intake.yml listens for it."""


@dataclass(frozen=True, slots=True)
class Request:
    """An issue. `body` is a stranger's; `wanted` is False for one that is closed or does not bear the label."""

    number: int
    body: str
    wanted: bool

    @classmethod
    def from_event(cls, event: Mapping[str, Any]) -> Self:
        """Read the event `issues` as GitHub's webhooks document it; KeyError for any other."""
        issue = event["issue"]
        labelled = any(label["name"] == LABEL for label in issue["labels"])
        body = (issue["body"] or "").replace("\r\n", "\n").replace("\r", "\n")
        return cls(int(issue["number"]), body, issue["state"] == "open" and labelled)

    @property
    def branch(self) -> str:
        """The branch that answers the request."""
        return f"intake/{self.number}"

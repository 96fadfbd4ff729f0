"""The handling of failed answers: a comment for the applicant, a label and a failing run for the maintainers."""

from collections.abc import Callable
from pathlib import Path
from traceback import extract_tb

from codehost.client.api import Api
from codehost.client.failures import HostError
from codehost.client.sticky_comments import Note, put_comment
from codehost.desk import Desk
from codehost.requests.request import Request
from codehost.texts import render
from codehost.words import words
from source.problems import SourceError

LABEL = "needs-maintainer"
MARKER = "intake"
"""The marker of the comment that answers a request."""
_COLOUR = "b60205"


def apologise(desk: Desk, number: int, error: Exception, *, tell: bool, label: bool) -> str:
    """Notify the applicant if `tell`, label the request if `label`; return the cause in one line, for maintainers."""
    said = [f"#{number}: {_reason(desk, error)}"]
    if tell:
        said += _tried(
            "the applicant could not be notified",
            lambda: put_comment(desk.api, number, Note(MARKER, render(desk.layout, "intake-delayed.md"), "delayed")),
        )
    if label:
        said += _tried(f"the label {LABEL} could not be set", lambda: _label(desk, number))
    return "; ".join(said)


def settle(api: Api, request: Request) -> None:
    """Remove the label that an earlier, failed run has set."""
    if LABEL in request.labels:
        api.found(f"issues/{request.number}/labels/{LABEL}", "DELETE")


def _label(desk: Desk, number: int) -> None:
    payload = {"name": LABEL, "color": _COLOUR, "description": words(desk.layout).line("run.label")}
    desk.api.create("labels", payload, lambda: desk.api.found(f"labels/{LABEL}"))
    desk.api.create(f"issues/{number}/labels", {"labels": [LABEL]}, lambda: None)


def _tried(failed: str, step: Callable[[], None]) -> list[str]:
    """Run a step; return a message if it fails."""
    try:
        step()
    except (HostError, SourceError) as error:  # the words may be unreadable, too
        return [f"{failed}: {' '.join(str(error).split())}"]
    return []


def _reason(desk: Desk, error: Exception) -> str:
    """Return the cause: the message of the code host or the registry, else the place in the code."""
    if isinstance(error, HostError | SourceError):
        return " ".join(desk.reason(error).split())
    place = extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__} in {Path(place.filename).name}:{place.lineno}"

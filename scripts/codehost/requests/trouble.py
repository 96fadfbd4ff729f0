"""The handling of failed answers: a comment for the applicant, a label and a failing run for the maintainers."""

from collections.abc import Callable
from http import HTTPStatus
from pathlib import Path
from traceback import extract_tb
from typing import Any

from codehost.client.api import Api
from codehost.client.refusal import ApiError
from codehost.client.retries import HostError
from codehost.client.sticky_comments import Note, put_comment
from codehost.desk import Desk
from codehost.requests.request import Request
from codehost.texts import render
from codehost.words import words
from source.problems.problem import SourceError

LABEL = "needs-maintainer"
MARKER = "intake"
"""The marker of the comment that answers a request."""
_COLOUR = "b60205"


def apologise(desk: Desk, number: int, error: Exception, *, tell: bool, label: bool) -> str:
    """Notify the applicant if `tell`, label the request if `label`; return the cause in one line, for maintainers."""
    said = [f"#{number}: {_reason(desk, error)}"]
    if tell:
        said += _tried("the applicant could not be notified", lambda: _tell(desk, number))
    if label:
        said += _tried(f"the label {LABEL} could not be set", lambda: _label(desk, number))
    return "; ".join(said)


def settle(api: Api, request: Request) -> None:
    """Remove the label that an earlier, failed run has set."""
    if LABEL not in request.labels:
        return
    try:
        api.call("DELETE", f"issues/{request.number}/labels/{LABEL}")
    except ApiError as error:
        if error.status != HTTPStatus.NOT_FOUND:
            raise


def _tell(desk: Desk, number: int) -> None:
    put_comment(desk.api, number, Note(MARKER, render(desk.layout, "intake-delayed.md"), "delayed"))


def _label(desk: Desk, number: int) -> None:
    payload = {"name": LABEL, "color": _COLOUR, "description": words(desk.layout).line("run.label")}
    desk.api.create("labels", payload, lambda: _present(desk.api))
    desk.api.create(f"issues/{number}/labels", {"labels": [LABEL]}, lambda: None)


def _present(api: Api) -> Any:
    """Return the label of the repository, or None."""
    try:
        return api.call("GET", f"labels/{LABEL}")
    except ApiError as error:
        if error.status == HTTPStatus.NOT_FOUND:
            return None
        raise


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

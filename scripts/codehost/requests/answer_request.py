"""The answer to a request for a listing: idempotent, and if it fails, told to the applicant and the maintainers."""

from collections.abc import Callable
from pathlib import Path
from traceback import extract_tb

from codehost.client.failures import HostError
from codehost.client.sticky_comments import Note, put_comment
from codehost.desk import Desk
from codehost.requests.pulls import withdraw
from codehost.requests.reply import MARKER, reply
from codehost.requests.request import Request
from codehost.texts import render, words
from source.problems import SourceError

LABEL = "needs-maintainer"
"""The label of a request that could not be answered."""
_COLOUR = "b60205"


def answer(
    desk: Desk, number: int, proof: str, *, named: bool = False, say: Callable[[str], None] = lambda _: None
) -> list[str]:
    """Update the pull request and the comment that answer a request, where they differ.

    `proof` is the label of the DNS record that verifies the applicant. `named`: a maintainer named the request, so a
    number that is not a request is a failure, and `say` reports a closed one. Return the failures, one line each: the
    applicant has then been notified, and another run continues.
    """
    request = None
    try:
        request = Request.read(desk.api, number, desk.reference)
        if request.wanted:
            put_comment(desk.api, number, reply(desk, request, proof))
        else:
            withdraw(desk, request)
        if LABEL in request.labels:  # set by an earlier run that failed
            desk.api.found(f"issues/{number}/labels/{LABEL}", "DELETE")
        if named and not request.known:
            return [f"#{number}: {words(desk.layout).line('run.no_request')}"]
        if named and not request.wanted:
            say(f"#{number}: {words(desk.layout).line('run.closed')}")
    except Exception as error:  # noqa: BLE001 - for any failure the applicant is notified and the run fails
        tell, label = (request is None or request.wanted), (request is None or request.known)
        return [_apologise(desk, number, error, tell=tell, label=label)]
    return []


def _apologise(desk: Desk, number: int, error: Exception, *, tell: bool, label: bool) -> str:
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

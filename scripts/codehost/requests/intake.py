"""Answers a request for a listing, whatever happens to it and to the code host."""

from collections.abc import Callable

from codehost.client.comments import Note, put_comment
from codehost.desk import Desk
from codehost.requests.reply import reply
from codehost.requests.request import Request
from codehost.requests.trouble import LABEL, MARKER, apologise, settle
from codehost.requests.withdraw import withdraw

_NEWS = {
    "accepted": ("problems", "listed", "many", "delayed"),
    "listed": ("problems", "accepted", "many", "delayed"),
    "problems": ("many", "delayed"),
    "many": ("delayed",),
}
"""The state of a reply → those of the last comment that it is not written over: an edited comment notifies nobody."""
_NO_REQUEST = "listeye alınma başvurusu değil · it is not a request for a listing"
_CLOSED = "bu başvuru kapalı, önerisi de; yapılacak bir şey yok · this request is closed, and so is its pull request"


def answer(
    desk: Desk, number: int, proof: str, *, named: bool = False, say: Callable[[str], None] = lambda _: None
) -> list[str]:
    """Bring the pull request and the comment that answer a request up to date; what is so already stays untouched.

    `proof` is the label of the DNS record by which a municipality shows that it is the applicant; `named` is whether a
    maintainer named the request, who has to hear of a number that is none, and to whom `say` tells of one that is
    closed. Returns what failed, in one line: then the applicant has been told, and another run takes up where this one
    ended.
    """
    request = None
    try:
        request = Request.read(desk.api, number, desk.reference)
        if request.wanted:
            _answer(desk, request, proof)
        else:
            withdraw(desk, request)
            _settle(desk, request)
            if named and not request.known:
                return [f"#{number}: {_NO_REQUEST}"]
            if named:
                say(f"#{number}: {_CLOSED}")
    except Exception as error:  # noqa: BLE001 - whatever fails, the applicant is told and the run ends red
        tell, label = (request is None or request.wanted), (request is None or request.known)
        return [apologise(desk, number, error, tell=tell, label=label)]
    return []


def _answer(desk: Desk, request: Request, proof: str) -> None:
    said = reply(desk, request, proof)
    put_comment(desk.api, request.number, Note(MARKER, said.text, said.state, _NEWS[said.state]))
    _settle(desk, request)


def _settle(desk: Desk, request: Request) -> None:
    """Take off the label that an earlier run set which failed."""
    if LABEL in request.labels:
        settle(desk.api, request.number)

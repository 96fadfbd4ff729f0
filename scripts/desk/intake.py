"""Answers a request for a listing, whatever happens to it and to the code host."""

from desk.comments import Note, put_comment
from desk.desk import Desk
from desk.reply import reply
from desk.request import Request
from desk.trouble import LABEL, MARKER, apologise, settle
from desk.withdraw import withdraw

_NEWS = {
    "accepted": ("problems", "listed", "many", "delayed"),
    "listed": ("problems", "accepted", "many", "delayed"),
    "problems": ("many", "delayed"),
    "many": ("delayed",),
}
"""The state of a reply → those of the last comment that it is not written over: an edited comment notifies nobody."""
_NO_REQUEST = "açık bir listeye alınma başvurusu değil · it is not an open request for a listing"


def answer(desk: Desk, number: int, proof: str, *, named: bool = False) -> list[str]:
    """Bring the pull request and the comment that answer a request up to date; what is so already stays untouched.

    `proof` is the label of the DNS record by which a municipality shows that it is the applicant; `named` is whether a
    maintainer named the request, who has to hear of a number that is none. Returns what failed, in one line: then the
    applicant has been told, and another run takes up where this one ended.
    """
    request = None
    try:
        request = Request.read(desk.api, number, desk.reference)
        if request.wanted:
            _answer(desk, request, proof)
        else:
            withdraw(desk, request)
            return [f"#{number}: {_NO_REQUEST}"] if named else []
    except Exception as error:  # noqa: BLE001 - whatever fails, the applicant is told and the run ends red
        return [apologise(desk, number, error, tell=request is None or request.wanted)]
    return []


def _answer(desk: Desk, request: Request, proof: str) -> None:
    said = reply(desk, request, proof)
    put_comment(desk.api, request.number, Note(MARKER, said.text, said.state, _NEWS[said.state]))
    if LABEL in request.labels:
        settle(desk.api, request.number)

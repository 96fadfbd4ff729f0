"""The withdrawal of the branch and pull request of a request that is closed or already listed."""

from codehost.client.sticky_comments import Note, put_comment
from codehost.desk import Desk
from codehost.requests.branch import is_ours
from codehost.requests.pulls import close, open_pull
from codehost.requests.request import Request
from codehost.texts import render

_MARKER = "withdraw"


def withdraw(desk: Desk, request: Request, why: str = "closed") -> None:
    """Close the pull request with a comment that says `why`, and delete the branch.

    A branch with commits of others is kept, and so is its pull request if the request is open.
    """
    tip = desk.git.remote_tip(request.branch)
    ours = not tip or is_ours(desk, tip)
    if (ours or not request.wanted) and (pull := open_pull(desk.api, request.branch)):
        close(desk.api, pull)
        text = render(desk.layout, "intake-withdrawn.md", number=request.number, why=why)
        put_comment(desk.api, pull.number, Note(_MARKER, text, why))
    if tip and ours:
        desk.git.push("", request.branch, tip)

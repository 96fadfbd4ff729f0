"""Opens the pull request of a maintainer's branch in the name of the workflows.

Nobody can approve a pull request that they opened themselves. One that the workflows opened can be approved by the
maintainer who wrote it, and by another one: two suffice.
"""

from desk.branch import OURS, Outcome
from desk.desk import MAIN, Desk
from desk.pulls import open_pull, propose
from desk.texts import render
from source.files import read_text

_CHECKLIST = ".github/PULL_REQUEST_TEMPLATE.md"
_TITLE = 256
"""Characters of a title at the code host."""


def propose_branch(desk: Desk, branch: str) -> list[str]:
    """Open the pull request of a branch unless it has one; returns why not, in a line."""
    reason, tip = "", "" if branch == MAIN or branch.startswith(OURS) else desk.git.remote_tip(branch)
    if not tip:
        reason = "missing"
    elif desk.git.base(f"origin/{MAIN}", tip) == tip:
        reason = "nothing"
    elif open_pull(desk.api, branch):
        reason = "open"
    if reason:
        return [render(desk.layout, "propose-refused.md", branch=branch, reason=reason)]
    checklist = read_text(desk.layout.root / _CHECKLIST, _CHECKLIST)
    body = render(desk.layout, "propose-pull.md", branch=branch, checklist=checklist)
    subject = next((commit.subject for commit in desk.git.log(f"origin/{MAIN}", tip)), "")
    propose(desk.api, branch, subject[:_TITLE] or branch, body, Outcome(pushed=True, taken_over=False))
    return []

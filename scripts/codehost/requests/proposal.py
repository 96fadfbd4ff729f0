"""Pull requests of maintainers' branches, opened by the workflows' account.

Authors cannot approve their own pull requests. One that the workflows opened can be approved by the maintainer who
wrote it and another one, so two people are enough.
"""

import re

from codehost.desk import MAIN, Desk
from codehost.requests.branch import OURS
from codehost.requests.pulls import open_pull, propose
from codehost.requests.request import is_correction
from codehost.texts import render
from source.files import read_text

_CHECKLIST = ".github/PULL_REQUEST_TEMPLATE.md"
_NUMBER = re.compile("(?<![\\w/#])#([1-9][0-9]{0,8})(?!\\w)")
_MOST = 10
"""The most issues that are looked up."""
_TITLE = 256
"""Characters of a title at the code host."""


def propose_branch(desk: Desk, branch: str) -> list[str]:
    """Open the pull request of a branch; return a line with the reason if it cannot be opened."""
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
    subjects = [commit.subject for commit in desk.git.log(f"origin/{MAIN}", tip)]
    closes = _corrections(desk, subjects)
    body = render(desk.layout, "propose-pull.md", branch=branch, checklist=checklist, closes=closes)
    subject = next(iter(subjects), "")
    propose(desk.api, branch, subject[:_TITLE] or branch, body, "pushed")
    return []


def _corrections(desk: Desk, subjects: list[str]) -> list[int]:
    """Return the open correction issues that the commit messages of a branch name."""
    named = dict.fromkeys(int(number) for subject in subjects for number in _NUMBER.findall(subject))
    return [number for number in list(named)[:_MOST] if is_correction(desk.api, number)]

"""The branch with the entry of a request, until it is merged."""

import re
from typing import Literal

from codehost.desk import REGISTRY, Desk
from codehost.git.git_command import GitError
from codehost.requests.request import PREFIX, Request
from registry.file.document import Entry
from registry.file.standard_layout import render
from registry.requests.intake import added

LISTING = "listing/"
"""The prefix of branches with several requests."""
OURS = (PREFIX, LISTING)
"""The prefixes of branches that the workflows create and may push to."""
_SUBJECT = re.compile(r"List (?P<id>\S+), as asked in #(?P<number>[0-9]+)")

Outcome = Literal["pushed", "taken over", "same"]
"""A branch was created or replaced; others committed to it, and the request differs; or it was that already."""


def put_entry(desk: Desk, request: Request, entry: Entry) -> Outcome:
    """Make the branch the main branch with the entry added, unless it is that already.

    A branch with commits of others is not changed: a maintainer may have verified its entry, and a later change of the
    request must not go unnoticed after that.
    """
    try:
        return _put_entry(desk, request, entry)
    except GitError as error:
        if "stale info" not in str(error):  # another push in the meantime
            raise
        return _put_entry(desk, request, entry)


def _put_entry(desk: Desk, request: Request, entry: Entry) -> Outcome:
    main, tip = desk.git.commit("HEAD"), desk.git.remote_tip(request.branch)
    commits = desk.git.log(main, tip) if tip else []
    ours = [commit for commit in commits if commit.ours]
    same = bool(ours) and any(other.fields == entry.fields for other in desk.document(ours[0].name).entries)
    if len(ours) < len(commits):
        return "same" if same else "taken over"
    if not same:
        text = render(added(desk.document(main), entry), desk.reference.definition)
        message = f"List {entry.id}, as asked in #{request.number}"
        desk.git.push(desk.git.write(main, REGISTRY, text, message, [main]), request.branch, tip)
    return "same" if same else "pushed"


def requested_ids(desk: Desk) -> dict[int, str]:
    """Return the number of every request with a branch → the id of the entry that the workflows put there."""
    commits = desk.git.log_branches(desk.git.commit("HEAD"), PREFIX)
    found = (_SUBJECT.fullmatch(commit.subject) for commit in commits if commit.ours)
    return {int(each["number"]): each["id"] for each in found if each}

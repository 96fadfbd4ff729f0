"""The branch with the entry of a request, until it is merged."""

import re
from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class Outcome:
    """`pushed`: the branch was created or replaced. `taken_over`: others committed to it, and the request differs."""

    pushed: bool
    taken_over: bool


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
    same = bool(ours) and _holds(desk, ours[0].name, entry)
    if len(ours) < len(commits):
        return Outcome(pushed=False, taken_over=not same)
    if not same:
        text = render(added(desk.document(main), entry), desk.reference.definition)
        message = f"List {entry.id}, as asked in #{request.number}"
        desk.git.push(desk.git.write(main, REGISTRY, text, message, [main]), request.branch, tip)
    return Outcome(pushed=not same, taken_over=False)


def requested_ids(desk: Desk) -> dict[int, str]:
    """Return the number of every request with a branch → the id of the entry that the workflows put there."""
    commits = desk.git.log_branches(desk.git.commit("HEAD"), PREFIX)
    found = (_SUBJECT.fullmatch(commit.subject) for commit in commits if commit.ours)
    return {int(each["number"]): each["id"] for each in found if each}


def _holds(desk: Desk, commit: str, entry: Entry) -> bool:
    return any(other.id == entry.id and other.fields == entry.fields for other in desk.document(commit).entries)

"""One pull request for several requests, so that they need not be merged one after the other."""

import re
from collections.abc import Sequence

from codehost.desk import MAIN, Desk
from codehost.git.git import Merge
from codehost.requests.branch import LISTING, Outcome
from codehost.requests.inclusion import LeftOut, Taken, take
from codehost.requests.pulls import open_pull, open_pulls, propose
from codehost.requests.request import PREFIX
from codehost.texts import render, words

_SEPARATOR = re.compile(r"[\s,;]+")
_NUMBER = re.compile(r"#?([1-9][0-9]{0,8})")
_CLOSES = re.compile("^Closes #([0-9]+)$", re.MULTILINE)
_SHOWN = 20
"""Requests left out that a description lists with the reason."""


def numbers(text: str) -> list[int]:
    """Return the numbers of requests, written as in "12, 13 #14"; ValueError for anything else."""
    found = [_NUMBER.fullmatch(word) for word in _SEPARATOR.split(text.strip())]
    if not all(found):
        raise ValueError(text)
    return [int(match[1]) for match in found if match]


def list_requests(desk: Desk, asked: Sequence[int]) -> list[str]:
    """Update the pull request with the verified entries of some requests, which it closes when merged.

    Its branch is named after the lowest number, so that another run for the same requests, or more, updates it. Return
    a line for each request that was left out, with the reason.
    """
    desk.git.fetch(f"+refs/heads/{MAIN}:refs/remotes/origin/{MAIN}")
    main, wanted = desk.git.commit(f"origin/{MAIN}"), sorted(set(asked))
    branch = f"{LISTING}{wanted[0]}"
    if missed := _missed(desk, branch, wanted):
        return _lines(desk, branch=branch, missed=missed)
    taken, left_out = _collect(desk, main, wanted)
    if not taken:
        return _lines(desk, left_out)
    outcome = _put(desk, main, taken[-1].commit, branch)
    named = ", ".join(f"#{each.number}" for each in taken[:_SHOWN])
    title = f"{words(desk.layout).line('list.title')}: {named}"
    body = render(desk.layout, "list-pull.md", taken=taken, left_out=left_out[:_SHOWN], more=len(left_out[_SHOWN:]))
    propose(desk.api, branch, title, body, outcome)
    return _lines(desk, left_out, branch if outcome == "taken over" else "")


def _missed(desk: Desk, branch: str, asked: list[int]) -> list[int]:
    """Return the requests that the open pull request of the branch lists but that are not asked for.

    It is then not changed: its reviewers have read their evidence, so none may disappear from it unnoticed.
    """
    pull = open_pull(desk.api, branch)
    listed = map(int, _CLOSES.findall(pull.body)) if pull else ()
    return [number for number in listed if number not in asked]


def _collect(desk: Desk, main: str, asked: list[int]) -> tuple[list[Taken], list[LeftOut]]:
    """Return the outcome of each request; each is merged with all that were taken before it."""
    pulls = {pull.request: pull for pull in open_pulls(desk.api) if pull.own}
    taken, left_out = list[Taken](), list[LeftOut]()
    for number in asked:
        at = taken[-1].commit if taken else main
        found = take(desk, at, number, desk.git.remote_tip(f"{PREFIX}{number}"), pulls.get(number))
        if isinstance(found, Taken):
            taken.append(found)
        else:
            left_out.append(found)
    return taken, left_out


def _put(desk: Desk, main: str, commit: str, branch: str) -> Outcome:
    """Push the last merge to the branch, unless its content is the same already, or others have committed to it."""
    tip = desk.git.remote_tip(branch)
    if tip and desk.git.log(main, tip, "--first-parent"):  # not those merged into it
        return "taken over"
    wanted = Merge(desk.git.merge(main, commit).tree, ())
    if tip and desk.git.merge(main, tip) == wanted:
        return "same"
    desk.git.push(commit, branch, tip)
    return "pushed"


def _lines(desk: Desk, left_out: Sequence[LeftOut] = (), branch: str = "", missed: Sequence[int] = ()) -> list[str]:
    """Return a line for every request that was left out, and one for a branch that was not changed."""
    text = render(desk.layout, "list-left-out.md", left_out=left_out, branch=branch, missed=missed)
    return [line.removeprefix("- ") for line in text.splitlines()]

"""One pull request for several requests, so that they need not be merged one after the other."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from codehost.desk import MAIN, Desk
from codehost.git.git import Merge
from codehost.requests.branch import LISTING, Outcome
from codehost.requests.pulls import open_pull, open_pulls, propose
from codehost.requests.request import PREFIX
from codehost.requests.take import LeftOut, Taken, take
from codehost.texts import render
from codehost.words import words

_SEPARATOR = re.compile(r"[\s,;]+")
_NUMBER = re.compile(r"#?([1-9][0-9]{0,8})")
_CLOSES = re.compile("^Closes #([0-9]+)$", re.MULTILINE)
_SHOWN = 20
"""Requests left out that a description lists with the reason."""


@dataclass(frozen=True, slots=True)
class _Listing:
    """The content of a pull request: its branch, the last of its merges, and the outcome of each request."""

    branch: str
    commit: str
    taken: tuple[Taken, ...]
    left_out: tuple[LeftOut, ...]


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
    main = desk.git.commit(f"origin/{MAIN}")
    if missed := _missed(desk, sorted(set(asked))):
        return missed
    listing = _collect(desk, main, sorted(set(asked)))
    outcome = _put(desk, main, listing) if listing.taken else Outcome(pushed=False, taken_over=False)
    if listing.taken:
        named = ", ".join(f"#{each.number}" for each in listing.taken[:_SHOWN])
        title = f"{words(desk.layout).line('list.title')}: {named}"
        propose(desk.api, listing.branch, title, _description(desk, listing), outcome)
    return _report(desk, listing, outcome)


def _missed(desk: Desk, asked: list[int]) -> list[str]:
    """Return a line with the requests that the open pull request lists but that are not asked for.

    It is then not changed: its reviewers have read their evidence, so none may disappear from it unnoticed.
    """
    branch = f"{LISTING}{asked[0]}"
    pull = open_pull(desk.api, branch)
    listed = map(int, _CLOSES.findall(pull.body)) if pull else ()
    missed = [number for number in listed if number not in asked]
    text = render(desk.layout, "list-left-out.md", left_out=(), branch=branch, missed=missed) if missed else ""
    return [line.removeprefix("- ") for line in text.splitlines()]


def _collect(desk: Desk, main: str, asked: list[int]) -> _Listing:
    """Return the listing, with each request merged with all before it."""
    pulls = {pull.request: pull for pull in open_pulls(desk.api) if pull.own}
    found: list[Taken | LeftOut] = []
    for number in asked:
        at = next((each.commit for each in reversed(found) if isinstance(each, Taken)), main)
        found.append(take(desk, at, number, desk.git.remote_tip(f"{PREFIX}{number}"), pulls.get(number)))
    taken = tuple(each for each in found if isinstance(each, Taken))
    left_out = tuple(each for each in found if isinstance(each, LeftOut))
    return _Listing(f"{LISTING}{asked[0]}", taken[-1].commit if taken else main, taken, left_out)


def _put(desk: Desk, main: str, listing: _Listing) -> Outcome:
    """Push the listing to its branch, unless its merge is the same already, or others have committed to it."""
    tip = desk.git.remote_tip(listing.branch)
    if tip and desk.git.first_parents(main, tip):
        return Outcome(pushed=False, taken_over=True)
    wanted = Merge(desk.git.merge(main, listing.commit).tree, ())
    if tip and desk.git.merge(main, tip) == wanted:
        return Outcome(pushed=False, taken_over=False)
    desk.git.push(listing.commit, listing.branch, tip)
    return Outcome(pushed=True, taken_over=False)


def _description(desk: Desk, listing: _Listing) -> str:
    left_out, more = listing.left_out[:_SHOWN], len(listing.left_out[_SHOWN:])
    return render(desk.layout, "list-pull.md", taken=listing.taken, left_out=left_out, more=more)


def _report(desk: Desk, listing: _Listing, outcome: Outcome) -> list[str]:
    """Return a line for every request that was left out, and one for a branch that was not changed."""
    branch = listing.branch if outcome.taken_over else ""
    text = render(desk.layout, "list-left-out.md", left_out=listing.left_out, branch=branch, missed=[])
    return [line.removeprefix("- ") for line in text.splitlines()]

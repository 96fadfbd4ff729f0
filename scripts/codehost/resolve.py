"""The resolution of pull requests whose registry conflicts with the main branch.

A push to a branch dismisses its approvals. So of the workflows' own branches only the next in line is pushed to: of
those that conflict and are verified, one with several requests, else the one with the lowest number. Merging requests
one after the other thus costs one push each. Own branches come before those of forks, and the time for the content of
each is bounded.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from codehost.client.failures import HostError
from codehost.client.host import MOST, pull_ref
from codehost.client.sticky_comments import Note, put_comment
from codehost.desk import MAIN, REGISTRY, Desk
from codehost.markdown import Markdown, fence
from codehost.requests.answer_request import answer
from codehost.requests.branch import LISTING, OURS, requested_ids
from codehost.requests.pulls import Pull, open_pull, open_pulls
from codehost.texts import render, words
from registry.rules.shape import missing_verified
from source.files import write_text
from source.problems import Problem, SourceError
from source.workers import WorkerError

_MARKER = "resolve"
_MESSAGE = f"Merge {MAIN}, entry by entry"
"""The message of merges that the workflows push."""
_ROOM = MOST - 4_000
"""Characters of a merged registry that fit into a comment."""
_SHOWN = 20
"""Problems in one comment."""


@dataclass(frozen=True, slots=True)
class _Conflict:
    """A pull request that git cannot merge, and the merged registry or its problems.

    `tip` and `main` are the commits that conflict, `tree` is what git made of them; `files` are other files in
    conflict. `text` is "" if there are `problems` that people have to resolve.
    """

    pull: Pull
    tip: str
    main: str
    tree: str
    files: tuple[str, ...]
    text: str = ""
    problems: tuple[Problem, ...] = ()

    @property
    def own(self) -> bool:
        """Whether the workflows can resolve it with a push."""
        ours = self.pull.own and self.pull.branch.startswith(OURS)
        return ours and bool(self.text) and not self.files


def resolve(desk: Desk, out: Path, run: str, proof: str, wanted: int = 0) -> list[str]:
    """Resolve open pull requests that conflict with the main branch; return the failures, one line each.

    Requests of a signatory that is now listed are answered again, with `proof` as in `intake.answer`. Of the
    workflows' own branches the next in line, or that of pull request `wanted`, gets the merge. Others get the merged
    registry in a comment, or if it is too long as a file in `out`, an artifact of the page at `run`.
    """
    desk.git.fetch(f"+refs/heads/{MAIN}:refs/remotes/origin/{MAIN}")
    pulls = sorted(open_pulls(desk.api), key=_place_in_line)
    listed, fetched = _listed_requests(desk), _all_fetched(desk, pulls)
    failures, served = list[str](), False
    for pull in pulls:
        with _kept_failure(desk, pull, failures):
            if again := pull.own and pull.request in listed:
                failures += answer(desk, pull.request, proof)
                if not open_pull(desk.api, pull.branch):
                    continue
            if again or not fetched:
                desk.git.fetch(_refspec(pull))
            conflict = _conflict(desk, pull)
            if conflict is None:
                _report_merge(desk, pull, run)
            elif not conflict.own or (not served and _is_next(desk, conflict, wanted)):
                served = served or conflict.own
                _settle(desk, conflict, out, run)
    return failures + _unknown(desk, wanted, pulls)


def _place_in_line(pull: Pull) -> tuple[bool, bool, int]:
    return not pull.own, not pull.branch.startswith(LISTING), pull.number


def _listed_requests(desk: Desk) -> set[int]:
    """Return the numbers of the requests whose signatory is now listed; none if the registry has problems."""
    try:
        listed = {entry.id for entry in desk.document(f"origin/{MAIN}").entries}
    except SourceError:
        return set()
    return {request for request, signatory in requested_ids(desk).items() if signatory in listed}


def _all_fetched(desk: Desk, pulls: list[Pull]) -> bool:
    """Fetch all pull requests at once; if that fails, return False: each is then fetched alone."""
    try:
        desk.git.fetch(*map(_refspec, pulls))
    except HostError:
        return False
    return True


@contextmanager
def _kept_failure(desk: Desk, pull: Pull, failures: list[str]) -> Iterator[None]:
    """Add what fails with one pull request to `failures`: it keeps none of the others waiting."""
    try:
        yield
    except (HostError, SourceError) as error:
        failures.append(f"#{pull.number}: {desk.reason(error)}")
    except WorkerError:
        failures.append(f"#{pull.number}: the merge failed; see the traceback above")


def _unknown(desk: Desk, wanted: int, pulls: list[Pull]) -> list[str]:
    """Return a line about the number that a maintainer named, none if it is an open pull request."""
    if not wanted or any(pull.number == wanted for pull in pulls):
        return []
    made = next((pull.number for pull in pulls if pull.request == wanted and pull.own), 0)
    said = f"#{wanted}: {words(desk.layout).line('resolve.not_open')}"
    return [f"{said}; {words(desk.layout).line('resolve.made')}: #{made}" if made else said]


def _report_merge(desk: Desk, pull: Pull, run: str) -> None:
    """Comment on the last commit if it is a merge by the workflows: an earlier run may have failed to."""
    if pull.own:
        last = desk.git.at(_local(pull))
        if last.ours and last.subject == _MESSAGE:
            _say(desk, pull, run)


def _refspec(pull: Pull) -> str:
    """Return the refspec that fetches a pull request's last commit to a local ref."""
    return f"+{pull_ref(pull.number)}:{_local(pull)}"


def _local(pull: Pull) -> str:
    return f"refs/desk/{pull.number}"


def _conflict(desk: Desk, pull: Pull) -> _Conflict | None:
    """Return the conflict of a pull request, None if git can merge its registry."""
    main, tip = desk.git.commit(f"origin/{MAIN}"), desk.git.commit(_local(pull))
    merged = desk.git.merge(tip, main)
    if REGISTRY not in merged.conflicts:
        return None
    files = tuple(file for file in merged.conflicts if file != REGISTRY)
    found = _Conflict(pull, tip, main, merged.tree, files)
    try:
        return replace(found, text=desk.merged_text(tip, main))
    except SourceError as error:
        return replace(found, problems=error.problems)


def _is_next(desk: Desk, conflict: _Conflict, wanted: int) -> bool:
    """Return whether a conflict is next in line, given that none before it was resolved."""
    return conflict.pull.number == wanted if wanted else not desk.judged(conflict.text, (missing_verified,))


def _settle(desk: Desk, conflict: _Conflict, out: Path, run: str) -> None:
    """Push the merge if that is allowed, and comment on what was done or is to be done."""
    pull = conflict.pull
    if conflict.own:
        merged = desk.git.write(conflict.tree, REGISTRY, conflict.text, _MESSAGE, [conflict.tip, conflict.main])
        desk.git.push(merged, pull.branch, conflict.tip)
        _say(desk, pull, run)
    else:
        _say(desk, pull, run, conflict, _file(conflict.text, out / f"{pull.number}.yaml"))


def _file(text: str, path: Path) -> str:
    """Write a merged registry that is too long for a comment and return the name of the file, else ""."""
    if len(text) <= _ROOM and len(fence(text)) <= _ROOM:
        return ""
    path.parent.mkdir(parents=True, exist_ok=True)
    write_text(path, text)
    return path.name


def _say(desk: Desk, pull: Pull, run: str, conflict: _Conflict | None = None, file: str = "") -> None:
    """Comment that the merge was pushed, or with `conflict` on what is to be done."""
    values = {"registry": REGISTRY, "main": MAIN, "repository": desk.api.url, "run": Markdown(run), "most": _SHOWN}
    text = render(desk.layout, "resolve.md", merging=conflict, file=file, **values)
    put_comment(desk.api, pull.number, Note(_MARKER, text))

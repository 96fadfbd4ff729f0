"""The inclusion of one request in a pull request for several, or the reason to leave it out."""

from dataclasses import dataclass
from typing import Literal

from codehost.desk import REGISTRY, Desk
from codehost.git.git_command import GitError
from codehost.requests.pulls import Pull
from registry.file.document import Document
from registry.rules.shape import missing_verified
from source.problems import Problem, SourceError
from source.workers import WorkerError

_LOGOS = "data/logos/"
_CONFLICT = "merge-conflict"
_SHOWN = 2
"""Problems or files that are listed for one request."""


Why = Literal["missing", "closed", "files", "unreadable", "conflict", "problems", "unverified", "listed"]
"""The reasons to leave a request out."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A request that is left out, with `files` or `problems` as the cause."""

    number: int
    why: Why
    problems: tuple[Problem, ...] = ()
    files: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Taken:
    """A request that is included: its pull request, the ids of its entries, and the commit that merges it."""

    number: int
    pull: int
    ids: tuple[str, ...]
    commit: str


def take(desk: Desk, at: str, number: int, tip: str, pull: Pull | None) -> Taken | LeftOut:
    """Merge the last commit `tip` of the branch of a request ("": no branch) into the commit `at`."""
    if not tip or pull is None:
        return LeftOut(number, "closed" if tip else "missing")
    try:
        text = desk.merged_text(at, tip)
        reason = _obstacle(desk, at, number, tip) or _objection(desk, number, text)
        ids = _changed(desk.document(at), Document.from_yaml(text, REGISTRY))
    except SourceError as error:
        conflict = all(problem.rule == _CONFLICT for problem in error.problems)
        return LeftOut(number, "conflict" if conflict else "problems", error.problems[:_SHOWN])
    except (GitError, WorkerError):
        return LeftOut(number, "unreadable")
    if reason or not ids:
        return reason or LeftOut(number, "listed")
    message = f"Merge request #{number}: {', '.join(ids)}"
    commit = desk.git.write(desk.git.merge(at, tip).tree, REGISTRY, text, message, [at, tip])
    return Taken(number, pull.number, ids, commit)


def _obstacle(desk: Desk, at: str, number: int, tip: str) -> LeftOut | None:
    """Return the files of a branch that do not belong to a request, or are in conflict."""
    changed = (name for name in desk.git.changed(desk.git.base(at, tip), tip) if not name.startswith(_LOGOS))
    names = dict.fromkeys((*changed, *desk.git.merge(at, tip).conflicts))
    files = tuple(name for name in names if name != REGISTRY)
    return LeftOut(number, "files", files=files[:_SHOWN]) if files else None


def _objection(desk: Desk, number: int, text: str) -> LeftOut | None:
    """Return why a merged registry cannot be listed; it was valid before the merge."""
    problems = desk.judged(text)
    others = tuple(problem for problem in problems if problem.rule != missing_verified.name)
    if others:
        return LeftOut(number, "problems", others[:_SHOWN])
    return LeftOut(number, "unverified") if problems else None


def _changed(before: Document, after: Document) -> tuple[str, ...]:
    known = {entry.id: entry for entry in before.entries}
    return tuple(entry.id for entry in after.entries if known.get(entry.id) != entry)

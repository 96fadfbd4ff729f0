"""All that can be wrong with the text, in one list; and the renewal of the locks."""

from collections.abc import Iterable

from declaration import lock
from declaration.corrections.lock import lock_lines
from declaration.load import locked, read_whole
from source.files import write_text
from source.layout import Layout
from source.problems.problem import Problem

_LOCKABLE = ("unlocked", "translation-changed")
"""What `make lock` may settle; everything else has to be corrected in the text."""


def check(layout: Layout) -> list[Problem]:
    """Return every problem of the text, the corrections, the timeline and the locks, in the order of their places."""
    return read_whole(layout)[1]


def write_lock(layout: Layout, others: Iterable[Problem] = ()) -> list[Problem]:
    """Record the present words; returns, and writes nothing for, the problems that a lock cannot settle.

    `others` are such problems that were found elsewhere. SourceError where the lock cannot be written.
    """
    texts, found = read_whole(layout)
    problems = sorted({*others, *(problem for problem in found if problem.rule not in _LOCKABLE)})
    if texts and not problems:
        path = layout.data / "provisions.lock"
        digests = locked(layout) | lock.fingerprints(texts.declarations.values())
        write_text(path, lock.render(digests), layout.shown(path))
        lock_lines(layout, texts.record)
    return problems

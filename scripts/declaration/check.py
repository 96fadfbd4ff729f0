"""Validation of the text in one list of problems, and the update of its locks."""

from collections.abc import Iterable

from declaration.corrections.record import lock_lines
from declaration.load import read_whole
from declaration.lock import lock_words
from source.layout import Layout
from source.problems import Problem

_LOCKABLE = ("unlocked", "translation-changed")
"""Rules whose problems `make lock` resolves; all others must be corrected in the text."""


def check(layout: Layout) -> list[Problem]:
    """Return every problem of the text, the corrections, the timeline and the locks, sorted by place."""
    return read_whole(layout)[1]


def write_lock(layout: Layout, others: Iterable[Problem] = ()) -> list[Problem]:
    """Lock the current words; or return the problems that a lock cannot resolve, and write nothing.

    `others` are such problems found elsewhere. SourceError if the lock cannot be written.
    """
    texts, found = read_whole(layout)
    problems = sorted({*others, *(problem for problem in found if problem.rule not in _LOCKABLE)})
    if texts and not problems:
        lock_words(layout, texts.declarations)
        lock_lines(layout, texts.record)
    return problems

"""All that can be wrong with the text, in one list; and the renewal of the lock."""

import os
from collections.abc import Iterable, Iterator, Mapping

from declaration import lock, reference
from declaration.alone import check_alone
from declaration.assemble import load_declaration
from declaration.correction_check import check_record
from declaration.editions import load_editions, present_edition
from declaration.model import Declaration
from declaration.read import source_path
from declaration.record import load_record, record_path
from declaration.record_lock import lock_lines, lost_lines
from declaration.timeline import load_timeline
from source.files import read_text, write_text
from source.layout import Layout
from source.problem import Problem, SourceError

_LOCKABLE = ("unlocked", "translation-changed")
"""What `make lock` may settle; everything else has to be mended in the text."""


def check(layout: Layout) -> list[Problem]:
    """Return every problem of the text, the timeline and the lock, in the order of their places."""
    try:
        return sorted(_problems(layout))
    except SourceError as error:
        return list(error.problems)


def write_lock(layout: Layout, others: Iterable[Problem] = ()) -> list[Problem]:
    """Record the present words; returns, and writes nothing for, the problems that a lock cannot settle.

    `others` are such problems that were found elsewhere. SourceError where the lock cannot be written.
    """
    problems = sorted({*others, *(problem for problem in check(layout) if problem.rule not in _LOCKABLE)})
    if not problems:
        edition, text = present_edition(load_editions(layout))
        declarations = load_declaration(layout, edition, text)
        earlier = _locked(layout)
        path = layout.data / "provisions.lock"
        write_text(path, lock.render(earlier | lock.fingerprints(declarations.values())), layout.shown(path))
        lock_lines(layout, load_record(layout, declarations))
    return problems


def _problems(layout: Layout) -> Iterator[Problem]:
    edition, text = present_edition(load_editions(layout))
    declarations = load_declaration(layout, edition, text)
    received = source_path(layout, text.source)
    shown = layout.shown(received)
    yield from reference.compare(declarations[text.authentic], read_text(received, shown), shown, text.apparatus)
    yield from lock.compare(_locked(layout), declarations.values(), layout.shown(layout.data / "provisions.lock"))
    yield from _record_problems(layout, declarations)
    yield from check_alone(text.alone, declarations)
    load_timeline(layout, tuple(edition.title), text.ids)


def _record_problems(layout: Layout, declarations: Mapping[str, Declaration]) -> Iterator[Problem]:
    try:
        record = load_record(layout, declarations)
    except SourceError as error:
        yield from error.problems
    else:
        yield from lost_lines(layout, record)
        yield from check_record(record, declarations, _locked(layout), layout.shown(record_path(layout)))


def _locked(layout: Layout) -> dict[lock.Key, str]:
    path = layout.data / "provisions.lock"
    return lock.parse(read_text(path, layout.shown(path)), layout.shown(path)) if os.path.lexists(path) else {}

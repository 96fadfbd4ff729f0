"""A loader of the record of corrections, `data/corrections.yaml`, and the lock of the ids of its lines."""

import os
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import pairwise
from pathlib import Path

from declaration.assemble import Words
from declaration.corrections.fields import Known
from declaration.corrections.model import Correction, Line, Objection, Record
from source.clock import today
from source.files import recorded_lines, write_text
from source.layout import Layout
from source.problems import Collector, Message, Problem, refuse
from source.yaml.cursors import Cursor

_HEAD = """\
# The id of every line of the record of corrections that was ever published. Written by `make lock`.
# A line that is listed here must not be removed: a build whose record lacks one of them fails.
"""


def record_path(layout: Layout) -> Path:
    """Return the path of the record."""
    return layout.data / "corrections.yaml"


def load_record(layout: Layout, editions: Sequence[Words]) -> Record:
    """Return the record, empty if there is no file. SourceError lists all its problems.

    `editions` are those whose passages it may name, in the same languages.
    """
    path = record_path(layout)
    if not os.path.lexists(path):  # a dangling link is an error, not an absent file
        return Record()
    text = editions[0].text
    pages = {page.stem for page in (layout.docs / text.original).glob("*.md")}
    passages = {words.name(each.id) for words in editions for each in words.declarations[text.original].passages}
    known = Known(tuple(editions[0].declarations), text.authentic, passages, pages, today(layout))
    items = Cursor.read(layout, path).fields(("corrections",), ())["corrections"].items()
    found = Collector()
    lines = [line for item in items if (line := found.of(partial(_line, item, known)))]
    found.check(lambda: _out_of_order(lines))
    refuse(found.problems)
    return Record(tuple(_numbered(lines)))


def _line(cursor: Cursor, known: Known) -> Line:
    return (Objection if "objection" in cursor.fields() else Correction).from_yaml(cursor, known)


def _out_of_order(lines: list[Line]) -> Iterator[Problem]:
    for earlier, line in pairwise(lines):
        if line.date < earlier.date:
            message = Message(
                "The record is in order of date: the line of {date} goes before that of {earlier}.",
                date=line.date,
                earlier=earlier.date,
            )
            yield line.cursor.fields()["date"].problem("correction-order", message)


def _numbered(lines: list[Line]) -> Iterator[Line]:
    """Yield the lines, numbered where they would have the same anchor."""
    counts: Counter[str] = Counter()
    for line in lines:
        counts[line.anchor] += 1
        yield replace(line, number=counts[line.anchor])


def lost_lines(layout: Layout, record: Record) -> Iterator[Problem]:
    """Yield a problem for every published line that is missing from the record: pages and feeds link to it."""
    path = _lock(layout)
    shown, present = layout.shown(path), {line.anchor for line in record.lines}
    for number, anchor in recorded_lines(path, shown):
        if anchor not in present:
            message = Message(
                "The published line “{anchor}” of the record of corrections is missing. Restore it with its date.",
                anchor=anchor,
            )
            yield Problem(shown, number, 1, "lost-correction", anchor, message)


def lock_lines(layout: Layout, record: Record) -> None:
    """Lock the ids of a record that lacks none. SourceError if the lock cannot be written."""
    if record.lines:
        path = _lock(layout)
        anchors = sorted(line.anchor for line in record.lines)
        write_text(path, _HEAD + "".join(f"{anchor}\n" for anchor in anchors), layout.shown(path))


def _lock(layout: Layout) -> Path:
    return layout.data / "corrections.lock"

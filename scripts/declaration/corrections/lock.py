"""The lock of the record of corrections: the id of every published line, as pages and feeds link to it."""

from collections.abc import Iterator
from pathlib import Path

from declaration.corrections.model import Record
from source.files import recorded_lines, write_text
from source.layout import Layout
from source.problems.message import Message
from source.problems.problem import Problem

_HEAD = """\
# The id of every line of the record of corrections that was ever published. Written by `make lock`.
# A line that is listed here must not be removed: a build whose record lacks one of them fails.
"""


def lost_lines(layout: Layout, record: Record) -> Iterator[Problem]:
    """Yield a problem for every published line that is missing from the record."""
    path = _path(layout)
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
        path = _path(layout)
        anchors = sorted(line.anchor for line in record.lines)
        write_text(path, _HEAD + "".join(f"{anchor}\n" for anchor in anchors), layout.shown(path))


def _path(layout: Layout) -> Path:
    return layout.data / "corrections.lock"

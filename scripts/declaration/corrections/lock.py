"""The lock of the record of corrections: the id of every published line, as pages and feeds link to it."""

import os
from collections.abc import Iterator
from pathlib import Path

from declaration.corrections.model import Record
from source.files import read_text, write_text
from source.layout import Layout
from source.problems.message import Message
from source.problems.problem import Problem

_HEAD = """\
# The id of every line of the record of corrections that was ever published. Written by `make lock`.
# A line that is listed here must not be removed: a build whose record lacks one of them fails.
"""


def lost_lines(layout: Layout, record: Record) -> Iterator[Problem]:
    """Yield a problem for every published line that is missing from the record."""
    present, path = {line.anchor for line in record.lines}, layout.shown(_path(layout))
    for number, anchor in _recorded(layout):
        if anchor not in present:
            message = Message(
                "The published line “{anchor}” of the record of corrections is missing. Restore it with its date.",
                anchor=anchor,
            )
            yield Problem(path, number, 1, "lost-correction", anchor, message)


def lock_lines(layout: Layout, record: Record) -> None:
    """Lock the ids of a record that lacks none. SourceError if the lock cannot be written."""
    if record.lines:
        path = _path(layout)
        anchors = sorted(line.anchor for line in record.lines)
        write_text(path, _HEAD + "".join(f"{anchor}\n" for anchor in anchors), layout.shown(path))


def _path(layout: Layout) -> Path:
    return layout.data / "corrections.lock"


def _recorded(layout: Layout) -> Iterator[tuple[int, str]]:
    path = _path(layout)
    if os.path.lexists(path):  # a folder or a dangling link is an error, not an absent lock
        for number, line in enumerate(read_text(path, layout.shown(path)).splitlines(), start=1):
            if line and not line.startswith("#"):
                yield number, line

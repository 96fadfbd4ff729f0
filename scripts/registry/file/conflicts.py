"""Unresolved conflicts of a merge: both sides in the file, both values in a problem."""

from registry.definition.model import Definition
from registry.file.document import Plain
from registry.file.merge import Conflict, Merged
from registry.file.standard_layout import render_entry
from registry.rule import quoted
from source.problems import MOST, Message, Problem

OURS, BETWEEN, THEIRS = "<<<<<<< ours", "=======", ">>>>>>> theirs"
"""The lines before our side, between the two sides, and after theirs, as git writes them."""
_LONGEST_PLACE = 200
"""Characters of the name of a conflict."""


def render_conflicts(merged: Merged, definition: Definition) -> str:
    """Return the text of a merge, with both sides of every entry in conflict between marker lines."""
    heads = ("\n".join(side.head) for side in (merged.ours, merged.theirs))
    ours, theirs = (
        {entry.id: render_entry(entry, definition) for entry in side.entries} for side in (merged.ours, merged.theirs)
    )
    entries = (_either(ours.get(key, ""), theirs.get(key, "")) for key in sorted(ours | theirs))
    return "\n".join(piece for piece in (_either(*heads), "signatories:", *entries) if piece) + "\n"


def conflict_problems(merged: Merged, text: str, shown: str) -> list[Problem]:
    """Return a problem for every conflict of the merge that `text` renders, at its first marker."""
    blocks = [number for number, line in enumerate(text.split("\n"), 1) if line == OURS]
    # By entry; "", the head, comes first in the file, too.
    first = sorted(merged.conflicts, key=lambda conflict: conflict.path[0])
    lines = dict(zip(dict.fromkeys(conflict.path[0] for conflict in first), blocks, strict=True))
    return [_problem(conflict, lines[conflict.path[0]], shown) for conflict in first[: MOST + 1]]


def _problem(conflict: Conflict, line: int, shown: str) -> Problem:
    entry, *path = conflict.path
    place = (" · ".join(key for key in path if key != "fields") or entry or "#")[:_LONGEST_PLACE]
    message = Message(
        "“{place}” differs: ours {ours}, theirs {theirs}. Keep the correct one and delete the markers.",
        place=place,
        ours=_value(conflict.ours),
        theirs=_value(conflict.theirs),
    )
    return Problem(shown, line, 1, "merge-conflict", entry, message)


def _value(value: Plain | None) -> str | Message:
    """Return one side of a conflict as messages show it."""
    if isinstance(value, str):
        return quoted(value)
    return Message("deleted") if value is None else Message("changed")


def _either(ours: str, theirs: str) -> str:
    """Return a piece that is the same on both sides, or both pieces between marker lines."""
    if ours == theirs:
        return ours
    return "\n".join(piece for piece in (OURS, ours, BETWEEN, theirs, THEIRS) if piece)

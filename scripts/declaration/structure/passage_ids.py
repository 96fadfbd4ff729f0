"""The ids of passages: c3, ch, a11-2-b, and how a source prints their numbers: 3, c, III.

What each id means is said by the parts of the text.
"""

import re
from collections.abc import Sequence
from itertools import groupby

EDITORS = "ed"
"""The prefix of the ids of editor's notes."""
_SEGMENT = "p?[1-9][0-9]*|[a-z]+"
_ID = re.compile(f"(?P<prefix>[a-z]+)(?P<number>(?:[1-9][0-9]*)?)(?P<items>(?:-(?:{_SEGMENT}))*)")
_ROMAN = ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


def split_id(passage_id: str) -> tuple[str, str, tuple[str, ...]]:
    """Split an id into prefix, number and items; all are empty if it is not like one.

    >>> split_id("a11-2-b"), split_id("ch")
    (('a', '11', ('2', 'b')), ('ch', '', ()))
    """
    match = _ID.fullmatch(passage_id)
    return (match["prefix"], match["number"], tuple(match["items"].split("-")[1:])) if match else ("", "", ())


def is_paragraph(segment: str) -> bool:
    """Return whether this part of an id is that of a paragraph without a number: "p1"."""
    return segment.startswith("p") and segment[1:].isdecimal()


def ranges(ids: Sequence[str]) -> str:
    """Return ids in the order of the text as ranges without gaps: "bg1–bg3, ch, r1–r13"."""
    runs = ([passage_id for _, passage_id in run] for _, run in groupby(enumerate(ids), key=_run))
    return ", ".join(f"{run[0]}–{run[-1]}" if run[1:] else run[0] for run in runs)


def _run(at: tuple[int, str]) -> tuple[str, int]:
    """Return what an id, with its place in the text, has in common with those that it follows without a gap."""
    prefix, number, _ = split_id(at[1])
    return prefix, int(number or 0) - at[0]


def filled(printed: str, number: str) -> str:
    """Return how a number or a letter is printed."""
    roman = _roman(int(number)) if number.isdecimal() else ""
    return printed.replace("{number}", number).replace("{letter}", number).replace("{roman}", roman)


def _roman(value: int) -> str:
    for least, digits in _ROMAN:
        if value >= least:
            return digits + _roman(value - least)
    return ""

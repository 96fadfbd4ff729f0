"""Line breaking: no break inside dates and the symbols of UN documents, nor after a sign of omission."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from babel.dates import get_month_names

_SYMBOL = r"\b[A-Z]+(?:/[A-Z]+)*(?:/[0-9]+)+"
"""A/RES/73/151: initials of the body, then numbers (UN Editorial Manual)."""
_OMISSION = r"(?<!\w)… "
"""What follows an omission begins on its line."""
_TAG = r"<[^>]*>"
"""Skipped, so that HTML can be split like plain text: a symbol in an attribute is not text."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a text, of the same type: a part of Markup is Markup. `unbroken`: no line may end inside it."""

    text: str
    unbroken: bool


def pieces(text: str, locale: str, name: str = "") -> Iterator[Piece]:
    """Split a text or HTML into pieces; joined, they are the input. `name`, a label in a text, stays whole, too."""
    if name and (named := re.search(rf"\b{re.escape(name)}\b", text)):
        yield from pieces(text[: named.start()], locale)
        yield Piece(text[named.start() : named.end()], unbroken=True)
        yield from pieces(text[named.end() :], locale, name)
        return
    end = 0
    for match in _pattern(locale).finditer(text):
        if match["unbroken"]:
            if match.start() > end:
                yield Piece(text[end : match.start()], unbroken=False)
            yield Piece(text[match.start() : match.end()], unbroken=True)
            end = match.end()
    if end < len(text):
        yield Piece(text[end:], unbroken=False)


@cache
def _pattern(locale: str) -> re.Pattern[str]:
    months = "|".join(get_month_names("wide", "format", locale).values())
    date = rf"\b[0-9]{{1,2}}(?:[-–][0-9]{{1,2}})? (?:{months})\b(?: [0-9]{{4}}\b)?|\b(?:{months}) [0-9]{{4}}\b"
    return re.compile(rf"{_TAG}|(?P<unbroken>(?:{_OMISSION})?(?:{date}|{_SYMBOL})|{_OMISSION}[^\s<]+)")

"""The labels of the map: the provinces with most signatories first, then those for which there is room."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from publish.site.map import ProvinceShape, TurkeyMap

_LETTER = 17
"""The width of a letter on the map: the average of the names of provinces, and a little air."""
_LINE = 40
"""The height of a line, likewise."""
_MOST_BEYOND = 12
"""How many names may reach beyond their provinces: those of the provinces with most signatories."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name around the point (`x`, `y`) of a province; `beyond` is whether it reaches into others."""

    code: int
    text: str
    x: int
    y: int
    beyond: bool

    def meets(self, other: "Name") -> bool:
        """Whether two names would touch."""
        width = (len(self.text) + len(other.text)) * _LETTER / 2
        return abs(self.x - other.x) < width and abs(self.y - other.y) < _LINE

    def is_within(self, drawn: TurkeyMap) -> bool:
        """Whether the whole name is on the map."""
        half = len(self.text) * _LETTER / 2
        return half <= self.x <= drawn.width - half


def map_names(drawn: TurkeyMap, counts: Mapping[int, int], named: Callable[[int], str]) -> tuple[Name, ...]:
    """Return the names to write; `counts` is province → its signatories, `named` gives the name of a province."""
    written: list[Name] = []
    for name in _wanted(drawn, counts, named):
        if name.is_within(drawn) and not any(map(name.meets, written)):
            written.append(name)
    return tuple(written)


def _wanted(drawn: TurkeyMap, counts: Mapping[int, int], named: Callable[[int], str]) -> Iterator[Name]:
    """Yield the names in the order of their weight; those of few signatories only where they fit."""
    ordered = sorted(drawn.provinces.values(), key=lambda shape: (-counts.get(shape.code, 0), -shape.room, shape.code))
    for place, shape in enumerate(ordered):
        text = named(shape.code)
        fits = _fits(shape, text)
        if fits or (counts.get(shape.code) and place < _MOST_BEYOND):
            yield Name(shape.code, text, *_place(shape), beyond=not fits)


def _place(shape: ProvinceShape) -> tuple[int, int]:
    """Return the middle of a name; in a province too small for any line, the point where its outline begins."""
    if shape.room or shape.x:
        return shape.x, shape.y
    x, y = map(int, re.findall(r"\d+", shape.path)[:2])
    return x, y


def _fits(shape: ProvinceShape, text: str) -> bool:
    return len(text) * _LETTER <= shape.room

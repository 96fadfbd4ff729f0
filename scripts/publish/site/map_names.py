"""The labels of the map: of places with signatories, then of the others, where a name fits."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from publish.site.map import PlaceMap

_LETTER = 17
"""The width of a letter in units of the map: the average of the names of places, with some space added."""
_LINE = 40
"""The height of a line, in the same units."""


@dataclass(frozen=True, slots=True)
class Name:
    """The label of a place, centred on (`x`, `y`)."""

    code: str
    text: str
    x: int
    y: int

    def overlaps(self, other: "Name") -> bool:
        """Return whether two labels would overlap."""
        width = (len(self.text) + len(other.text)) * _LETTER / 2
        return abs(self.x - other.x) < width and abs(self.y - other.y) < _LINE


def map_names(drawn: PlaceMap, counts: Mapping[str, int], named: Callable[[str], str]) -> tuple[Name, ...]:
    """Return the labels to draw; `counts` is place → number of signatories, `named` returns the name of a place.

    If a place with signatories has no room for its label, those without signatories get none: otherwise it would
    look like one without.
    """
    signed = {code for code, count in counts.items() if count}
    written: list[Name] = []
    for name in _fitting(drawn, counts, named):
        if not any(map(name.overlaps, written)):
            written.append(name)
    with_signatories = tuple(name for name in written if name.code in signed)
    return tuple(written) if len(with_signatories) == len(signed) else with_signatories


def _fitting(drawn: PlaceMap, counts: Mapping[str, int], named: Callable[[str], str]) -> Iterator[Name]:
    """Yield the labels that fit, sorted by signatories and then by room, the most first."""
    for shape in sorted(drawn.shapes.values(), key=lambda each: (-counts.get(each.code, 0), -each.room)):
        text = named(shape.code)
        if len(text) * _LETTER <= shape.room:
            yield Name(shape.code, text, shape.x, shape.y)

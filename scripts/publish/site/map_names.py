"""The labels of the map: of provinces with signatories, then of the others, where a name fits."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from publish.site.map import TurkeyMap

_LETTER = 17
"""The width of a letter on the map: the average of the names of provinces, and a little air."""
_LINE = 40
"""The height of a line, likewise."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name around the point (`x`, `y`) of a province."""

    code: int
    text: str
    x: int
    y: int

    def meets(self, other: "Name") -> bool:
        """Whether two names would touch."""
        width = (len(self.text) + len(other.text)) * _LETTER / 2
        return abs(self.x - other.x) < width and abs(self.y - other.y) < _LINE


def map_names(drawn: TurkeyMap, counts: Mapping[int, int], named: Callable[[int], str]) -> tuple[Name, ...]:
    """Return the names to write; `counts` is province → its signatories, `named` gives the name of a province.

    Where one with signatories has no room for its name, those without are not named: a name is a sign of signatories.
    """
    signed = {code for code, count in counts.items() if count}
    written: list[Name] = []
    for name in _fitting(drawn, counts, named):
        if not any(map(name.meets, written)):
            written.append(name)
    with_signatories = tuple(name for name in written if name.code in signed)
    return tuple(written) if len(with_signatories) == len(signed) else with_signatories


def _fitting(drawn: TurkeyMap, counts: Mapping[int, int], named: Callable[[int], str]) -> Iterator[Name]:
    """Yield the names that fit into their provinces, those of most signatories first, then of most room."""
    for shape in sorted(drawn.provinces.values(), key=lambda each: (-counts.get(each.code, 0), -each.room, each.code)):
        text = named(shape.code)
        if len(text) * _LETTER <= shape.room:
            yield Name(shape.code, text, shape.x, shape.y)

"""The labels of the map: of places with signatories, then of the others, where a name fits or has a place outside."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from publish.site.map import PlaceMap, Shading, Shape

_LETTER = 17
"""The width of a letter in units of the map: the average of the names of places, with some space added."""
_LARGER_LETTER = 20
"""The same on a small map, whose letters are larger (docs/assets/css/map.css)."""
_LARGEST_LETTER = 36
"""The same on a phone, where only few places are named."""
_LINE = 40
"""The height of a line, in the same units."""
_MARGIN = 90
"""The margin of a phone beside the map: 16 px at its size on a screen of 360 px."""
_FEW = 24
"""Places with signatories, up to which each is named where there is room outside the map."""
_POINTS = 20
"""Points of a line to a label that are looked at; between two of them no label has room."""

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Name:
    """The label of a place, centred on (`x`, `y`).

    `leader` are the ends of a line from the place to a label that stands outside the map; () if it is on the place.
    `is_roomy`: there is room for larger letters, too. `is_free`: it stands outside its place, or reaches over its edge.
    `is_chief`: a phone shows it, in the largest letters, even over the edge of its place; `leader_on_phone` is the line
    to it there.
    """

    code: str
    text: str
    x: int
    y: int
    is_roomy: bool
    leader: tuple[Point, Point] | tuple[()] = ()
    is_free: bool = False
    is_chief: bool = False

    @property
    def leader_on_phone(self) -> tuple[Point, Point] | tuple[()]:
        """The line to the label in the largest letters; () without a leader."""
        if not self.leader:
            return ()
        return self.leader[0], _edge(self.leader[0], self.x, self.y, len(self.text) * _LARGEST_LETTER // 2, _LINE)

    def overlaps(self, other: "Name") -> bool:
        """Return whether two labels, or one and the line to the other, would overlap."""
        return (
            self.is_upon(other, _LETTER, _LINE)
            or any(map(other.holds, self.line()))
            or any(map(self.holds, other.line()))
        )

    def is_upon(self, other: "Name", letter: int, line: int) -> bool:
        """Return whether the words of two labels would overlap in letters and lines of this size."""
        width = (len(self.text) + len(other.text)) * letter / 2
        return abs(self.x - other.x) < width and abs(self.y - other.y) < line

    def holds(self, point: Point) -> bool:
        """Return whether a point lies in the frame of the label."""
        return abs(self.x - point[0]) < len(self.text) * _LETTER / 2 and abs(self.y - point[1]) < _LINE / 2

    def line(self) -> Iterator[Point]:
        """Yield points all along the line to the label."""
        if self.leader:
            (x1, y1), (x2, y2) = self.leader
            for step in range(_POINTS + 1):
                yield x1 + (x2 - x1) * step / _POINTS, y1 + (y2 - y1) * step / _POINTS


def map_names(drawn: PlaceMap, counts: Mapping[str, int], named: Callable[[str], str]) -> tuple[Name, ...]:
    """Return the labels to draw; `counts` is place → number of signatories, `named` returns the name of a place.

    A place without room whose shade is one of the two darkest, but not the lightest, or any of few that have
    signatories, has its label outside the map; where there is no room, it reaches over the edge of the place.
    If another place with signatories has no room, those without signatories get no label: otherwise it would look
    like one without.
    """
    signed = {code for code, count in counts.items() if count}
    written: list[Name] = []
    for name in _candidates(drawn, counts, named):
        if not any(map(name.overlaps, written)):
            written.append(name)
    chief = _chief(written, drawn.width, counts)
    written = [replace(name, is_chief=name in chief) for name in written]
    with_signatories = tuple(name for name in written if name.code in signed)
    return tuple(written) if len(with_signatories) == len(signed) else with_signatories


def _chief(names: Sequence[Name], width: int, counts: Mapping[str, int]) -> list[Name]:
    """Return the labels of the darkest shade in the largest letters, on a map of a width; none is upon another."""
    shading, chosen = Shading.of(counts), list[Name]()
    darkest = max(map(shading.number, counts.values()), default=0)
    for name in (each for each in names if darkest and shading.number(counts.get(each.code, 0)) == darkest):
        half = len(name.text) * _LARGEST_LETTER / 2
        is_free = not any(name.is_upon(each, _LARGEST_LETTER, 2 * _LINE) for each in chosen)
        if is_free and half <= name.x + _MARGIN and name.x - _MARGIN <= width - half:
            chosen.append(name)
    return chosen


def _candidates(drawn: PlaceMap, counts: Mapping[str, int], named: Callable[[str], str]) -> Iterator[Name]:
    """Yield the labels that have a place, sorted by signatories and then by room, the most first."""
    shading = Shading.of(counts)
    darkest = max(map(shading.number, counts.values()), default=0)
    are_few = sum(map(bool, counts.values())) <= _FEW
    dark = 1 if are_few else max(2, darkest - 1)
    for shape in sorted(drawn.shapes.values(), key=lambda each: (-counts.get(each.code, 0), -each.room)):
        text = named(shape.code)
        if len(text) * _LETTER <= shape.room:
            yield Name(shape.code, text, shape.x, shape.y, len(text) * _LARGER_LETTER <= shape.room)
        elif shape.beside and shading.number(counts.get(shape.code, 0)) >= dark:
            yield _beside(shape, text, *shape.beside)
        elif shading.number(counts.get(shape.code, 0)) >= dark:
            yield Name(shape.code, text, shape.x, shape.y, is_roomy=False, is_free=True)


def _beside(shape: Shape, text: str, x: int, y: int) -> Name:
    """Return a label outside the map, with a line from the place to the nearest point of the label's frame."""
    place = shape.x, shape.y
    end = _edge(place, x, y, len(text) * _LETTER // 2, _LINE // 2)
    return Name(shape.code, text, x, y, is_roomy=True, leader=(place, end), is_free=True)


def _edge(place: Point, x: int, y: int, width: int, height: int) -> Point:
    """Return the point nearest to a place in a frame of half this width and height around (`x`, `y`)."""
    return min(max(place[0], x - width), x + width), min(max(place[1], y - height), y + height)

"""Strapwork: closed bands of straight lines that pass over and under each other in turn, as outlines to be filled.

A point of the plane is a complex number, so that turning it is a multiplication.
"""

from cmath import rect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations, pairwise
from math import gcd, tau
from typing import Self

Corners = tuple[complex, ...]
"""The corners of a closed polygon."""
Piece = tuple[Corners, ...]
"""The visible outline of a band between two bands above it; the outline and the hole of an uncovered band."""

_RAY = rect(1, 0.12345)
"""A direction in which no line joins two points of a regular polygon."""
_NEAR = 1e-6
"""Points closer than this are the same, in a circle of radius 1."""


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """A straight line: its start, its direction as a unit vector, and its length. It is equal to itself alone."""

    start: complex
    direction: complex
    length: float

    @classmethod
    def between(cls, start: complex, end: complex) -> Self:
        """Return the line from one point to another."""
        length = abs(end - start)
        return cls(start, (end - start) / length, length)

    def beside(self, distance: float) -> "Line":
        """Return the parallel line at a distance; a negative one is on the other side."""
        return Line(self.start + 1j * self.direction * distance, self.direction, self.length)

    def meeting(self, other: "Line") -> complex:
        """Return the intersection of the two lines, extended without end."""
        along = turn(other.start - self.start, other.direction) / turn(self.direction, other.direction)
        return self.start + along * self.direction

    def crossing(self, other: "Line") -> complex | None:
        """Return where the lines cross; None if they do not, or only touch at their ends."""
        if abs(turn(self.direction, other.direction)) < _NEAR:
            return None
        at = self.meeting(other)
        return at if all(_NEAR < line.along(at) < line.length - _NEAR for line in (self, other)) else None

    def along(self, point: complex) -> float:
        """Return the position of a point along the line."""
        return ((point - self.start) * self.direction.conjugate()).real

    def distance(self, point: complex) -> float:
        """Return the distance of a point from the line."""
        nearest = min(max(self.along(point), 0), self.length)
        return abs(self.start + nearest * self.direction - point)


@dataclass(frozen=True, slots=True)
class Passage:
    """A crossing of a band with another, or itself: its side, whether it passes over, and the other line."""

    at: complex
    side: int
    over: bool
    other: Line


@dataclass(frozen=True)
class Strapwork:
    """Bands, each by the corners of its centre line. No three lines may meet in a point (`clearance`)."""

    bands: tuple[Corners, ...]

    @cached_property
    def sides(self) -> tuple[tuple[Line, ...], ...]:
        """The sides of every band."""
        return tuple(tuple(map(Line.between, band, (*band[1:], band[0]))) for band in self.bands)

    @cached_property
    def clearance(self) -> float:
        """The least distance of a corner or crossing from any other line; 0 if three lines meet in a point."""
        lines = [line for sides in self.sides for line in sides]
        points = [(line.start, {line, sides[at - 1]}) for sides in self.sides for at, line in enumerate(sides)]
        pairs = [(one.crossing(other), {one, other}) for one, other in combinations(lines, 2)]
        points += [(at, pair) for at, pair in pairs if at is not None]
        return min(line.distance(point) for point, own in points for line in lines if line not in own)

    @cached_property
    def passages(self) -> tuple[tuple[Passage, ...], ...]:
        """The passages of every band, in order."""
        lines = [line for sides in self.sides for line in sides]
        return tuple(tuple(_passages(sides, lines)) for sides in self.sides)

    def pieces(self, width: float, gap: float) -> Iterator[Piece]:
        """Yield the visible pieces of bands of a width, with a gap on both sides of every band that passes over."""
        for sides, passages in zip(self.sides, self.passages, strict=True):
            edges = [[line.beside(offset) for line in sides] for offset in (width / 2, -width / 2)]
            under = [each for each in passages if not each.over]
            if not under:
                yield tuple(map(_ring, edges, (1, -1)))
            for first, last in zip(under, (*under[1:], *under[:1]), strict=True):
                numbers = _numbers(first, last, len(sides), is_round=last is under[0])
                ends = [sides[numbers[0]].direction, -sides[numbers[-1]].direction]
                cuts = [_cut(each, end, width / 2 + gap) for each, end in zip((first, last), ends, strict=True)]
                one, other = (_chain(cuts[0], [edge[side] for side in numbers], cuts[1]) for edge in edges)
                yield ((*one, *reversed(other)),)


def star(points: int, step: int, radius: float, turned: float = 0) -> Iterator[Corners]:
    """Yield the closed lines of a star polygon, which join every point on a circle with the one `step` further on.

    The first point is at the top, moved on by `turned` points.
    """
    separate = gcd(points, step)
    for first in range(separate):
        turns = ((first + step * number + turned) / points - 1 / 4 for number in range(points // separate))
        yield tuple(rect(radius, tau * each) for each in turns)


def turn(one: complex, other: complex) -> float:
    """Return the cross product of two vectors: 0 if they are parallel."""
    return (one.conjugate() * other).imag


def _passages(sides: Sequence[Line], lines: Sequence[Line]) -> Iterator[Passage]:
    for number, side in enumerate(sides):
        met = [(at, line) for line in lines if (at := side.crossing(line)) is not None]
        for at, line in sorted(met, key=lambda each: side.along(each[0])):
            yield Passage(at, number, _is_over(side, line, at, lines), line)


def _is_over(side: Line, other: Line, at: complex, lines: Sequence[Line]) -> bool:
    """Return whether `side` passes over `other`: over and under alternate along every band.

    The lines divide the plane into fields that can be coloured like a chessboard. The line with a dark field on its
    left before the crossing passes over; the other one has a light field there.
    """
    between = at + 100 * _NEAR * (side.direction + other.direction)
    return _is_dark(between, lines) == (turn(side.direction, other.direction) > 0)


def _is_dark(point: complex, lines: Sequence[Line]) -> bool:
    """Return whether a field is dark: a ray from it crosses an odd number of lines."""
    way = Line(point, _RAY, 0)
    met = [(line, line.meeting(way)) for line in lines]
    return sum(way.along(at) > 0 and 0 <= line.along(at) < line.length for line, at in met) % 2 == 1


def _ring(edge: Sequence[Line], step: int) -> Corners:
    """Return the corners of a closed edge, in one direction or the other."""
    return tuple(map(Line.meeting, edge, (*edge[1:], edge[0])))[::step]


def _numbers(first: Passage, last: Passage, sides: int, *, is_round: bool) -> list[int]:
    """Return the sides of a piece, from the passage where it begins to the one where it ends."""
    end = last.side + (sides if is_round else 0)
    return [side % sides for side in range(first.side, end + 1)]


def _cut(passage: Passage, towards: complex, distance: float) -> Line:
    """Return the line that ends a piece: parallel to the band above it, on the side of the piece."""
    return passage.other.beside(distance if turn(passage.other.direction, towards) > 0 else -distance)


def _chain(first: Line, lines: Sequence[Line], last: Line) -> list[complex]:
    return [one.meeting(other) for one, other in pairwise((first, *lines, last))]

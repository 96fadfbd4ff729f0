"""The ornament of a declaration: a star of interlaced bands, computed from the numbers of its provisions."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from declaration.ornament.strapwork import Strapwork, star
from declaration.structure.parts import known_kinds
from source.problems import Message, Problem, refuse
from source.yaml.cursors import Cursor

_FEWEST, _MOST = 7, 40
"""Points: stars of five and six are established symbols; with too many, no band is wide enough to be seen."""
_MOST_IN_AN_ICON = 16
_WHOLE = 100
"""Percent."""
_NARROWEST = 0.025
"""Clearance of the narrowest band, over the radius of the ornament."""


@dataclass(frozen=True, slots=True)
class Band:
    """A band that joins every point of its circle with the one `steps` further on; `radius` is at most 1."""

    steps: int
    radius: float


@dataclass(frozen=True, slots=True)
class Ornament:
    """A number of points on a circle and the bands between them, the outermost first.

    The first band begins at the top; the others are turned by half the angle between two points.
    """

    points: int
    bands: tuple[Band, ...]

    @classmethod
    def from_yaml(cls, cursor: Cursor, counts: Mapping[str, int]) -> Self:
        """Read the `ornament` of a text; `counts` is kind → provisions. SourceError if its numbers are not valid."""
        fields = cursor.fields(("points", "bands"), ())
        points = _sum(fields["points"], counts)
        if not _FEWEST <= points <= _MOST:
            message = Message(
                "An ornament has {fewest} to {most} points; these kinds have {points} provisions.",
                fewest=_FEWEST,
                most=_MOST,
                points=points,
            )
            raise fields["points"].error("ornament-points", message, example=_example(counts))
        bands = fields["bands"].items()
        ornament = cls(points, tuple(_band(each, points, counts) for each in bands))
        refuse(each for number, at in enumerate(bands) for each in ornament._problems(number, at))
        return ornament

    @classmethod
    def plain(cls, counts: Mapping[str, int]) -> Self:
        """Return the default ornament: one band, with a point for each provision of the most frequent kind.

        With many, it has a point for every second one, every fourth: more than these cannot be told apart in an icon.
        """
        points = max(_FEWEST, *counts.values())
        while points > _MOST_IN_AN_ICON:
            points //= 2
        return cls(points, (Band(3, 1),))

    @property
    def small(self) -> "Ornament":
        """The ornament for small sizes: its first band."""
        return Ornament(self.points, self.bands[:1])

    @property
    def strapwork(self) -> Strapwork:
        """Its lines, in a circle of radius 1."""
        turned = (0, *(0.5 for _ in self.bands[1:]))
        stars = (star(self.points, each.steps, each.radius, at) for each, at in zip(self.bands, turned, strict=True))
        return Strapwork(tuple(corners for each in stars for corners in each))

    def _problems(self, number: int, cursor: Cursor) -> list[Problem]:
        """Return a problem if a band is too near to the corners or crossings of those before it."""
        if self._with_radius(number, self.bands[number].radius) >= _NARROWEST:
            return []
        message = Message(
            "This band is too close to the corners or crossings of the bands before it: there is no space between them."
        )
        nearest = sorted(range(1, _WHOLE + 1), key=lambda percent: abs(percent / _WHOLE - self.bands[number].radius))
        wide = (each for each in nearest if self._with_radius(number, each / _WHOLE) >= _NARROWEST)
        example = next((f"radius: {percent}" for percent in wide), "")
        return [cursor.fields()["radius"].problem("ornament-radius", message, example=example)]

    def _with_radius(self, number: int, radius: float) -> float:
        """Return the clearance of the bands up to a number, the last one with another radius."""
        bands = (*self.bands[:number], Band(self.bands[number].steps, radius))
        return Ornament(self.points, bands).strapwork.clearance


def _band(cursor: Cursor, points: int, counts: Mapping[str, int]) -> Band:
    fields = cursor.fields(("steps", "radius"), ())
    steps, radius = _sum(fields["steps"], counts), fields["radius"].text()
    nearer = min(steps % points, -steps % points)
    if nearer in (0, points / 2):
        message = Message(
            "{steps} steps on {points} points do not make a star: the line returns to its start by the same way.",
            steps=steps,
            points=points,
        )
        raise fields["steps"].error("ornament-steps", message, example=_example(counts))
    if not (radius.isascii() and radius.isdecimal() and 1 <= int(radius) <= _WHOLE):
        message = Message(
            "“{radius}” is not a whole number from 1 to 100: the radius is a percentage of the ornament’s.",
            radius=radius,
        )
        raise fields["radius"].error("ornament-radius", message, example="radius: 100")
    return Band(nearer, int(radius) / _WHOLE)


def _sum(cursor: Cursor, counts: Mapping[str, int]) -> int:
    return sum(counts[kind] for kind in known_kinds(cursor.items(), counts))


def _example(counts: Mapping[str, int]) -> str:
    """Return the kinds to choose from, with their counts."""
    return ", ".join(f"{kind} ({count})" for kind, count in counts.items() if count)

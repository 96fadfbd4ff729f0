"""A choropleth map of the places, shaded by number of signatories."""

import json
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any, Self

_FEW = 4
"""The number of shades: up to so many signatories in a place, every count has its own."""
_FACTORS = (1, 2, 5)
"""A factor is one of these times a power of ten, so that the legend has round numbers."""
_STEPS = (2, 5, 10)
"""The multiples of a factor at which the shades after the first begin."""


@dataclass(frozen=True, slots=True)
class Shape:
    """A place as drawn. `path` is SVG path data; a line of text centred on (`x`, `y`) may be `room` wide.

    `beside` is the middle of a label outside the map, for a place with little room; () if there is none.
    """

    code: str
    path: str
    x: int
    y: int
    room: int
    beside: tuple[int, int] | tuple[()] = ()

    @classmethod
    def from_json(cls, raw: Mapping[str, Any]) -> Self:
        """Read a shape; KeyError, TypeError or ValueError if it is none."""
        numbers: dict[str, Any] = {name: int(raw[name]) for name in ("x", "y", "room")}
        if raw.get("beside"):
            x, y = raw["beside"]
            numbers["beside"] = int(x), int(y)
        return cls(**{**raw, "code": str(raw["code"]), **numbers})


@dataclass(frozen=True, slots=True)
class PlaceMap:
    """The map. `outline`, of the whole for small maps, and `regions` are path data; `shapes` by code of the place."""

    width: int
    height: int
    outline: str
    regions: Mapping[str, str]
    shapes: Mapping[str, Shape]

    @classmethod
    def load(cls, path: Path) -> Self:
        """Read a vendored map."""
        content = json.loads(path.read_text(encoding="utf-8"))
        shapes = {shape.code: shape for shape in map(Shape.from_json, content["shapes"])}
        return cls(**{name: content[name] for name in ("width", "height", "outline", "regions")}, shapes=shapes)


@dataclass(frozen=True, slots=True)
class Shade:
    """A line of the legend: places with `least` to `most` signatories."""

    number: int
    least: int
    most: int


@dataclass(frozen=True, slots=True)
class Shading:
    """Up to four shades; `bounds` are the counts at which they begin, the first 1, `counts` those that there are."""

    bounds: tuple[int, ...]
    counts: frozenset[int]

    @classmethod
    def of(cls, counts: Mapping[str, int]) -> Self:
        """Fit the shades to the largest count: up to 4 every number, then 1, 2, 5, 10, from 20 on 1, 4, 10, 20."""
        largest = max(counts.values(), default=0)
        if largest <= _FEW:
            return cls(tuple(range(1, max(largest, 1) + 1)), frozenset(counts.values()))
        factor = _factor(largest)
        return cls((1, *(step * factor for step in _STEPS if step * factor <= largest)), frozenset(counts.values()))

    @property
    def legend(self) -> tuple[Shade, ...]:
        """The shades in use, the lightest first."""
        ends = (*(above - 1 for _, above in pairwise(self.bounds)), max(self.counts, default=0))
        shades = (Shade(at, *span) for at, span in enumerate(zip(self.bounds, ends, strict=True), 1))
        return tuple(each for each in shades if any(each.least <= count <= each.most for count in self.counts))

    def number(self, count: int) -> int:
        """Return the number of the shade of a place, 0 where it has no signatory."""
        return bisect_right(self.bounds, count)


def _factor(largest: int) -> int:
    """Return the largest factor with which the darkest shade is still in use, 1 if there is none."""
    powers = (10**exponent for exponent in range(len(str(largest))))
    factors = [factor * power for power in powers for factor in _FACTORS]
    return max((factor for factor in factors if factor * _STEPS[-1] <= largest), default=1)

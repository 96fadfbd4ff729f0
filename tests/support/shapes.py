"""The paths of the map as points and edges, read with no more than their grammar."""

import re
from collections.abc import Iterator
from itertools import pairwise

Point = tuple[int, int]
Edge = tuple[Point, Point]


def edges(path: str) -> Iterator[Edge]:
    """Yield the edges of every ring of a path such as "M10 20l5-3 2 8z", each in its direction."""
    for ring in re.fullmatch(r"(?:M[-0-9 ]+l[-0-9 ]+z)+", path)[0].split("M")[1:]:
        points = list(_points([int(each) for each in re.findall(r"-?\d+", ring)]))
        yield from pairwise([*points, points[0]])


def area(path: str) -> float:
    """Return the area inside a path, its holes left out."""
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in edges(path))) / 2


def _points(numbers: list[int]) -> Iterator[Point]:
    x = y = 0
    for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
        x, y = x + dx, y + dy
        yield x, y

"""The ornament of the pages, drawn as pixels for cards and icons: an eight-pointed star of two squares."""

from io import BytesIO
from math import cos, gcd, pi, sin

from PIL import Image, ImageDraw

_OVERSAMPLING = 3
"""Drawn this many times too large and scaled down, so that slanting lines are smooth."""

Point = tuple[float, float]


def rosette(size: tuple[int, int], centre: Point, radius: float, stroke: int) -> Image.Image:
    """Return the star with the star polygon {8/3} inside it as a mask of `size`; all lengths in pixels."""
    inner = radius * cos(pi / 4) / cos(pi / 8)
    return _mask(size, [(_ring(centre, radius, 0), 2), (_ring(centre, inner, pi / 8), 3)], stroke)


def star(size: tuple[int, int], centre: Point, radius: float, stroke: int) -> Image.Image:
    """Return the bare star as a mask of `size`; all lengths in pixels."""
    return _mask(size, [(_ring(centre, radius, 0), 2)], stroke)


def icon_png(side: int, ink: str, paper: str) -> bytes:
    """Return the bare star on a square of `paper`, with the margin that round icon frames cut into."""
    image = Image.new("RGB", (side, side), paper)
    image.paste(ink, mask=star(image.size, (side / 2, side / 2), side * 0.36, max(2, side // 24)))
    target = BytesIO()
    image.quantize(16).save(target, "PNG", optimize=True)
    return target.getvalue()


def _mask(size: tuple[int, int], stars: list[tuple[list[Point], int]], stroke: int) -> Image.Image:
    """Draw star polygons, each as its eight points and the step from one point to the next it is joined with."""
    mask = Image.new("L", (size[0] * _OVERSAMPLING, size[1] * _OVERSAMPLING))
    draw = ImageDraw.Draw(mask)
    for points, step in stars:
        for first in range(gcd(len(points), step)):
            corners = len(points) // gcd(len(points), step)
            path = [points[(first + turn * step) % len(points)] for turn in range(corners + 2)]
            scaled = [(x * _OVERSAMPLING, y * _OVERSAMPLING) for x, y in path]
            draw.line(scaled, fill=255, width=stroke * _OVERSAMPLING, joint="curve")
    return mask.resize(size, Image.Resampling.LANCZOS)


def _ring(centre: Point, radius: float, turn: float) -> list[Point]:
    """Return eight points on a circle, the first at the angle `turn`."""
    angles = [turn + index * pi / 4 for index in range(8)]
    return [(centre[0] + radius * cos(angle), centre[1] - radius * sin(angle)) for angle in angles]

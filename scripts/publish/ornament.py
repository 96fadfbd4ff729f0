"""The ornament of the pages, drawn as pixels for icons: an eight-pointed star of two squares."""

from io import BytesIO
from math import cos, pi, sin

from PIL import Image, ImageDraw

_OVERSAMPLING = 3
"""Drawn this many times too large and scaled down, so that slanting lines are smooth."""


def icon_png(side: int, ink: str, paper: str) -> bytes:
    """Return the star on a square of `paper`, with the margin that round icon frames cut into."""
    image = Image.new("RGB", (side, side), paper)
    image.paste(ink, mask=_star(side, radius=side * 0.36, stroke=max(2, side // 24)))
    target = BytesIO()
    image.quantize(16).save(target, "PNG", optimize=True)
    return target.getvalue()


def _star(side: int, radius: float, stroke: int) -> Image.Image:
    """Return the star as a mask: each square is the four corners of a ring of eight that are two apart."""
    mask = Image.new("L", (side * _OVERSAMPLING, side * _OVERSAMPLING))
    draw = ImageDraw.Draw(mask)
    for first in range(2):
        corners = [_corner(side / 2, radius, first + step) for step in range(0, 12, 2)]
        scaled = [(x * _OVERSAMPLING, y * _OVERSAMPLING) for x, y in corners]
        draw.line(scaled, fill=255, width=stroke * _OVERSAMPLING, joint="curve")
    return mask.resize((side, side), Image.Resampling.LANCZOS)


def _corner(centre: float, radius: float, index: int) -> tuple[float, float]:
    angle = index % 8 * pi / 4
    return centre + radius * cos(angle), centre - radius * sin(angle)

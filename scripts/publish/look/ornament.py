"""The ornament as paths of SVG: one drawing for pages, icons, cards, badges and printed files."""

from cmath import phase, rect
from dataclasses import dataclass
from math import tau
from typing import Self

from declaration.ornament.star import Ornament
from declaration.ornament.strapwork import Piece

RADIUS = 50
"""The radius of a drawing, around (0, 0), in units of its path."""
_FULL, _SMALL = 0.062, 0.125
"""The largest width of bands, divided by the radius of their centre lines."""
_OF_CLEARANCE, _GAP = 0.88, 0.28
"""The width of bands, divided by the clearance of lines; the gaps along them, divided by that width."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """One part of the ornament as path data, drawn `times` times, each time rotated further around (0, 0)."""

    path: str
    times: int

    @classmethod
    def of(cls, ornament: Ornament, *, small: bool = False) -> Self:
        """Return the drawing of all bands; for the smallest sizes that of the first band only, as wide as possible."""
        strapwork, widest, digits = (ornament.small.strapwork, _SMALL, 1) if small else (ornament.strapwork, _FULL, 2)
        width = min(widest, strapwork.clearance * _OF_CLEARANCE)
        pieces = list(strapwork.pieces(width, width * _GAP))
        reach = max(abs(point) for piece in pieces for outline in piece for point in outline)
        path = "".join(_path(piece, RADIUS / reach, digits) for piece in pieces if _is_first(piece, ornament.points))
        return cls(path, ornament.points)


def _is_first(piece: Piece, times: int) -> bool:
    """Return whether a piece is part of the path that is repeated: of congruent pieces, the one next to the top.

    A band without crossings is one piece of two outlines, and always part of it.
    """
    return len(piece) > 1 or phase(sum(piece[0]) * rect(1, tau / 4 + tau / 10 / times)) % tau < tau / times


def _path(piece: Piece, scale: float, digits: int) -> str:
    sizes = ((point * scale for point in outline) for outline in piece)
    corners = [[f"{point.real:.{digits}f} {point.imag:.{digits}f}" for point in outline] for outline in sizes]
    return "".join(f"M{'L'.join(outline)}Z" for outline in corners)

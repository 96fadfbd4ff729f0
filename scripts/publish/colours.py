"""The colours of pictures: the light tokens of the style sheet."""

from PIL import ImageColor

PAPER, INK, SOFT, TILE, WASH = "#fbf9f4", "#1c1a17", "#57524a", "#0c4a5e", "#d5e3e5"
"""WASH is TILE thinned for a large ornament."""


def palette() -> list[int]:
    """Return what pictures of words are reduced to: red, green and blue of each colour, and of the edges of letters."""
    return [part for colour in (PAPER, INK, SOFT, TILE, WASH) for part in ImageColor.getrgb(colour)] + _edges()


def _edges() -> list[int]:
    """Return three steps from paper to ink."""
    ends = list(zip(ImageColor.getrgb(PAPER), ImageColor.getrgb(INK), strict=True))
    return [round(paper + (ink - paper) * step / 4) for step in (1, 2, 3) for paper, ink in ends]

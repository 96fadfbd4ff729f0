"""Social cards: what a messenger or a newspaper shows beside a link, 1200 by 630 pixels."""

from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path

import PIL
from PIL import Image, ImageDraw, ImageFont, ImageOps

from publish.cache import cached
from publish.languages import Direction
from publish.ornament import rosette, star
from publish.typefaces import ITALIC, SANS, SERIF, Typefaces
from publish.typeset import Setting, draw_lines, fit

SIZE = (1200, 630)
"""As Open Graph readers show it uncropped: 1.91 to 1."""
PAPER, INK, SOFT, TILE, WASH = "#fbf9f4", "#1c1a17", "#57524a", "#0c4a5e", "#d5e3e5"
"""The light tokens of the style sheet; WASH is TILE thinned for the large ornament."""
MARGIN = 88
TEXT_SIZES = tuple(range(84, 25, -2))
HANGS_SIZES = (28, 26)
STAR_RADIUS = 18
GAP = 14
"""Between the text and the words that it hangs from."""


@dataclass(frozen=True, slots=True)
class Card:
    """The words of a card: the small line above, the text itself, the small line below.

    `before` and `after` are the words that the text hangs from, "" where it stands by itself; `wordmark` is the name
    of the site, "" where another line says it; `direction` is that of the language.
    """

    above: str
    text: str
    below: str
    before: str = ""
    after: str = ""
    wordmark: str = ""
    direction: Direction = "ltr"

    @property
    def quote(self) -> str:
        """The text with what it hangs from."""
        return " ".join(filter(None, (self.before, self.text, self.after)))


def card_png(card: Card, faces: Typefaces, cache: Path) -> bytes:
    """Return a card as PNG; one that was drawn before comes from the cache."""
    look = f"{PIL.__version__} {card} {Path(__file__).read_bytes()!r}"
    dependencies = b"\0".join([look.encode(), *faces.contents])
    return cached(cache, "png", dependencies, lambda: _png(_draw(card, faces)))


def _draw(card: Card, faces: Typefaces) -> Image.Image:
    image = _ground(card.direction).copy()
    draw = ImageDraw.Draw(image)
    width = SIZE[0] - 2 * MARGIN
    above, below = (fit(text, faces.file_for(SANS, text), (width, 40), (28,)) for text in (card.above, card.below))
    draw_lines(draw, (MARGIN, MARGIN - 16), above, TILE, card.direction)
    if card.wordmark:
        _wordmark(image, card, faces)
    parts = quotation(card, faces)
    top = (SIZE[1] - sum(part.height for part, _ in parts) - GAP * (len(parts) - 1)) // 2
    for part, colour in parts:
        draw_lines(draw, (MARGIN, top), part, colour, card.direction)
        top += part.height + GAP
    draw_lines(draw, (MARGIN, SIZE[1] - MARGIN - 20), below, SOFT, card.direction)
    return image


def _wordmark(image: Image.Image, card: Card, faces: Typefaces) -> None:
    """Set the star and the name of the site where lines end, on the line of the label."""
    font = ImageFont.truetype(str(faces.file_for(SERIF, card.wordmark)), 28)
    start = SIZE[0] - MARGIN - font.getlength(card.wordmark)
    side = 2 * STAR_RADIUS + 4
    left = round(start) - side - 10
    mark = star((side, side), (side / 2, side / 2), STAR_RADIUS, 2)
    draw = ImageDraw.Draw(image)
    if card.direction == "rtl":
        image.paste(TILE, (SIZE[0] - left - side, MARGIN - side // 2), mask=mark)
        draw.text((SIZE[0] - start, MARGIN), card.wordmark, font=font, fill=INK, anchor="rm", direction="rtl")
    else:
        image.paste(TILE, (left, MARGIN - side // 2), mask=mark)
        draw.text((start, MARGIN), card.wordmark, font=font, fill=INK, anchor="lm")


def quotation(card: Card, faces: Typefaces) -> list[tuple[Setting, str]]:
    """Set the text as large as the words that it hangs from leave room for; returns each part with its colour."""
    width, room = SIZE[0] - 2 * MARGIN, SIZE[1] - 2 * MARGIN - 110
    before, after = (
        [fit(each, faces.file_for(ITALIC, each), (width, 80), HANGS_SIZES)] if each else []
        for each in (card.before, card.after)
    )
    taken = sum(each.height + GAP for each in (*before, *after))
    text = fit(card.text, faces.file_for(SERIF, card.text), (width, room - taken), TEXT_SIZES)
    return [*((each, SOFT) for each in before), (text, INK), *((each, SOFT) for each in after)]


@cache
def _ground(direction: Direction) -> Image.Image:
    """Return what all cards of a direction have in common; the large ornament takes longer to draw than the words."""
    image = Image.new("RGB", SIZE, PAPER)
    image.paste(WASH, mask=rosette(SIZE, (1040, 315), 360, 2))
    ImageDraw.Draw(image).rectangle((0, 0, 12, SIZE[1]), fill=TILE)
    return ImageOps.mirror(image) if direction == "rtl" else image


def _png(image: Image.Image) -> bytes:
    target = BytesIO()
    image.quantize(16, dither=Image.Dither.NONE).save(target, "PNG", optimize=True)
    return target.getvalue()

"""Social cards: what a messenger or a newspaper shows beside a link, 1200 by 630 pixels."""

from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path

import PIL
from PIL import Image, ImageDraw, ImageFont

from publish.cache import cached
from publish.ornament import rosette, star
from publish.typeset import LEADING, Setting, fit
from source.layout import Layout

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
    of the site, "" where another line says it.
    """

    above: str
    text: str
    below: str
    before: str = ""
    after: str = ""
    wordmark: str = ""

    @property
    def quote(self) -> str:
        """The text with what it hangs from."""
        return " ".join(filter(None, (self.before, self.text, self.after)))


def card_png(card: Card, layout: Layout) -> bytes:
    """Return a card as PNG; one that was drawn before comes from the cache."""
    fonts = layout.root / "vendor" / "fonts"
    dependencies = f"{PIL.__version__} {card} {Path(__file__).read_bytes()!r}".encode()
    return cached(layout.cache, "png", dependencies, lambda: _png(_draw(card, fonts)))


def _draw(card: Card, fonts: Path) -> Image.Image:
    image = _ground().copy()
    draw = ImageDraw.Draw(image)
    sans = fonts / "SourceSans3-Regular.ttf"
    width = SIZE[0] - 2 * MARGIN
    _lines(draw, fit(card.above, sans, (width, 40), (28,)), MARGIN - 16, TILE)
    if card.wordmark:
        _wordmark(image, card.wordmark, ImageFont.truetype(str(fonts / "Literata-Regular.ttf"), 28))
    parts = quotation(card, fonts)
    top = (SIZE[1] - sum(part.height for part, _ in parts) - GAP * (len(parts) - 1)) // 2
    for part, colour in parts:
        _lines(draw, part, top, colour)
        top += part.height + GAP
    _lines(draw, fit(card.below, sans, (width, 40), (28,)), SIZE[1] - MARGIN - 20, SOFT)
    return image


def _wordmark(image: Image.Image, name: str, font: ImageFont.FreeTypeFont) -> None:
    """Set the star and the name of the site at the right, on the line of the label."""
    left = SIZE[0] - MARGIN - font.getlength(name)
    side = 2 * STAR_RADIUS + 4
    mark = star((side, side), (side / 2, side / 2), STAR_RADIUS, 2)
    image.paste(TILE, (round(left) - side - 10, MARGIN - side // 2), mask=mark)
    ImageDraw.Draw(image).text((left, MARGIN), name, font=font, fill=INK, anchor="lm")


def quotation(card: Card, fonts: Path) -> list[tuple[Setting, str]]:
    """Set the text as large as the words that it hangs from leave room for; returns each part with its colour."""
    width, room = SIZE[0] - 2 * MARGIN, SIZE[1] - 2 * MARGIN - 110
    italic, serif = fonts / "Literata-Italic.ttf", fonts / "Literata-Regular.ttf"
    before, after = (
        [fit(each, italic, (width, 80), HANGS_SIZES)] if each else [] for each in (card.before, card.after)
    )
    taken = sum(each.height + GAP for each in (*before, *after))
    text = fit(card.text, serif, (width, room - taken), TEXT_SIZES)
    return [*((each, SOFT) for each in before), (text, INK), *((each, SOFT) for each in after)]


@cache
def _ground() -> Image.Image:
    """Return what all cards have in common; the large ornament takes longer to draw than the words."""
    image = Image.new("RGB", SIZE, PAPER)
    image.paste(WASH, mask=rosette(SIZE, (1040, 315), 360, 2))
    ImageDraw.Draw(image).rectangle((0, 0, 12, SIZE[1]), fill=TILE)
    return image


def _lines(draw: ImageDraw.ImageDraw, setting: Setting, top: int, colour: str) -> None:
    for index, line in enumerate(setting.lines):
        draw.text((MARGIN, top + index * setting.size * LEADING), line, font=setting.font, fill=colour)


def _png(image: Image.Image) -> bytes:
    target = BytesIO()
    image.quantize(16, dither=Image.Dither.NONE).save(target, "PNG", optimize=True)
    return target.getvalue()

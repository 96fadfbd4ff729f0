"""Sets words in a box: the largest size that fits, lines of about the same length, never a broken word."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PIL import ImageDraw, ImageFont

from publish.languages import Direction

LEADING = 1.25
"""Height of a line over the size of its letters."""


@dataclass(frozen=True, slots=True)
class Setting:
    """Lines of one size in pixels, ready to draw."""

    font: ImageFont.FreeTypeFont
    size: int
    lines: tuple[str, ...]

    @property
    def height(self) -> int:
        """The height of all lines, in pixels."""
        return round(len(self.lines) * self.size * LEADING)


def fit(text: str, font: Path, box: tuple[int, int], sizes: Sequence[int]) -> Setting:
    """Set `text` in a box (width, height) at the largest of `sizes` that fits; cut with an ellipsis if none does."""
    words = text.split()
    for size in sizes:
        face = ImageFont.truetype(str(font), size)
        lines = _greedy(words, face, box[0])
        if len(lines) <= _room(box[1], size) and max(map(face.getlength, lines)) <= box[0]:
            return Setting(face, size, _balanced(words, face, box[0]))
    return _cut(words, ImageFont.truetype(str(font), sizes[-1]), box, sizes[-1])


def draw_lines(
    draw: ImageDraw.ImageDraw, start: tuple[float, float], setting: Setting, colour: str, direction: Direction
) -> None:
    """Draw lines one below the other; `start` is their distance from where lines of a direction begin, and the top."""
    edge = draw.im.size[0] - start[0] if direction == "rtl" else start[0]
    turned: dict[str, str] = {"anchor": "ra", "direction": direction} if direction == "rtl" else {}
    for index, line in enumerate(setting.lines):
        place = (edge, start[1] + index * setting.size * LEADING)
        draw.text(place, line, font=setting.font, fill=colour, **turned)  # type: ignore[arg-type]


def _room(height: int, size: int) -> int:
    """Return how many lines of a size stand one above the other in a height."""
    return int(height / (size * LEADING))


def _balanced(words: list[str], font: ImageFont.FreeTypeFont, width: int) -> tuple[str, ...]:
    """Break into as few lines as fit, then narrow the measure while their number stays: no lone last word."""
    count = len(_greedy(words, font, width))
    low, high = width // 2, width
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if len(_greedy(words, font, middle)) <= count else (middle, high)
    return tuple(_greedy(words, font, high))


def _greedy(words: list[str], font: ImageFont.FreeTypeFont, width: int) -> list[str]:
    lines = [words[0]]
    for word in words[1:]:
        longer = f"{lines[-1]} {word}"
        if font.getlength(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _cut(words: list[str], font: ImageFont.FreeTypeFont, box: tuple[int, int], size: int) -> Setting:
    """Keep as many words as leave room for the ellipsis after the last of them."""
    room = _room(box[1], size)
    kept = sum(len(line.split()) for line in _greedy(words, font, box[0])[:room])
    while len(_greedy(_ended(words, kept), font, box[0])) > room:
        kept -= 1
    return Setting(font, size, _balanced(_ended(words, kept), font, box[0]))


def _ended(words: list[str], count: int) -> list[str]:
    return [*words[: count - 1], words[count - 1].rstrip(",;:"), "…"]

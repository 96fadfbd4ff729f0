"""Sets words in a box: the largest size that fits, lines of about the same length, never a broken word."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PIL import ImageFont

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
    for size in sizes:
        setting = _set(text.split(), font, size, box[0])
        if setting.height <= box[1] and max(map(setting.font.getlength, setting.lines)) <= box[0]:
            return setting
    return _cut(text.split(), font, box, sizes[-1])


def _set(words: list[str], path: Path, size: int, width: int) -> Setting:
    font = ImageFont.truetype(str(path), size)
    return Setting(font, size, _balanced(words, font, width))


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


def _cut(words: list[str], path: Path, box: tuple[int, int], size: int) -> Setting:
    kept = next(
        n
        for n in range(len(words), 0, -1)
        if _set([*words[: n - 1], f"{words[n - 1]} …"], path, size, box[0]).height <= box[1]
    )
    return _set([*words[: kept - 1], f"{words[kept - 1].rstrip(',;:')} …"], path, size, box[0])

"""The typefaces of pages and files: one for every role, with fallbacks for missing characters."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from PIL import ImageFont

SERIF, ITALIC, SANS = ROLES = ("serif", "serif-italic", "sans")
"""The text of the declaration; what is in italics in it; the interface."""


@dataclass(frozen=True, slots=True)
class Typefaces:
    """Role → font files: the primary typeface, then fallbacks for characters that those before lack."""

    files: Mapping[str, tuple[Path, ...]]

    def families(self, role: str) -> list[str]:
        """Return the names of the typefaces of a role, the primary one first."""
        return [family(path) for path in self.files[role]]

    @property
    def fallbacks(self) -> list[Path]:
        """The fallback typefaces, each once."""
        return list(dict.fromkeys(path for files in self.files.values() for path in files[1:]))

    @property
    def paths(self) -> list[Path]:
        """Every file, role by role."""
        return [path for role in ROLES for path in self.files[role]]


@cache
def family(path: Path) -> str:
    """Return the name of a typeface, as its file has it: "Literata"."""
    return ImageFont.truetype(str(path)).getname()[0] or path.stem


@cache
def letters(path: Path) -> frozenset[str]:
    """Return the characters that a typeface has glyphs for."""
    from fontTools.ttLib import TTFont  # noqa: PLC0415 - slow, and needed only with fallbacks

    with TTFont(path, lazy=True) as font:
        return frozenset(map(chr, font.getBestCmap()))

"""The typefaces of pages and files: one for every role, with fallbacks for missing characters."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from PIL import ImageFont

SERIF, ITALIC, SANS = ROLES = ("serif", "serif-italic", "sans")
"""The text; what is set apart in it; what this site says itself."""


@dataclass(frozen=True, slots=True)
class Typefaces:
    """`files` is role → font files: the first is the house's face, the others have letters that those before lack."""

    files: Mapping[str, tuple[Path, ...]]

    def families(self, role: str) -> list[str]:
        """Return the names of the typefaces of a role, the house's first."""
        return [family(path) for path in self.files[role]]

    @property
    def houses(self) -> list[Path]:
        """The house's own faces."""
        return [files[0] for files in self.files.values()]

    @property
    def lenders(self) -> list[Path]:
        """The faces that lend letters, each once."""
        return list(dict.fromkeys(path for files in self.files.values() for path in files[1:]))

    @property
    def folders(self) -> Sequence[Path]:
        """The folders that the files stand in."""
        return sorted({path.parent for files in self.files.values() for path in files})

    @property
    def paths(self) -> list[Path]:
        """Every file, role by role."""
        return [path for role in ROLES for path in self.files[role]]


@cache
def family(path: Path) -> str:
    """Return the name of a typeface, as its file has it: "Literata"."""
    return ImageFont.truetype(str(path)).getname()[0] or path.stem


@cache
def letters(path: Path) -> frozenset[int]:
    """Return the code points that a typeface has signs for."""
    from fontTools.ttLib import TTFont  # noqa: PLC0415 - slow to load, and asked only where one face is not enough

    with TTFont(path, lazy=True) as font:
        return frozenset(font.getBestCmap())

"""The typefaces as a browser loads them: the house's own, and of those that lend letters these letters."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from publish.faces import ITALIC, Faces, family, letters
from publish.fonts import ALL_FEATURES, CHARACTERS, FEATURES, subset_font


@dataclass(frozen=True, slots=True)
class WebFont:
    """One file. `family` is the typeface it is, or the one that it lends the code points `lent`."""

    name: str
    role: str
    family: str
    file: Path
    lent: frozenset[int]

    @property
    def is_italic(self) -> bool:
        """Whether it stands for the italic of its family."""
        return self.role == ITALIC

    @property
    def unicode_range(self) -> str:
        """The code points as CSS writes them: "U+60C, U+61B-61F"."""
        runs = (list(run) for _, run in groupby(enumerate(sorted(self.lent)), key=lambda pair: pair[1] - pair[0]))
        return ", ".join(_span(run[0][1], run[-1][1]) for run in runs)

    def content(self, cache: Path) -> bytes:
        """Return the file as WOFF2; a lender's has all its letters but the house's, and so serves every role."""
        house = frozenset(map(ord, CHARACTERS))
        if self.lent:
            return subset_font(self.file, cache, letters(self.file) - house, ALL_FEATURES)
        return subset_font(self.file, cache, house, FEATURES)


def web_fonts(faces: Faces) -> Iterator[WebFont]:
    """Yield every file of every role, the house's face first."""
    for role, (first, *others) in faces.files.items():
        yield WebFont(f"{role}.woff2", role, family(first), first, frozenset())
        known = letters(first) if others else frozenset()
        for path in others:
            yield WebFont(f"{path.stem}.woff2", role, family(first), path, letters(path) - known)
            known |= letters(path)


def _span(first: int, last: int) -> str:
    return f"U+{first:X}" if first == last else f"U+{first:X}-{last:X}"

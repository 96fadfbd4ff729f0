"""Font subsets: only the characters and features that the site uses."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.metadata import version
from io import BytesIO
from itertools import groupby
from pathlib import Path

import fontTools

from publish.look.typefaces import ITALIC, ROLES, SANS, SERIF, Typefaces, letters
from source.cache import cached

SIGNS = frozenset("\\^`{|}~<>↑↓")
"""What the sans alone sets: the signs of the interface and of code."""

CHARACTERS = SIGNS | frozenset(
    "".join(map(chr, range(0x20, 0x7F)))
    + "ÇĞİÖŞÜçğıöşüÂÎÛâîû"  # Turkish, with the circumflex of dâhil and resmî
    + "\u00a0§©«»·×–—‘’“”…←→"
)
"""What Turkish and English need; a name with another Latin letter falls back to the reader's own fonts."""

FEATURES = ("ccmp", "kern", "liga", "locl", "mark", "tnum")
"""OpenType features kept; `locl` keeps the dot of i in Turkish where English would join f and i."""
ITALIC_FEATURES = ("ccmp", "kern", "locl")
"""The slanted letters stand free of each other: joined ones would weigh a quarter more."""


ALL_FEATURES = ("*",)
"""Of a face that lends letters: those of many scripts join, and stand apart without their features."""


@dataclass(frozen=True, slots=True)
class Face:
    """A file of a font: the font it is cut from, what is left of it.

    `parts` are the typefaces that it is a part of, each with whether it is their italic; none where it is one itself.
    """

    source: Path
    characters: frozenset[str]
    features: tuple[str, ...] = FEATURES
    parts: tuple[tuple[str, bool], ...] = ()

    @property
    def ranges(self) -> str:
        """The characters as the `unicode-range` of a style sheet."""
        codes = enumerate(sorted(map(ord, self.characters)))
        runs = (list(run) for _, run in groupby(codes, key=lambda pair: pair[1] - pair[0]))
        return ", ".join(_span(run[0][1], run[-1][1]) for run in runs)


def faces(typefaces: Typefaces, text: Iterable[str], prose: Iterable[str] = ()) -> dict[str, Face]:
    """Return the files of fonts by name; `text` and `prose` are the letters that each sets in italics."""
    serif = CHARACTERS - SIGNS
    return {
        "serif.woff2": Face(typefaces.files[SERIF][0], serif),
        **dict(_italics(typefaces, serif, frozenset({" ", *text}), frozenset(prose))),
        "sans.woff2": Face(typefaces.files[SANS][0], CHARACTERS),
        **dict(_lenders(typefaces)),
    }


def _italics(
    typefaces: Typefaces, serif: frozenset[str], text: frozenset[str], prose: frozenset[str]
) -> Iterator[tuple[str, Face]]:
    """Yield the italic in cuts, so that a page loads no more than it sets: the text's, what prose adds, the rest."""
    slanted = ((typefaces.families(SERIF)[0], True),)
    cuts = {"serif-italic": serif & text, "serif-italic-prose": serif & prose - text}
    cuts["serif-italic-rest"] = serif.difference(*cuts.values())
    for name, characters in cuts.items():
        if characters:
            yield f"{name}.woff2", Face(typefaces.files[ITALIC][0], characters, ITALIC_FEATURES, slanted)


def _lenders(typefaces: Typefaces) -> Iterator[tuple[str, Face]]:
    """Yield the faces that lend letters; each is one file for all roles, with what no house's face has."""
    for path in typefaces.lenders:
        lent = letters(path).difference(*map(letters, typefaces.houses))
        parts = ((typefaces.families(role)[0], role == ITALIC) for role in ROLES if path in typefaces.files[role])
        yield f"{path.stem}.woff2", Face(path, frozenset(map(chr, lent)), ALL_FEATURES, tuple(parts))


def _span(first: int, last: int) -> str:
    return f"U+{first:X}" if first == last else f"U+{first:X}-{last:X}"


def subset_font(face: Face, cache: Path) -> bytes:
    """Return a face as WOFF2; kept in `cache` under the digest of all that it depends on."""
    content = face.source.read_bytes()
    settings = f"{fontTools.version} {version('brotli')} {sorted(face.characters)} {face.features}"
    return cached(cache, "woff2", content + settings.encode(), lambda: _subset(content, face))


def _subset(content: bytes, face: Face) -> bytes:
    # Loaded only when a font has to be cut: the library takes as long as the rest of a build.
    from fontTools.subset import Options, Subsetter  # noqa: PLC0415
    from fontTools.ttLib import TTFont  # noqa: PLC0415

    features = list(face.features)
    options = Options(layout_features=features, hinting=False, notdef_outline=True, name_IDs=[0, 1, 2, 13, 14])
    font = TTFont(BytesIO(content), recalcTimestamp=False)
    subsetter = Subsetter(options)
    subsetter.populate(text="".join(sorted(face.characters)))
    subsetter.subset(font)
    font.flavor = "woff2"
    target = BytesIO()
    font.save(target)
    return target.getvalue()

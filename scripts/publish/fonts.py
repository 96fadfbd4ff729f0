"""Cuts the fonts down to the letters and features that the site sets."""

from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import fontTools

from publish.cache import cached

SIGNS = frozenset("\\^`{|}~<>↑↓")
"""What the sans alone sets: the signs of the interface and of code."""

CHARACTERS = SIGNS | frozenset(
    "".join(map(chr, range(0x20, 0x7F)))
    + "ÇĞİÖŞÜçğıöşüÂÎÛâîû"  # Turkish, with the circumflex of dâhil and resmî
    + "\u00a0§©«»·×–—‘’“”…←→"
)
"""What both languages need; a name with another Latin letter falls back to the reader's own fonts."""

FEATURES = ("ccmp", "kern", "liga", "locl", "mark", "tnum")
"""OpenType features kept; `locl` keeps the dot of i in Turkish where English would join f and i."""
ITALIC_FEATURES = ("ccmp", "kern", "locl")
"""The slanted letters stand free of each other: joined ones would weigh a quarter more."""


@dataclass(frozen=True, slots=True)
class Face:
    """A file of a font: the font it is cut from, what is left of it."""

    source: str
    characters: frozenset[str]
    features: tuple[str, ...] = FEATURES

    @property
    def ranges(self) -> str:
        """The characters as the `unicode-range` of a style sheet."""
        return ", ".join(f"U+{ord(character):X}" for character in sorted(self.characters))


def faces(italics: Iterable[str]) -> dict[str, Face]:
    """Return the files of fonts by name; the italic is cut in two, so that the text loads no more than it sets."""
    serif = CHARACTERS - SIGNS
    text = serif.intersection({" ", *italics})
    return {
        "serif.woff2": Face("Literata-Regular.ttf", serif),
        "serif-italic.woff2": Face("Literata-Italic.ttf", text, ITALIC_FEATURES),
        "serif-italic-rest.woff2": Face("Literata-Italic.ttf", serif - text, ITALIC_FEATURES),
        "sans.woff2": Face("SourceSans3-Regular.ttf", CHARACTERS),
    }


def subset_font(face: Face, fonts: Path, cache: Path) -> bytes:
    """Return a face as WOFF2; kept in `cache` under the digest of all that it depends on."""
    content = (fonts / face.source).read_bytes()
    settings = f"{fontTools.version} {sorted(face.characters)} {face.features}"
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

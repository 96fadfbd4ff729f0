"""Font subsets: only the characters and features that the site uses."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib.metadata import version
from io import BytesIO
from itertools import groupby
from pathlib import Path

import fontTools

from publish.look.typefaces import ITALIC, ROLES, SANS, SERIF, Typefaces, letters
from source.cache import cached

SIGNS = frozenset("\\^`{|}~<>↑↓")
"""Characters of the interface and of code, which only the sans has."""

CHARACTERS = SIGNS | frozenset(
    "".join(map(chr, range(0x20, 0x7F)))
    + "ÇĞİÖŞÜçğıöşüÂÎÛâîû"  # Turkish, with the circumflex of dâhil and resmî
    + "\u00a0§©«»·×–—‘’“”…←→"
)
"""Characters of Turkish and English; a site adds those of its other languages and of names."""

OF_CODE = frozenset('"$%&*+<=>@\\^_`{|}~')
"""Characters that few pages have, in a file of their own: every first visit is lighter by 2 KB without them."""
OPENER = frozenset("+")
"""One of them in the sans stands beside what can be opened, on many pages."""

FEATURES = ("ccmp", "kern", "liga", "locl", "mark", "tnum")
"""OpenType features kept; `locl` keeps the dot of i in Turkish where English would join f and i."""
ITALIC_FEATURES = ("ccmp", "kern", "locl")
"""Without `liga`: with ligatures the files would be a quarter larger."""

ALL_FEATURES = ("*",)
"""Of fallback typefaces: without their features the letters of many scripts do not join."""


@dataclass(frozen=True, slots=True)
class Face:
    """A subset of the font file `source`: the characters and OpenType features kept.

    `parts` is (family, whether italic) of each typeface that has these characters from this file, which style sheets
    say then; empty for the file that has all others.
    """

    source: Path
    characters: frozenset[str]
    features: tuple[str, ...] = FEATURES
    parts: tuple[tuple[str, bool], ...] = ()

    @property
    def ranges(self) -> str:
        """The characters as the `unicode-range` of a style sheet."""
        codes = enumerate(sorted(map(ord, self.characters)))
        runs = ([f"{code:X}" for _, code in run] for _, run in groupby(codes, key=lambda pair: pair[1] - pair[0]))
        return ", ".join(f"U+{'-'.join(dict.fromkeys((run[0], run[-1])))}" for run in runs)


def faces(
    typefaces: Typefaces, text: Iterable[str], prose: Iterable[str] = (), further: Iterable[str] = ()
) -> dict[str, Face]:
    """Return file name → font; `text` and `prose` are what each sets in italics, `further` more letters."""
    added = frozenset(further) - CHARACTERS
    uprights = (typefaces.files[role][0] for role in (SERIF, SANS))
    serif, sans = (CHARACTERS | (letters(path) & added if added else added) for path in uprights)
    serif -= SIGNS
    return {
        **_upright(typefaces, SERIF, serif, OF_CODE),
        **dict(_italics(typefaces, serif, frozenset({" ", *text}), frozenset(prose))),
        **_upright(typefaces, SANS, sans, OF_CODE - OPENER),
        **dict(_fallbacks(typefaces)),
    }


def _upright(
    typefaces: Typefaces, role: str, characters: frozenset[str], of_code: frozenset[str]
) -> Mapping[str, Face]:
    """Return a typeface in two subsets: what every page needs, and the characters of code."""
    source, family = typefaces.files[role][0], typefaces.families(role)[0]
    return {
        f"{role}.woff2": Face(source, characters - of_code),
        f"{role}-code.woff2": Face(source, characters & of_code, parts=((family, False),)),
    }


def _italics(
    typefaces: Typefaces, serif: frozenset[str], text: frozenset[str], prose: frozenset[str]
) -> Iterator[tuple[str, Face]]:
    """Yield the italic in three subsets (the text's, what prose adds, the rest): a page loads only those it needs."""
    slanted = ((typefaces.families(SERIF)[0], True),)
    cuts = {"serif-italic": serif & text, "serif-italic-prose": serif & prose - text}
    cuts["serif-italic-rest"] = serif.difference(*cuts.values())
    for name, characters in cuts.items():
        if characters:
            yield f"{name}.woff2", Face(typefaces.files[ITALIC][0], characters, ITALIC_FEATURES, slanted)


def _fallbacks(typefaces: Typefaces) -> Iterator[tuple[str, Face]]:
    """Yield the fallback typefaces, one file each for all roles, with the characters that no primary typeface has."""
    primaries = [files[0] for files in typefaces.files.values()]
    for path in typefaces.fallbacks:
        added = letters(path).difference(*map(letters, primaries))
        parts = ((typefaces.families(role)[0], role == ITALIC) for role in ROLES if path in typefaces.files[role])
        yield f"{path.stem}.woff2", Face(path, added, ALL_FEATURES, tuple(parts))


def subset_font(face: Face, cache: Path) -> bytes:
    """Return a face as WOFF2, cached under the digest of all that it depends on."""
    content = face.source.read_bytes()
    settings = f"{fontTools.version} {version('brotli')} {sorted(face.characters)} {face.features}"
    return cached(cache, "woff2", content + settings.encode(), lambda: _subset(content, face))


def _subset(content: bytes, face: Face) -> bytes:
    # Imported only if the cache lacks a font: the import takes as long as the rest of a build.
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

"""Cuts the fonts down to the letters and features that the site sets."""

from io import BytesIO
from pathlib import Path

import fontTools

from publish.cache import cached

CHARACTERS = frozenset(
    "".join(map(chr, range(0x20, 0x7F)))
    + "ÇĞİÖŞÜçğıöşüÂÎÛâîû"  # Turkish, with the circumflex of dâhil and resmî
    + "\u00a0§©«»·×–—‘’“”…←↑→↓"
)
"""What Turkish and English need; a name with another Latin letter falls back to the reader's own fonts."""

FEATURES = ("ccmp", "kern", "liga", "locl", "mark", "lnum", "pnum", "tnum")
"""OpenType features kept; `locl` keeps the dot of i in Turkish where English would join f and i."""


ALL_FEATURES = ("*",)
"""For scripts whose letters join: without their features they would stand apart."""


def subset_font(path: Path, cache: Path, wanted: frozenset[int], features: tuple[str, ...]) -> bytes:
    """Return the font as WOFF2 with the code points `wanted` only.

    It is kept in `cache` under the digest of all that it depends on.
    """
    content = path.read_bytes()
    settings = f"{fontTools.version} {sorted(wanted)} {features}"
    return cached(cache, "woff2", content + settings.encode(), lambda: _subset(content, wanted, features))


def _subset(content: bytes, wanted: frozenset[int], features: tuple[str, ...]) -> bytes:
    # Loaded only when a font has to be cut: the library takes as long as the rest of a build.
    from fontTools.subset import Options, Subsetter  # noqa: PLC0415
    from fontTools.ttLib import TTFont  # noqa: PLC0415

    options = Options(layout_features=list(features), hinting=False, notdef_outline=True, name_IDs=[0, 1, 2, 13, 14])
    font = TTFont(BytesIO(content), recalcTimestamp=False)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=wanted)
    subsetter.subset(font)
    font.flavor = "woff2"
    target = BytesIO()
    font.save(target)
    return target.getvalue()

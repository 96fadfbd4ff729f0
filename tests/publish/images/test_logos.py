"""The published copy of a logo: its pixels, and nothing else that the file holds."""

import struct
from pathlib import Path

import pytest
from PIL import Image

from publish.images.logos import logo_webp
from registry.rules.logo_bytes import is_sound, read_header
from support.images import make

WORDS = "deneme-ornek"
POLYGLOTS = {
    "words in a PNG": {"words": WORDS},
    "a part that nobody reads": {"inside": ["dnEm", WORDS]},
    "a PNG and an archive": {"append": f"PK\x03\x04{WORDS}PK\x05\x06"},
    "a PNG and a page": {"append": f"<html>{WORDS}</html>"},
    "an archive inside a PNG": {"inside": ["dnEm", f"PK\x03\x04{WORDS}PK\x05\x06"]},
    "pixels that are a page": {"raw": f"<html>{WORDS}</html>"},
    "Exif in a PNG": {"inside": ["eXIf", WORDS]},
    "Exif in a WebP": {"format": "WEBP", "mode": "RGBA", "inside": ["EXIF", WORDS]},
    "a page in a WebP": {"format": "WEBP", "mode": "RGBA", "inside": ["XMP ", f"<script>{WORDS}</script>"]},
    "words behind a WebP": {"format": "WEBP", "append": WORDS},
}
"""Files that are an image and something else; those that the rules refuse are drawn anew all the same."""
ALLOWED = {b"VP8 ", b"VP8L", b"VP8X", b"ALPH"}


@pytest.mark.parametrize("name", POLYGLOTS)
def test_nothing_but_the_pixels_is_published(name: str, tmp_path: Path) -> None:
    make(tmp_path / "logo", POLYGLOTS[name])
    assert WORDS.encode() in (tmp_path / "logo").read_bytes()
    published = logo_webp(tmp_path / "logo", tmp_path / "cache")
    assert WORDS.encode() not in published
    assert set(_parts(published)) <= ALLOWED
    logo = read_header(published)
    assert logo
    assert is_sound(published, logo)


def test_a_colour_profile_is_not_published(tmp_path: Path) -> None:
    Image.new("RGB", (128, 128)).save(tmp_path / "logo", "PNG", icc_profile=WORDS.encode() * 20)
    assert set(_parts(logo_webp(tmp_path / "logo", tmp_path / "cache"))) <= ALLOWED


def _parts(content: bytes) -> list[bytes]:
    """Return the kinds of the parts of a WebP, which end where the file ends (RFC 9649 2.3)."""
    kinds, at = [], 12
    while at < len(content):
        kind, size = struct.unpack_from("<4sI", content, at)
        kinds.append(kind)
        at += 8 + size + size % 2
    assert at == len(content) == int.from_bytes(content[4:8], "little") + 8
    return kinds

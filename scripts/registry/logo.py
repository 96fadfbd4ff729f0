"""Judges the bytes of a logo without trusting them."""

import struct
import warnings
from dataclasses import dataclass
from io import BytesIO

from PIL import Image

MAX_BYTES = 512 * 1024
MIN_PIXELS, MAX_PIXELS = 64, 2000
"""Of each side."""

_HEADER = 33
"""Bytes up to the end of what `read_header` reads."""
_PNG, _WEBP = b"\x89PNG\r\n\x1a\n", b"RIFF"
_FOREIGN = (b"%pdf-", b"pk\x03\x04", b"<script", b"<html", b"<svg", b"<!doctype", b"<?php", b"#!/")
"""How other kinds of file begin, in small letters: an image that holds one may be read as that kind."""


@dataclass(frozen=True, slots=True)
class Logo:
    """What the first bytes of a logo claim: `format` is "png" or "webp", `width` and `height` are in pixels."""

    format: str
    width: int
    height: int

    @property
    def has_fitting_size(self) -> bool:
        """Whether both sides are within the limits."""
        return all(MIN_PIXELS <= side <= MAX_PIXELS for side in (self.width, self.height))


def read_header(content: bytes) -> Logo | None:
    """Return what an image claims to be; None for anything but a PNG or a WebP."""
    if content.startswith(_PNG + b"\0\0\0\rIHDR") and len(content) >= _HEADER:
        return Logo("png", *struct.unpack_from(">II", content, 16))
    if content.startswith(_WEBP) and content[8:12] == b"WEBP" and len(content) >= _HEADER:
        return _webp(content)
    return None


def is_sound(content: bytes, logo: Logo) -> bool:
    """Whether an image of fitting size can be decoded to its end, stands still, and holds nothing else."""
    if len(content) != _length(content, logo) or any(mark in content.lower() for mark in _FOREIGN):
        return False
    try:
        with warnings.catch_warnings(), Image.open(BytesIO(content), formats=(logo.format,)) as image:
            warnings.simplefilter("error")
            image.load()
            return not getattr(image, "is_animated", False) and image.size == (logo.width, logo.height)
    except (OSError, SyntaxError, ValueError, Warning, Image.DecompressionBombError):
        return False


def _webp(content: bytes) -> Logo | None:
    """Read the size from the first chunk (RFC 9649)."""
    kind = content[12:16]
    if kind == b"VP8X":
        width, height = (int.from_bytes(content[at : at + 3], "little") + 1 for at in (24, 27))
    elif kind == b"VP8L":
        bits = int.from_bytes(content[21:25], "little")
        width, height = (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    elif kind == b"VP8 ":
        width, height = (value & 0x3FFF for value in struct.unpack_from("<HH", content, 26))
    else:
        return None
    return Logo("webp", width, height)


def _length(content: bytes, logo: Logo) -> int:
    """Return how many bytes the image itself takes; whatever follows is not part of it."""
    if logo.format == "webp":
        return int.from_bytes(content[4:8], "little") + 8
    at = len(_PNG)
    while at + 12 <= len(content):
        size, kind = struct.unpack_from(">I4s", content, at)
        at += size + 12
        if kind == b"IEND":
            return int(at)
    return -1

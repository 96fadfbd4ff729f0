"""Validation of the bytes of a logo, which are not trusted."""

import struct
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import NamedTuple

from PIL import Image

MAX_BYTES = 512 * 1024
MIN_PIXELS, MAX_PIXELS = 64, 2000
"""Limits of each side."""

_HEADER = 33
"""Bytes that `read_header` needs."""
_PNG, _WEBP = b"\x89PNG\r\n\x1a\n", b"RIFF"
_FOREIGN = (b"%pdf-", b"pk\x03\x04", b"pk\x05\x06", b"<script", b"<html", b"<svg", b"<!doctype", b"<?php")
"""Signatures of other file types, in lower case: a file that contains one may be interpreted as that type."""
_PIXELS = {b"IDAT", b"VP8 ", b"VP8L", b"ALPH"}
"""Chunks of compressed pixels, in which any sequence of bytes may occur by chance."""


@dataclass(frozen=True, slots=True)
class Logo:
    """The header of a logo: `format` is "png" or "webp", `width` and `height` are in pixels."""

    format: str
    width: int
    height: int

    @property
    def has_fitting_size(self) -> bool:
        """Whether both sides are within the limits."""
        return all(MIN_PIXELS <= side <= MAX_PIXELS for side in (self.width, self.height))


class _Part(NamedTuple):
    """A chunk of an image; `end` is the offset of the next one."""

    kind: bytes
    data: bytes
    end: int


def read_header(content: bytes) -> Logo | None:
    """Return the header of an image; None for anything but a PNG or a WebP."""
    if content.startswith(_PNG + b"\0\0\0\rIHDR") and len(content) >= _HEADER:
        return Logo("png", *struct.unpack_from(">II", content, 16))
    if content.startswith(_WEBP) and content[8:12] == b"WEBP" and len(content) >= _HEADER:
        return _webp(content)
    return None


def is_sound(content: bytes, logo: Logo) -> bool:
    """Return whether an image of fitting size can be decoded completely, is not animated, and contains no other file.

    Metadata such as the name of a program or a colour profile is not published: `publish.images.logos` re-encodes
    every logo.
    """
    parts = list(_parts(content, logo))
    beside = (part.data.lower() for part in parts if part.kind not in _PIXELS)
    if not _is_whole(parts, content) or any(mark in data for data in beside for mark in _FOREIGN):
        return False
    try:
        with warnings.catch_warnings(), Image.open(BytesIO(content), formats=(logo.format,)) as image:
            warnings.simplefilter("error")
            image.load()
            return not getattr(image, "is_animated", False) and image.size == (logo.width, logo.height)
    except (OSError, SyntaxError, ValueError, Warning, Image.DecompressionBombError):
        return False


def _webp(content: bytes) -> Logo | None:
    """Return the header with the size from the first chunk (RFC 9649)."""
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


def _parts(content: bytes, logo: Logo) -> Iterator[_Part]:
    """Yield the chunks of an image, of a PNG up to IEND (PNG 5.3, RFC 9649 2.3)."""
    if logo.format == "webp":
        at, end = 12, min(int.from_bytes(content[4:8], "little") + 8, len(content))
        while at + 8 <= end:
            kind, size = struct.unpack_from("<4sI", content, at)
            yield _Part(kind, content[at + 8 : at + 8 + size], at := at + 8 + size + size % 2)
        return
    at, kind = len(_PNG), b""
    while kind != b"IEND" and at + 12 <= len(content):
        size, kind = struct.unpack_from(">I4s", content, at)
        yield _Part(kind, content[at + 8 : at + 8 + size], at := at + 12 + size)


def _is_whole(parts: list[_Part], content: bytes) -> bool:
    """Return whether the chunks are the whole file: nothing follows the last one, and none is truncated."""
    if content.startswith(_WEBP):
        return bool(parts) and parts[-1].end == int.from_bytes(content[4:8], "little") + 8 == len(content)
    return bool(parts) and parts[-1] == _Part(b"IEND", b"", len(content))

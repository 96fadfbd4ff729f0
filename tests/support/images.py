"""Makes image files, valid and broken, from short descriptions."""

import struct
import zlib
from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image, PngImagePlugin


def make(path: Path, spec: dict[str, Any]) -> None:
    """Write the file of a case: a valid PNG of 128 × 128 pixels, changed as `spec` says."""
    if spec.get("folder"):
        path.mkdir()
    elif "link" in spec:
        path.symlink_to(spec["link"])
    else:
        path.write_bytes(_content(spec))


def _content(spec: dict[str, Any]) -> bytes:
    if "text" in spec:
        return str(spec["text"]).encode()
    content = _image(spec)
    if "claim" in spec:
        content = _claiming(content, *spec["claim"])
    if "flip" in spec:
        at = spec["flip"]
        content = content[:at] + bytes([content[at] ^ 0xFF]) + content[at + 1 :]
    if "pad" in spec:
        content = content[:33] + _chunk(b"tEXt", b"x\0" + b"a" * spec["pad"]) + content[33:]
    if "inside" in spec:
        content = _holding(content, *(str(word).encode() for word in spec["inside"]))
    if "last" in spec:
        content = content[:-12] + _chunk(b"IEND", str(spec["last"]).encode())
    return content[: -spec["cut"] if "cut" in spec else None] + str(spec.get("append", "")).encode()


def _image(spec: dict[str, Any]) -> bytes:
    target, form = BytesIO(), spec.get("format", "PNG")
    images = [
        Image.new(spec.get("mode", "RGB"), tuple(spec.get("size", (128, 128))), number * 0x505050)
        for number in range(spec.get("frames", 1))
    ]
    options: dict[str, Any] = {"lossless": True} if spec.get("lossless") else {}
    if "raw" in spec:  # pixels of a palette are not filtered, so that they are in the file as they are
        options["compress_level"] = 0
        images = [Image.frombytes("P", (128, 128), (str(spec["raw"]).encode() * 128 * 128)[: 128 * 128])]
        images[0].putpalette(bytes(range(256)) * 3)
    if "words" in spec:
        options["pnginfo"] = PngImagePlugin.PngInfo()
        options["pnginfo"].add_text("Comment", spec["words"])
    if len(images) > 1:
        options |= {"save_all": True, "append_images": images[1:]}
    images[0].save(target, form, **options)
    return target.getvalue()


def _holding(content: bytes, kind: bytes, data: bytes) -> bytes:
    """Return an image with one part more, which the format allows: after the header, or at the end of a WebP."""
    if not content.startswith(b"RIFF"):
        return content[:33] + _chunk(kind, data) + content[33:]
    part = kind + struct.pack("<I", len(data)) + data + b"\0" * (len(data) % 2)
    return b"RIFF" + struct.pack("<I", len(content) - 8 + len(part)) + content[8:] + part


def _claiming(content: bytes, width: int, height: int) -> bytes:
    """Return an image whose header says another size."""
    if content.startswith(b"RIFF"):
        sizes = (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
        assert content[12:16] == b"VP8X"
        return content[:24] + sizes + content[30:]
    header = _chunk(b"IHDR", struct.pack(">II", width, height) + content[24:29])
    return content[:8] + header + content[33:]


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

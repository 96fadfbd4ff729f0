"""Bounded reading and atomic writing of files; every failure is a problem."""

import os
import re
from codecs import BOM_UTF8
from collections.abc import Iterator
from pathlib import Path
from stat import S_ISREG

from source.problems import Message, Problem, SourceError
from source.problems.system_errors import reason
from source.replace import replace_file

MAX_BYTES = 12 * 1024 * 1024
MAX_LINES = 600_000
"""12,000 entries with every field take 10 MB in 400,000 lines."""


def read_text(path: Path, shown: str) -> str:
    """Return the text of a UTF-8 file without its BOM, with line feeds only; `shown` is its name in the problem.

    SourceError with one problem if it cannot be read.
    """
    return decode(read_bytes(path, shown, MAX_BYTES + 1), shown)


def recorded_lines(path: Path, shown: str) -> Iterator[tuple[int, str]]:
    """Yield (number, line) of every line of a lock but its comments; nothing if there is no lock yet."""
    if os.path.lexists(path):  # a folder or a dangling link is an error, not an absent lock
        for number, line in enumerate(read_text(path, shown).splitlines(), start=1):
            if line and not line.startswith("#"):
                yield number, line


def read_bytes(path: Path, shown: str, most: int = -1) -> bytes:
    """Return the content of a file, at most its first `most` bytes; SourceError if it cannot be read."""
    try:
        if not S_ISREG(path.stat().st_mode):
            raise SourceError([Problem(shown, 1, 1, "file-missing", "", Message("There is no file to read here."))])
        with path.open("rb") as file:
            return file.read(most)
    except OSError as error:
        message = Message("The file cannot be read: {reason}.", reason=reason(error))
        raise SourceError([Problem(shown, 1, 1, "file-missing", "", message)]) from None


def write_text(path: Path, text: str, shown: str = "") -> None:
    """Write a text as UTF-8, as `write_bytes` does."""
    write_bytes(path, text.encode(), shown)


def write_bytes(path: Path, content: bytes, shown: str = "") -> None:
    """Write a file whole or not at all; SourceError if it cannot be written.

    `shown` is its name in the problem, by default its path.
    """
    try:
        replace_file(path, content)
    except OSError as error:
        message = Message("The file cannot be written: {reason}.", reason=reason(error))
        raise SourceError([Problem(shown or str(path), 1, 1, "file-unwritable", "", message)]) from None


def decode(content: bytes, shown: str) -> str:
    """Return the text of a file's bytes, as `read_text` does."""
    content = content.removeprefix(BOM_UTF8)
    if len(content) > MAX_BYTES or _lines(content) > MAX_LINES:
        raise too_large(shown)
    if not content.strip():
        raise SourceError([Problem(shown, 1, 1, "file-empty", "", Message("The file is empty."))])
    if b"\0" in content:
        message = Message("The file is not text (or it is UTF-16): save it as plain text in UTF-8.")
        raise SourceError([Problem(shown, 1, 1, "file-binary", "", message)])
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise SourceError([_encoding(content, error.start, shown)]) from None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def too_large(shown: str) -> SourceError:
    """Return the error for a file that exceeds the limits."""
    message = Message(
        "The file exceeds the limit of {megabytes} MB or {lines} lines.",
        megabytes=MAX_BYTES // 1024**2,
        lines=MAX_LINES,
    )
    return SourceError([Problem(shown, 1, 1, "file-size", "", message)])


def _lines(content: bytes) -> int:
    """Count line ends, including those of YAML 1.1 (5.4) alone: U+0085, U+2028, U+2029."""
    ends = (b"\n", b"\r", "\x85".encode(), "\u2028".encode(), "\u2029".encode())
    return sum(map(content.count, ends)) - content.count(b"\r\n")


def _encoding(content: bytes, offset: int, shown: str) -> Problem:
    before = content[:offset]
    line, start = before.count(b"\n") + 1, before.rfind(b"\n") + 1
    column = len(before[start:].decode()) + 1
    message = Message("The byte here ({byte}) is not UTF-8: save the file as UTF-8.", byte=f"0x{content[offset]:02X}")
    return Problem(shown, line, column, "file-encoding", "", message)


_DEVICE = re.compile("(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?", re.IGNORECASE)


def is_device_name(name: str) -> bool:
    """Return whether Windows reserves the name of a file or folder for a device: "con", "COM1", "nul.png"."""
    return _DEVICE.fullmatch(name) is not None

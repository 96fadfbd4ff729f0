"""Gives a file new content without ever leaving a part of it."""

import os
from contextlib import suppress
from pathlib import Path
from secrets import token_hex
from stat import S_IMODE, S_ISREG


def replace_file(path: Path, content: bytes) -> None:
    """Write a file beside the old one, then put it in its place: whatever happens, one of the two is there, whole.

    Mode and owner stay. Of a symbolic link the file that it leads to is replaced. What is no file, such as a pipe, has
    nothing to lose and is written to. OSError where it cannot be done; the old file is then untouched.
    """
    earlier = _writable(path)
    if earlier and not S_ISREG(earlier.st_mode):
        path.write_bytes(content)
        return
    target = Path(os.path.realpath(path))
    beside = target.with_name(f".{token_hex(8)}.tmp")
    try:
        with beside.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())  # else a power cut may leave the new name without the new content
        if earlier:
            _own_alike(beside, earlier)
        beside.replace(target)
    except BaseException:
        with suppress(OSError):
            beside.unlink()
        raise


def _writable(path: Path) -> os.stat_result | None:
    """Return what the system says of a path, None where nothing is there; OSError for a file that may not be changed.

    Renaming asks the folder alone: a file that is read-only would be replaced without a word.
    """
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    if S_ISREG(found.st_mode):
        path.open("r+b").close()
    return found


def _own_alike(path: Path, other: os.stat_result) -> None:
    if hasattr(os, "chown"):
        with suppress(PermissionError):
            os.chown(path, other.st_uid, other.st_gid)
    path.chmod(S_IMODE(other.st_mode))

"""Atomic replacement of a file."""

import os
from contextlib import suppress
from pathlib import Path
from secrets import token_hex
from stat import S_IMODE, S_ISREG


def replace_file(path: Path, content: bytes) -> None:
    """Write a temporary file beside the old one, then rename it: at any moment one of the two is there, complete.

    Mode and owner are kept, and a symbolic link is followed. What is not a regular file, such as a pipe, is written to
    directly. OSError if it cannot be done; the old file is then unchanged.
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
            os.fsync(file.fileno())  # without it, a power cut may leave the new name without the content
        if earlier:
            _copy_owner(beside, earlier)
        beside.replace(target)
    except BaseException:
        with suppress(OSError):
            beside.unlink()
        raise


def _writable(path: Path) -> os.stat_result | None:
    """Return the status of a path, None if nothing is there; OSError for a file that must not be changed.

    Renaming checks the permissions of the folder alone: a read-only file would be replaced silently.
    """
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    if S_ISREG(found.st_mode):
        path.open("r+b").close()
    return found


def _copy_owner(path: Path, other: os.stat_result) -> None:
    if hasattr(os, "chown"):
        with suppress(PermissionError):
            os.chown(path, other.st_uid, other.st_gid)
    path.chmod(S_IMODE(other.st_mode))

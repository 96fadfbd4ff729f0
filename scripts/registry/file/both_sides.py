"""A merge of two files into one with conflict markers around both sides of every difference."""

import os
import subprocess
from pathlib import Path

from source.files import read_bytes

OURS, BETWEEN, THEIRS = "<<<<<<< ours", "=======", ">>>>>>> theirs"
"""The lines before our side, between the two sides, and after theirs, as git writes them."""

_SECONDS = 60
_COMMAND = ("git", "-c", "merge.conflictStyle=merge", "merge-file", "-p", "-q", "-L", "ours", "-L", "", "-L", "theirs")


def both_sides(ours: Path, theirs: Path, shown: str) -> bytes:
    """Return the content of two files as one; SourceError, which calls them `shown`, if one is missing.

    Git finds the differences, with an empty file as the base: both sides then added everything, so nothing is taken or
    dropped without markers. If git cannot do it (a side is empty, or not text), one file follows the other.
    """
    one, other = read_bytes(ours, shown), read_bytes(theirs, shown)
    if one == other:
        return one
    whole = [OURS.encode(), *_ended(one), BETWEEN.encode(), *_ended(other), THEIRS.encode(), b""]
    return _marked(ours, theirs) or b"\n".join(whole)


def _marked(ours: Path, theirs: Path) -> bytes:
    """Return git's merge of two files that differ; b"" if it fails, takes too long, or is not installed."""
    command = [*_COMMAND, "--", str(ours), os.devnull, str(theirs)]
    try:
        done = subprocess.run(command, capture_output=True, check=False, timeout=_SECONDS)  # noqa: S603 - no shell
    except (OSError, subprocess.TimeoutExpired):
        return b""
    return (
        done.stdout if done.returncode > 0 else b""
    )  # the code counts the differences; on an error nothing is printed


def _ended(content: bytes) -> list[bytes]:
    """Return content without its last line feed as a piece to join; no piece if it is empty."""
    return [content.removesuffix(b"\n")] if content else []

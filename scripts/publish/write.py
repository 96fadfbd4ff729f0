"""Writes the files of the site, thousands of them, with as few calls of the system as that takes."""

import os
from collections.abc import Iterable
from pathlib import Path

Files = Iterable[tuple[str, bytes]]
"""(path below the site's address, content)."""


def write_files(site: Path, files: Files) -> None:
    """Write files below `site`; folders are made as they are needed."""
    made: set[str] = set()
    for path, content in files:
        folder = path.rpartition("/")[0]
        if folder not in made:
            _make(f"{site}/{folder}")
            made.add(folder)
        _fill(f"{site}/{path}", content)


def _fill(path: str, content: bytes) -> None:
    file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o666)
    written = os.write(file, content)
    while written < len(content):  # a full disk takes a part, and refuses the next
        written += os.write(file, content[written:])
    os.close(file)


def _make(folder: str) -> None:
    try:
        os.mkdir(folder)  # noqa: PTH102 - a tenth of the time
    except FileNotFoundError:
        os.makedirs(folder, exist_ok=True)  # noqa: PTH103
    except FileExistsError:
        pass

"""A writer of thousands of files with few system calls."""

import os
from collections.abc import Iterable
from pathlib import Path


def readable_for_all() -> None:
    """Make files written by this process and its workers readable by all users: a web server runs as another one."""
    os.umask(0o022)


def write_files(site: Path, files: Iterable[tuple[str, bytes]]) -> None:
    """Write files, given as (path below the site's address, content), below `site`, creating folders as needed."""
    made: set[str] = set()
    for path, content in files:
        folder = path.rpartition("/")[0]
        if folder not in made:
            _make(f"{site}/{folder}")
            made.add(folder)
        with open(f"{site}/{path}", "wb") as file:  # noqa: PTH123 - a path object for each file costs a third more
            file.write(content)


def _make(folder: str) -> None:
    try:
        os.mkdir(folder)  # noqa: PTH102 - no path object either
    except FileNotFoundError:
        os.makedirs(folder, exist_ok=True)  # noqa: PTH103
    except FileExistsError:
        pass

"""A watcher of the input files of the site."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from publish.site.site import Site

_Stamp = tuple[int, int, int]
"""What changes when a file is written: modification time in nanoseconds, size, number of the inode."""
_CODE = ("scripts", "vendor")
"""Folders below the root with code and other parts that a build uses."""


def inputs(site: Site) -> list[Path]:
    """Return the files and folders that a build reads; the registry may be anywhere, with its logos next to it."""
    layout, registry = site.layout, site.settings.registry
    folders = [layout.docs, layout.data, layout.templates, *(layout.root / name for name in _CODE)]
    return [*folders, layout.root / "mkdocs.yml", registry, registry.parent / "logos"]


class Watch:
    """Polls files and folders. A change after `began`, in nanoseconds since 1970, is found by the first poll."""

    def __init__(self, paths: Iterable[Path], began: int) -> None:
        self._began = began
        self._paths: list[Path] = []
        self._seen: dict[str, _Stamp] = {}
        for path in paths:
            self.add(path)

    def add(self, path: Path) -> None:
        """Watch one more file, or all files in a folder."""
        self._paths.append(path)
        self._seen |= {file: stamp for file, stamp in _stamps(path) if stamp[0] < self._began}

    def changed(self) -> bool:
        """Return whether a file was written, added or removed since the last call."""
        before, self._seen = self._seen, dict(stamp for path in self._paths for stamp in _stamps(path))
        return self._seen != before


def _stamps(path: Path) -> Iterator[tuple[str, _Stamp]]:
    """Yield the name of every file with its stamp; files that are removed meanwhile are left out."""
    for file in _files(path):
        try:
            status = os.stat(file)  # noqa: PTH116 - a path object for each file would be most of the work
        except OSError:
            continue
        yield file, (status.st_mtime_ns, status.st_size, status.st_ino)


def _files(path: Path) -> Iterator[str]:
    """Yield the file itself, or the files in a folder, without temporary ones of editors and Python."""
    if not path.is_dir():
        yield str(path)
    for folder, folders, files in os.walk(path):
        folders[:] = [name for name in folders if not name.startswith((".", "__pycache__"))]
        yield from (f"{folder}/{name}" for name in files if not name.startswith(".") and not name.endswith("~"))

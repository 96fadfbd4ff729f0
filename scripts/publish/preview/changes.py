"""A watcher of the input files of the site."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from publish.site.site import Site

_CODE = ("scripts", "vendor")
"""Folders below the root that hold no words of the site and yet make it what it is."""


def inputs(site: Site) -> list[Path]:
    """Return the files and folders that a build reads; the registry may be anywhere, with its logos beside it."""
    layout, registry = site.layout, site.settings.registry
    folders = [layout.docs, layout.data, layout.templates, *(layout.root / name for name in _CODE)]
    return [*folders, layout.root / "mkdocs.yml", registry, registry.parent / "logos"]


class Watch:
    """Looks at files and folders again and again. What was changed after `began` is a change at the first look."""

    def __init__(self, paths: Iterable[Path], began: int) -> None:
        self._began = began
        self._paths: list[Path] = []
        self._seen: dict[str, _Stamp] = {}
        for path in paths:
            self.add(path)

    def add(self, path: Path) -> None:
        """Look at a file too, or at all that is in a folder."""
        self._paths.append(path)
        self._seen |= {file: stamp for file, stamp in _stamps(path) if stamp.time < self._began}

    def changed(self) -> bool:
        """Tell whether a file was written, added or removed since the last look."""
        before, self._seen = self._seen, dict(stamp for path in self._paths for stamp in _stamps(path))
        return self._seen != before


class _Stamp(NamedTuple):
    """What is another once a file has been written anew."""

    time: int
    size: int
    number: int


def _stamps(path: Path) -> Iterator[tuple[str, _Stamp]]:
    """Yield the name of every file with its stamp; what goes away meanwhile is left out."""
    for file in _files(path):
        try:
            status = os.stat(file)  # noqa: PTH116 - a path object for each file would be most of the work
        except OSError:
            continue
        yield file, _Stamp(status.st_mtime_ns, status.st_size, status.st_ino)


def _files(path: Path) -> Iterator[str]:
    """Yield the file itself, or the files in a folder, without those that editors and Python leave beside others."""
    if not path.is_dir():
        yield str(path)
    for folder, folders, files in os.walk(path):
        folders[:] = [name for name in folders if not name.startswith((".", "__pycache__"))]
        yield from (f"{folder}/{name}" for name in files if not name.startswith(".") and not name.endswith("~"))

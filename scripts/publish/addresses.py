"""The addresses ever published: none may be lost. `data/addresses.lock` has one path a line, sorted."""

import os
from collections.abc import Iterator
from pathlib import Path

from source.files import read_text, write_text
from source.layout import Layout

_HEAD = """\
# Every address that was ever published, below the address of the site. Written by `make lock`.
# A line, once here, stays: a build that lacks one of these files is refused.
"""
_NOT_PROMISED = ("assets/", "search/", "logos/")
"""Files that may go. No reader and no other site links to the assets and the search index. A logo is its owner's, who
may have it taken down at any time, and any other picture in its place would be shown as theirs. What is promised is the
page of the entry; as long as it has a logo, that is found at the addresses of former ids, too (`logo_paths`)."""


def lock_of(layout: Layout) -> Path:
    """Return the file of the lock."""
    return layout.addresses


def published(site: Path) -> set[str]:
    """Return the promised addresses of a built site: folders for pages, paths for other files."""
    paths = (Path(folder, name).relative_to(site).as_posix() for folder, _, names in os.walk(site) for name in names)
    return {_address(path) for path in paths if not path.startswith(_NOT_PROMISED)}


def recorded(layout: Layout) -> Iterator[tuple[int, str]]:
    """Yield (line, address) of what the lock promises; nothing where there is no lock yet."""
    lock = lock_of(layout)
    if os.path.lexists(lock):  # a folder, or a link that leads nowhere, is a mistake
        for number, line in enumerate(read_text(lock, layout.shown(lock)).splitlines(), start=1):
            if line and not line.startswith(("#", *_NOT_PROMISED)):
                yield number, line


def record(layout: Layout, present: set[str]) -> None:
    """Add what is new to the lock; what it has stays. SourceError where it cannot be read or written."""
    addresses = sorted(present.union(address for _, address in recorded(layout)))
    lock = lock_of(layout)
    write_text(lock, _HEAD + "".join(f"{address}\n" for address in addresses), layout.shown(lock))


def _address(path: str) -> str:
    folder, _, name = path.rpartition("/")
    return path if name != "index.html" else f"{folder}/" if folder else "./"

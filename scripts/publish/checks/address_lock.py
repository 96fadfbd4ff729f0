"""The lock of published addresses, `data/addresses.lock`: one path on each line, sorted; none may be removed."""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from publish.site.settings import is_sample, registry_path
from publish.site.target import holds_sample, is_marked
from source.files import recorded_lines, write_text
from source.layout import Layout
from source.problems import Message, Problem

_HEAD = """\
# Every address that was ever published, below the address of the site. Written by `make lock`.
# A line, once here, stays: a build that lacks one of these files is refused.
"""
_NOT_PROMISED = ("assets/", "search/", "logos/")
"""Folders whose files may disappear. No reader and no other site links to assets and search index. The owner of a logo
may have it removed at any time, and any other picture at its address would be shown as theirs. The page of the entry is
what stays; as long as it has a logo, that is also published under former ids (`logo_files`)."""


def published(site: Path) -> set[str]:
    """Return the permanent addresses of a built site: of pages the folder, of other files the path."""
    paths = (Path(folder, name).relative_to(site).as_posix() for folder, _, names in os.walk(site) for name in names)
    return {_address(path) for path in paths if not path.startswith(_NOT_PROMISED)}


def recorded(layout: Layout) -> Iterator[tuple[int, str]]:
    """Return (line number, address) of every address in the lock; nothing if there is no lock yet."""
    lines = recorded_lines(layout.addresses, layout.shown(layout.addresses))
    return ((number, line) for number, line in lines if not line.startswith(_NOT_PROMISED))


def record(layout: Layout, present: set[str]) -> None:
    """Add new addresses to the lock, and remove none. SourceError if it cannot be read or written."""
    addresses = sorted(present.union(address for _, address in recorded(layout)))
    lock = layout.addresses
    write_text(lock, _HEAD + "".join(f"{address}\n" for address in addresses), layout.shown(lock))


def _address(path: str) -> str:
    folder, _, name = path.rpartition("/")
    return path if name != "index.html" else f"{folder}/" if folder else "./"


_OF_SAMPLE = Message(
    "This is not the published registry. Sample data makes no address permanent: nothing was written to the locks."
)
_LOCK = "make lock DATA=data/signatories.yaml"


def check_registry(layout: Layout, environment: Mapping[str, str]) -> list[Problem]:
    """Return a problem if DATA names another registry than the published one."""
    registry = registry_path(layout, environment)
    return [_problem(layout, registry, _OF_SAMPLE)] if is_sample(layout, registry) else []


def check_site(layout: Layout, site: Path) -> list[Problem]:
    """Return a problem if a folder contains no site, or one of sample data."""
    if not is_marked(site):
        return [_problem(layout, site, Message("There is no built site here: nothing was written to the lock."))]
    return [_problem(layout, site, _OF_SAMPLE)] if holds_sample(site) else []


def _problem(layout: Layout, path: Path, message: Message) -> Problem:
    return Problem(layout.shown(path), 1, 1, "not-lockable", "", message, example=_LOCK)

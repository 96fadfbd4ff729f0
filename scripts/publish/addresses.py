"""The addresses ever published: none may be lost. `data/addresses.lock` has one path a line, sorted."""

import os
from collections.abc import Iterator
from pathlib import Path

from source.problem import Problem

_HEAD = """\
# Every address that was ever published, below the address of the site. Written by `make lock`.
# A line, once here, stays: a build that lacks one of these files is refused.
"""
_NOT_PROMISED = ("assets/", "search/")
"""Files whose names may change: no reader and no other site links to them."""


def published(site: Path) -> set[str]:
    """Return the addresses of a built site: folders for pages, paths for other files."""
    paths = (Path(folder, name).relative_to(site).as_posix() for folder, _, names in os.walk(site) for name in names)
    return {path.removesuffix("index.html") or "./" for path in paths if not path.startswith(_NOT_PROMISED)}


def lost(lock: Path, shown: str, present: set[str]) -> Iterator[Problem]:
    """Yield a problem for every recorded address that is not in `present`; `shown` names the lock in messages."""
    for number, address in enumerate(_lines(lock), start=1):
        if address and not address.startswith("#") and address not in present:
            tr, en = f"Yayımlanmış bir adres kayıp: {address}", f"A published address is lost: {address}"
            yield Problem(shown, number, 1, "lost-address", "", tr, en)


def record(lock: Path, present: set[str]) -> None:
    """Add what is new to the lock; what it holds stays."""
    earlier = {line for line in _lines(lock) if line and not line.startswith("#")}
    lock.write_text(_HEAD + "".join(f"{address}\n" for address in sorted(earlier | present)), encoding="utf-8")


def _lines(lock: Path) -> list[str]:
    return lock.read_text(encoding="utf-8").splitlines() if lock.is_file() else []

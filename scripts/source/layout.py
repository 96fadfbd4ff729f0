"""Where a declaration's repository keeps its input files."""

import os
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Layout:
    """The folders below the one that holds `mkdocs.yml`."""

    root: Path

    @property
    def docs(self) -> Path:
        """The prose: one folder for each language, and the reference text of each edition."""
        return self.root / "docs"

    @property
    def data(self) -> Path:
        """The registry, the editions, the provinces, the interface strings, the lock."""
        return self.root / "data"

    @property
    def addresses(self) -> Path:
        """The lock of addresses: every one ever published."""
        return self.data / "addresses.lock"

    @property
    def templates(self) -> Path:
        """All markup."""
        return self.root / "overrides"

    @property
    def cache(self) -> Path:
        """What can be made again from the inputs, kept to save time."""
        return self.root / ".cache"

    def shown(self, path: Path) -> str:
        """Name `path` as a reader of a message would type it: relative to the root where it lies below it.

        A link is named, not what it leads to, which may be nowhere.
        """
        try:
            return Path(os.path.realpath(path.parent), path.name).relative_to(os.path.realpath(self.root)).as_posix()
        except ValueError:
            return str(path)

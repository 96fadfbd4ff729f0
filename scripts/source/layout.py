"""The locations of a repository's input files."""

import os
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Layout:
    """The folders below `root`, which contains `mkdocs.yml`."""

    root: Path

    @property
    def docs(self) -> Path:
        """The prose, one folder for each language, and the texts."""
        return self.root / "docs"

    @property
    def editions(self) -> Path:
        """The texts: a folder for each edition, with a file for each language and the text as it was received."""
        return self.docs / "editions"

    @property
    def data(self) -> Path:
        """The registry, its definition, the editions, the interface strings and the locks."""
        return self.root / "data"

    @property
    def registry(self) -> Path:
        """The one registry whose entries are published as signatories."""
        return self.data / "signatories.yaml"

    @property
    def addresses(self) -> Path:
        """The lock of every address ever published."""
        return self.data / "addresses.lock"

    @property
    def templates(self) -> Path:
        """The templates: all markup."""
        return self.root / "overrides"

    @property
    def cache(self) -> Path:
        """Files that can be made again from the inputs, kept to save time."""
        return self.root / ".cache"

    def shown(self, path: Path) -> str:
        """Return `path` as messages show it: relative to the root if it is below it.

        A link is not followed, as its target may not exist. Folders are, unless they are plainly below the root.
        """
        if path.is_relative_to(self.root) and ".." not in path.parts:
            return path.relative_to(self.root).as_posix()
        try:
            return Path(os.path.realpath(path.parent), path.name).relative_to(os.path.realpath(self.root)).as_posix()
        except ValueError:
            return str(path)

"""The contents of a folder, to test that nothing has changed."""

from pathlib import Path


def contents(folder: Path) -> dict[str, bytes | str | None]:
    """Return path → content of everything below a folder: bytes of a file, target of a link, None for a folder."""
    return {path.relative_to(folder).as_posix(): _content(path) for path in folder.rglob("*")}


def _content(path: Path) -> bytes | str | None:
    if path.is_symlink():
        return str(path.readlink())
    return path.read_bytes() if path.is_file() else None

"""What a folder holds, to see that nothing of it has changed."""

from pathlib import Path


def contents(folder: Path) -> dict[str, bytes | str | None]:
    """Return everything below a folder: of a file its bytes, of a link where it leads, of a folder None."""
    return {path.relative_to(folder).as_posix(): _content(path) for path in folder.rglob("*")}


def _content(path: Path) -> bytes | str | None:
    if path.is_symlink():
        return str(path.readlink())
    return path.read_bytes() if path.is_file() else None

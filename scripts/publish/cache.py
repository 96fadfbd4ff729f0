"""Keeps what takes long to make under a name made of all that it depends on."""

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from tempfile import NamedTemporaryFile

from jinja2 import BytecodeCache, FileSystemBytecodeCache


def cached(folder: Path, ending: str, dependencies: bytes, make: Callable[[], bytes]) -> bytes:
    """Return what `make` returned when it was last called with these dependencies, calling it only the first time.

    The file appears whole or not at all, so builds may run side by side.
    """
    kept = folder / f"{sha256(dependencies).hexdigest()}.{ending}"
    if not kept.exists():
        folder.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=folder, delete=False) as fresh:
            fresh.write(make())
        Path(fresh.name).replace(kept)
    return kept.read_bytes()


def compiled_templates(folder: Path) -> BytecodeCache:
    """Return where an environment of templates keeps them compiled, each under the digest of its source."""
    folder.mkdir(parents=True, exist_ok=True)
    return FileSystemBytecodeCache(str(folder))

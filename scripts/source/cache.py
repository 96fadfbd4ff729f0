"""A content-addressed cache: a file is named by the digest of all that its content depends on.

Every file begins with a digest of its name and content, which is checked on reading: a damaged or foreign file is made
again. Where no file can be stored, builds only take longer.
"""

from collections.abc import Callable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from source.replace import replace_file

_DIGEST = sha256().digest_size


def cached(folder: Path, ending: str, dependencies: bytes, make: Callable[[], bytes]) -> bytes:
    """Return what `make` returned when it was last called with these dependencies, calling it only the first time."""
    path = folder / f"{sha256(dependencies).hexdigest()}.{ending}"
    content = read_cached(path)
    if content is None:
        content = make()
        write_cached(path, content)
    return content


def read_cached(path: Path) -> bytes | None:
    """Return the content of a cached file; None if it is missing or damaged."""
    try:
        read = path.read_bytes()
    except OSError:
        return None
    content = read[_DIGEST:]
    return content if read[:_DIGEST] == _digest(path.name, content) else None


def write_cached(path: Path, content: bytes) -> None:
    """Store content under a name, unless the system refuses."""
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_file(path, _digest(path.name, content) + content)


def _digest(name: str, content: bytes) -> bytes:
    return sha256(name.encode() + content).digest()

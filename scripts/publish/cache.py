"""Keeps what takes long to make under a name made of all that it depends on, with a digest that is checked on reading.

What is broken, half written or from elsewhere is made anew. Where nothing can be kept, builds only take longer.
"""

from collections.abc import Callable
from contextlib import suppress
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from source.replace import replace_file

_DIGEST = sha256().digest_size


def cached(folder: Path, ending: str, dependencies: bytes, make: Callable[[], bytes]) -> bytes:
    """Return what `make` returned when it was last called with these dependencies, calling it only the first time."""
    kept = folder / f"{sha256(dependencies).hexdigest()}.{ending}"
    content = _intact(kept)
    if content is None:
        content = make()
        _keep(kept, content)
    return content


def compiled_templates(folder: Path) -> BytecodeCache:
    """Return where an environment of templates keeps them compiled."""
    return _CompiledTemplates(folder)


class _CompiledTemplates(BytecodeCache):
    """Jinja's own cache of files runs whatever they hold; it notices only that the source has changed."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def load_bytecode(self, bucket: Bucket) -> None:
        if (content := _intact(self._kept(bucket))) is not None:
            bucket.bytecode_from_string(content)

    def dump_bytecode(self, bucket: Bucket) -> None:
        _keep(self._kept(bucket), bucket.bytecode_to_string())

    def _kept(self, bucket: Bucket) -> Path:
        of = bucket.environment
        options = of.trim_blocks, of.lstrip_blocks, of.keep_trailing_newline, of.autoescape is True
        name = sha256(f"{bucket.key} {version('jinja2')} {options}".encode())
        return self._folder / f"{name.hexdigest()}.jinja"


def _intact(kept: Path) -> bytes | None:
    """Return what was kept in a file; None where there is none, or where it is not what was written under this name."""
    try:
        held = kept.read_bytes()
    except OSError:
        return None
    content = held[_DIGEST:]
    return content if held[:_DIGEST] == _digest(kept.name, content) else None


def _keep(kept: Path, content: bytes) -> None:
    with suppress(OSError):
        kept.parent.mkdir(parents=True, exist_ok=True)
        replace_file(kept, _digest(kept.name, content) + content)


def _digest(name: str, content: bytes) -> bytes:
    return sha256(name.encode() + content).digest()

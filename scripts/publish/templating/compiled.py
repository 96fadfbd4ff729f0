"""A cache of compiled templates between builds."""

from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from source.cache import read_cached, write_cached

_VERSION = version("jinja2")


class CompiledTemplates(BytecodeCache):
    """A bytecode cache that checks its files: Jinja's own would run a damaged or foreign one."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def load_bytecode(self, bucket: Bucket) -> None:
        """Load the bytecode of a template, if the cache has it."""
        if (content := read_cached(self._path(bucket))) is not None:
            bucket.bytecode_from_string(content)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Store the bytecode of a template."""
        write_cached(self._path(bucket), bucket.bytecode_to_string())

    def _path(self, bucket: Bucket) -> Path:
        of = bucket.environment
        options = of.trim_blocks, of.lstrip_blocks, of.keep_trailing_newline, of.autoescape is True
        name = sha256(f"{bucket.key} {_VERSION} {options}".encode())
        return self._folder / f"{name.hexdigest()}.jinja"

"""Compiling of templates: with little indentation, and cached between builds."""

import re
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket
from jinja2.ext import Extension

from source.cache import read_cached, write_cached

_VERSION = f"{version('jinja2')} {sha256(Path(__file__).read_bytes()).hexdigest()}"
"""Part of the name of a cached file: what compiles templates, and this module, which prepares them."""
_INDENTATION = re.compile(r"^[ \t]+", re.MULTILINE)


class CollapsedIndentation(Extension):
    """Makes the indentation of templates one space, as readers load it with every page; values keep their own."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:  # noqa: ARG002 - Jinja's
        """Return the source of a template; one space is left where it may be all that is between two words."""
        return _INDENTATION.sub(" ", source)


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

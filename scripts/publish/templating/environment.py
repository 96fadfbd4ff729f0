"""What all templates have in common: little indentation, a cache between builds, and errors told as problems."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from traceback import extract_tb

from jinja2 import BytecodeCache, TemplateNotFound
from jinja2.bccache import Bucket
from jinja2.ext import Extension

from source.cache import read_cached, write_cached
from source.layout import Layout
from source.problems import Message, Problem, SourceError

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


@contextmanager
def template_problems(layout: Layout) -> Iterator[None]:
    """Raise SourceError in place of an error in a template; other errors are not changed."""
    try:
        yield
    except SourceError:
        raise
    except Exception as error:
        if problem := _problem(error, layout):
            raise SourceError([problem]) from None
        raise


def _problem(error: Exception, layout: Layout) -> Problem | None:
    """Return the problem at the innermost line of a template; None if no template was being rendered."""
    lines = [frame for frame in extract_tb(error.__traceback__) if layout.templates in Path(frame.filename).parents]
    if not lines:
        return None
    reason = f"{type(error).__name__}: {error.name if isinstance(error, TemplateNotFound) else error}"
    message = Message("The template cannot be filled in here ({reason}).", reason=reason)
    return Problem(layout.shown(Path(lines[-1].filename)), lines[-1].lineno or 1, 1, "template", "", message)

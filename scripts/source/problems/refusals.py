"""What the operating system refuses, told as a problem: a file without permission, a full disk, a folder for a file."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from source.layout import Layout
from source.problems.problem import Problem, SourceError
from source.problems.system_errors import reason

_MISSING = (errno.ENOENT, errno.ENOTDIR, errno.EISDIR, errno.ELOOP)
"""What is refused where there is no such file; all else is a matter of access."""


def refused(error: OSError, layout: Layout, place: str) -> Problem:
    """Return what the system refused; `place` is how to name it where the system does not say of which file it was."""
    name = error.filename if isinstance(error.filename, str | bytes | os.PathLike) else ""
    shown = layout.shown(Path(os.fsdecode(name))) if name else place
    tr, en = reason(error)
    tr, en = f"Sistem buna izin vermedi: {tr}.", f"The system refused this: {en}."
    if error.errno in _MISSING:
        return Problem(shown, 1, 1, "file-missing", "", tr, en)
    return Problem(shown, 1, 1, "file-access", "", tr, en)


@contextmanager
def refusals_told(layout: Layout, place: str) -> Iterator[None]:
    """Raise SourceError for what the system refuses inside; a reader of the output who has gone away is no problem."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise SourceError([refused(error, layout, place)]) from None

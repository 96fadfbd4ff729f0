"""System errors as problems: a missing permission, a full disk, a folder in place of a file."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from source.layout import Layout
from source.problems.message import Message
from source.problems.problem import Problem, SourceError
from source.problems.system_errors import reason

_MISSING = (errno.ENOENT, errno.ENOTDIR, errno.EISDIR, errno.ELOOP)
"""Errors that mean that there is no such file; all others concern access."""


def refused(error: OSError, layout: Layout, place: str) -> Problem:
    """Return the problem for a system error; `place` names the file if the error does not."""
    name = error.filename if isinstance(error.filename, str | bytes | os.PathLike) else ""
    shown = layout.shown(Path(os.fsdecode(name))) if name else place
    message = Message("The system refused this: {reason}.", reason=reason(error))
    if error.errno in _MISSING:
        return Problem(shown, 1, 1, "file-missing", "", message)
    return Problem(shown, 1, 1, "file-access", "", message)


@contextmanager
def refusals_told(layout: Layout, place: str) -> Iterator[None]:
    """Turn system errors inside into SourceError; a reader who closes the output is not a problem."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise SourceError([refused(error, layout, place)]) from None

"""System errors as problems: a missing permission, a full disk, a folder in place of a file.

They are described here, for the catalogues; the system's own descriptions come in one language.
"""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from source.layout import Layout
from source.problems.message import Message
from source.problems.problem import Problem, SourceError

_REASONS = {
    errno.EACCES: Message("permission is denied"),
    errno.EADDRINUSE: Message("the address is in use"),
    errno.EADDRNOTAVAIL: Message("this machine has no such address"),
    errno.EBUSY: Message("the file is in use"),
    errno.EDQUOT: Message("the disk quota is used up"),
    errno.EFBIG: Message("it would exceed the file size that is allowed"),
    errno.EINVAL: Message("the system cannot do this with this file"),
    errno.EIO: Message("the disk could not be read or written"),
    errno.EISDIR: Message("it is a folder"),
    errno.ELOOP: Message("the symbolic links form a loop"),
    errno.EMFILE: Message("too many files are open"),
    errno.ENAMETOOLONG: Message("the file name is too long"),
    errno.ENFILE: Message("too many files are open in the system"),
    errno.ENODEV: Message("there is no such device"),
    errno.ENOENT: Message("there is no such file or folder"),
    errno.ENOSPC: Message("no space is left on the disk"),
    errno.ENOTDIR: Message("a part of the path is not a folder"),
    errno.ENXIO: Message("there is no such device"),
    errno.EPERM: Message("the system does not allow it"),
    errno.EROFS: Message("the disk is read-only"),
    errno.ETXTBSY: Message("the file is a running program"),
}
_MISSING = (errno.ENOENT, errno.ENOTDIR, errno.EISDIR, errno.ELOOP)
"""Errors that mean that there is no such file; all others concern access."""


def reason(error: OSError) -> Message:
    """Return the reason as the end of a sentence; a rare error by its name."""
    code = error.errno or 0
    return _REASONS.get(code, Message("system error {name}", name=errno.errorcode.get(code, str(code))))


@contextmanager
def refusals_told(layout: Layout, place: str) -> Iterator[None]:
    """Turn system errors inside into SourceError; a reader who closes the output is not a problem.

    `place` names the file if the error does not.
    """
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise SourceError([_refused(error, layout, place)]) from None


def _refused(error: OSError, layout: Layout, place: str) -> Problem:
    name = error.filename if isinstance(error.filename, str | bytes | os.PathLike) else ""
    shown = layout.shown(Path(os.fsdecode(name))) if name else place
    message = Message("The system refused this: {reason}.", reason=reason(error))
    if error.errno in _MISSING:
        return Problem(shown, 1, 1, "file-missing", "", message)
    return Problem(shown, 1, 1, "file-access", "", message)

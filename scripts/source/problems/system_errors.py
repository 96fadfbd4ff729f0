"""Descriptions of system errors, for the catalogues; the system's own come in one language."""

import errno

from source.problems.message import Message

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


def reason(error: OSError) -> Message:
    """Return the reason as the end of a sentence; a rare error by its name."""
    code = error.errno or 0
    return _REASONS.get(code, Message("system error {name}", name=errno.errorcode.get(code, str(code))))

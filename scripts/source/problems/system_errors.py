"""Descriptions of system errors in Turkish and English; the system's own come in one language."""

import errno

_REASONS = {
    errno.EACCES: ("bunun için izin yok", "permission is denied"),
    errno.EADDRINUSE: ("adres kullanımda", "the address is in use"),
    errno.EADDRNOTAVAIL: ("bu bilgisayarda böyle bir adres yok", "this machine has no such address"),
    errno.EBUSY: ("dosya kullanımda", "the file is in use"),
    errno.EDQUOT: ("disk kotası doldu", "the disk quota is used up"),
    errno.EFBIG: ("izin verilen dosya boyutu aşılıyor", "it would exceed the file size that is allowed"),
    errno.EINVAL: ("sistem bu dosyada bunu yapamıyor", "the system cannot do this with this file"),
    errno.EIO: ("disk okunurken ya da yazılırken hata oldu", "the disk could not be read or written"),
    errno.EISDIR: ("bu bir klasör", "it is a folder"),
    errno.ELOOP: ("sembolik bağlantılar birbirini gösteriyor", "the symbolic links form a loop"),
    errno.EMFILE: ("çok fazla dosya açık", "too many files are open"),
    errno.ENAMETOOLONG: ("dosya adı çok uzun", "the file name is too long"),
    errno.ENFILE: ("sistemde çok fazla dosya açık", "too many files are open in the system"),
    errno.ENODEV: ("böyle bir aygıt yok", "there is no such device"),
    errno.ENOENT: ("böyle bir dosya ya da klasör yok", "there is no such file or folder"),
    errno.ENOSPC: ("diskte yer kalmadı", "no space is left on the disk"),
    errno.ENOTDIR: ("yolun bir parçası klasör değil", "a part of the path is not a folder"),
    errno.ENXIO: ("böyle bir aygıt yok", "there is no such device"),
    errno.EPERM: ("sistem buna izin vermiyor", "the system does not allow it"),
    errno.EROFS: ("disk salt okunur", "the disk is read-only"),
    errno.ETXTBSY: ("dosya çalışan bir program", "the file is a running program"),
}


def reason(error: OSError) -> tuple[str, str]:
    """Return the reason in Turkish and English, as the end of a sentence; a rare error by its name."""
    code = error.errno or 0
    name = errno.errorcode.get(code, str(code))
    return _REASONS.get(code, (f"sistem hatası {name}", f"system error {name}"))

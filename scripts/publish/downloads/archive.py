"""Reproducible zip archives: their bytes depend on their content alone."""

from collections.abc import Iterable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

_NO_TIME = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a zip archive can store."""


def pack(entries: Iterable[tuple[str, bytes]], plain: str = "") -> bytes:
    """Return an archive of (name, content) in the order given; the entry named `plain` is not compressed."""
    target = BytesIO()
    with ZipFile(target, "w") as archive:
        for name, content in entries:
            entry = ZipInfo(name, _NO_TIME)
            entry.compress_type = ZIP_STORED if name == plain else ZIP_DEFLATED
            entry.create_system = 0
            archive.writestr(entry, content)
    return target.getvalue()


def repack(archive: bytes) -> bytes:
    """Return an archive with the same entries, sorted by name and without times."""
    with ZipFile(BytesIO(archive)) as given:
        return pack((name, given.read(name)) for name in sorted(given.namelist()))

"""Why the system refused something is said in both languages, whatever the machine's language."""

import errno
import os

import pytest

from source.problems.system_errors import reason
from support.limits import as_nobody, mounted


def _told(error):
    """Return the reason in Turkish and English."""
    return reason(error).told("tr"), reason(error).told("en")


def _reason_of(work):
    with pytest.raises(OSError) as raised:  # noqa: PT011 - of any kind
        work()
    return raised.value.errno, *_told(raised.value)


USUAL = [
    *("EACCES", "EBUSY", "EDQUOT", "EFBIG", "EINVAL", "EIO", "EISDIR", "ELOOP", "EMFILE", "ENAMETOOLONG", "ENFILE"),
    *("ENODEV", "ENOENT", "ENOSPC", "ENOTDIR", "ENXIO", "EPERM", "EROFS", "ETXTBSY"),
]


@pytest.mark.parametrize("name", USUAL)
def test_usual_errors_have_words_of_their_own(name):
    error = OSError(getattr(errno, name), "in the words of the machine", "file")
    turkish, english = _told(error)
    assert turkish != english
    assert all(text and name not in text and "machine" not in text for text in (turkish, english))
    assert all(text[0].islower() and not text.endswith(".") for text in (turkish, english))


def test_a_rare_error_is_told_by_its_name():
    assert _told(OSError(errno.ENOLCK, "No locks")) == ("sistem hatası ENOLCK", "system error ENOLCK")


@pytest.mark.parametrize("error", [OSError(), OSError("words alone"), OSError(9999, "unknown")])
def test_an_error_without_a_known_name_is_told_all_the_same(error):
    turkish, english = _told(error)
    assert turkish.startswith("sistem hatası ")
    assert english.startswith("system error ")


def test_errors_that_the_system_makes_have_their_words(tmp_path):
    (tmp_path / "file").touch()
    (tmp_path / "loop").symlink_to("loop")
    reasons = [_reason_of((tmp_path / name).open)[1:] for name in ("yok", "file/x", ".", "loop", "x" * 300)]
    assert reasons == [
        ("böyle bir dosya ya da klasör yok", "there is no such file or folder"),
        ("yolun bir parçası klasör değil", "a part of the path is not a folder"),
        ("bu bir klasör", "it is a folder"),
        ("sembolik bağlantılar birbirini gösteriyor", "the symbolic links form a loop"),
        ("dosya adı çok uzun", "the file name is too long"),
    ]


def test_what_is_not_allowed_has_its_words():
    with as_nobody() as folder:
        (folder / "file").touch(mode=0)
        assert _reason_of((folder / "file").read_bytes) == (
            errno.EACCES,
            "bunun için izin yok",
            "permission is denied",
        )


def test_a_full_disk_has_its_words(tmp_path):
    with mounted(tmp_path / "disk", "64k") as done:
        file = tmp_path / "disk" / "file" if done else "/dev/full"

        def fill():
            with open(file, "wb", buffering=0) as target:  # noqa: PTH123 - a device or a file
                target.write(bytes(os.sysconf("SC_PAGE_SIZE") * 16))
                target.write(b"x")

        assert _reason_of(fill) == (errno.ENOSPC, "diskte yer kalmadı", "no space is left on the disk")

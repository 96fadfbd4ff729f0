"""What the system refuses is told in both languages, whatever the machine's: why, and with the file it was about."""

import errno
import os

import pytest

from source.layout import Layout
from source.problems.problem import SourceError
from source.problems.system_errors import reason, refusals_told
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
MISSING = ("ENOENT", "ENOTDIR", "EISDIR", "ELOOP")
FORESEEN = (*MISSING, "EACCES", "EPERM", "EROFS", "ENOSPC", "EDQUOT")


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


def _refused(layout, error):
    with pytest.raises(SourceError) as raised, refusals_told(layout, "here"):
        raise error
    (problem,) = raised.value.problems
    return problem


@pytest.mark.parametrize("name", FORESEEN)
def test_what_is_foreseen_is_said_without_the_words_of_the_system(name, tmp_path):
    said = os.strerror(number := getattr(errno, name))
    problem = _refused(Layout(tmp_path), OSError(number, said, str(tmp_path / "data" / "a.yaml")))
    assert (problem.path, problem.line, problem.column) == ("data/a.yaml", 1, 1)
    assert problem.rule == ("file-missing" if name in MISSING else "file-access")
    assert problem.told("tr") != problem.told("en")
    assert said not in problem.told("tr") + problem.told("en")


def test_an_error_that_nobody_foresaw_is_told_by_its_name(tmp_path):
    problem = _refused(Layout(tmp_path), OSError(errno.EBADF, "Bad file descriptor", b"/dev/x"))
    assert (problem.path, problem.rule) == ("/dev/x", "file-access")
    assert "EBADF" in problem.told("tr")
    assert "EBADF" in problem.told("en")


@pytest.mark.parametrize("error", [OSError(errno.ENOSPC, "full"), OSError("odd"), OSError(errno.EBADF, "bad", 7)])
def test_a_place_is_named_where_the_system_names_none(error, tmp_path):
    assert _refused(Layout(tmp_path), error).path == "here"


def test_a_reader_who_has_gone_away_is_no_problem(tmp_path):
    with pytest.raises(BrokenPipeError), refusals_told(Layout(tmp_path), "here"):
        raise BrokenPipeError

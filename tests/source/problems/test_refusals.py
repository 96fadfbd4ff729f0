"""What the system refuses is told in both languages, with the file it was about."""

import errno
import os

import pytest

from source.layout import Layout
from source.problems.problem import SourceError
from source.problems.refusals import refusals_told

MISSING = ("ENOENT", "ENOTDIR", "EISDIR", "ELOOP")
FORESEEN = (*MISSING, "EACCES", "EPERM", "EROFS", "ENOSPC", "EDQUOT")


def _told(layout, error):
    with pytest.raises(SourceError) as raised, refusals_told(layout, "here"):
        raise error
    (problem,) = raised.value.problems
    return problem


@pytest.mark.parametrize("name", FORESEEN)
def test_what_is_foreseen_is_said_without_the_words_of_the_system(name, tmp_path):
    said = os.strerror(number := getattr(errno, name))
    problem = _told(Layout(tmp_path), OSError(number, said, str(tmp_path / "data" / "a.yaml")))
    assert (problem.path, problem.line, problem.column) == ("data/a.yaml", 1, 1)
    assert problem.rule == ("file-missing" if name in MISSING else "file-access")
    assert problem.told("tr") != problem.told("en")
    assert said not in problem.told("tr") + problem.told("en")


def test_an_error_that_nobody_foresaw_is_told_by_its_name(tmp_path):
    problem = _told(Layout(tmp_path), OSError(errno.EBADF, "Bad file descriptor", b"/dev/x"))
    assert (problem.path, problem.rule) == ("/dev/x", "file-access")
    assert "EBADF" in problem.told("tr")
    assert "EBADF" in problem.told("en")


@pytest.mark.parametrize("error", [OSError(errno.ENOSPC, "full"), OSError("odd"), OSError(errno.EBADF, "bad", 7)])
def test_a_place_is_named_where_the_system_names_none(error, tmp_path):
    assert _told(Layout(tmp_path), error).path == "here"


def test_a_reader_who_has_gone_away_is_no_problem(tmp_path):
    with pytest.raises(BrokenPipeError), refusals_told(Layout(tmp_path), "here"):
        raise BrokenPipeError

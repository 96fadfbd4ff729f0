"""Files are written in several processes at once."""

import pytest

from publish.write import UnwrittenError, Writing, write_files


def test_files_of_every_group_are_written(tmp_path):
    writing = Writing.begin(tmp_path, [("x/c", b"3")], [("x/z/d", b"4"), ("x/c2", b"")])
    write_files(tmp_path, [("a", b"1"), ("x/y/b", b"2")])
    writing.end()
    written = {
        path.relative_to(tmp_path).as_posix(): path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()
    }
    assert written == {"a": b"1", "x/y/b": b"2", "x/c": b"3", "x/z/d": b"4", "x/c2": b""}


def test_earlier_content_is_replaced(tmp_path):
    write_files(tmp_path, [("a", b"longer")])
    write_files(tmp_path, [("a", b"short")])
    assert (tmp_path / "a").read_bytes() == b"short"


def test_what_fails_in_a_process_apart_fails_the_whole(tmp_path, capfd):
    def files():
        raise KeyError("lacking")
        yield

    writing = Writing.begin(tmp_path, files())
    with pytest.raises(UnwrittenError):
        writing.end()
    assert "lacking" in capfd.readouterr().err


def test_without_forks_all_is_written_here(tmp_path, monkeypatch):
    monkeypatch.setattr("multiprocessing.get_all_start_methods", lambda: ["spawn"])
    Writing.begin(tmp_path, [("a", b"1")], [("b", b"2")]).end()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "b"]

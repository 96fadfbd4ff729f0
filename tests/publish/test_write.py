"""Files are written where they belong."""

import os
from pathlib import Path

import pytest

from publish.write import readable_for_all, write_files
from support.limits import files_of_at_most


def test_folders_are_made_as_they_are_needed(tmp_path):
    files = {"a": b"1", "x/y/b": b"2", "x/c": b"3", "x/z/d": b""}
    write_files(tmp_path, files.items())
    written = {
        path.relative_to(tmp_path).as_posix(): path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()
    }
    assert written == files


@pytest.mark.parametrize("mask", [0o077, 0o022, 0o000])
def test_everyone_may_read_what_is_written(tmp_path, mask):
    before = os.umask(mask)
    try:
        readable_for_all()
        write_files(tmp_path, [("x/y/a", b"1"), ("x/b", b"2")])
    finally:
        os.umask(before)
    modes = {path.relative_to(tmp_path).as_posix(): oct(path.stat().st_mode & 0o777) for path in tmp_path.rglob("*")}
    assert modes == {"x": "0o755", "x/y": "0o755", "x/y/a": "0o644", "x/b": "0o644"}


@pytest.mark.parametrize("size", [5_000, 50_000, 5_000_000])
def test_a_full_disk_is_no_success(tmp_path, size):
    with files_of_at_most(size - 1), pytest.raises(OSError, match="too large"):
        write_files(tmp_path, [("a", bytes(size))])
    write_files(tmp_path, [("a", bytes(size))])
    assert (tmp_path / "a").stat().st_size == size


def test_a_file_in_the_place_of_a_folder_is_no_success(tmp_path):
    write_files(tmp_path, [("a", b"")])
    with pytest.raises(NotADirectoryError):
        write_files(tmp_path, [("a/b", b"")])


def test_a_folder_that_another_process_makes_at_the_same_time_does_no_harm(tmp_path, monkeypatch):
    def too_late(path):
        monkeypatch.undo()
        Path(path).mkdir(parents=True)
        raise FileNotFoundError

    monkeypatch.setattr("os.mkdir", too_late)
    write_files(tmp_path, [("x/y/a", b"1")])
    assert (tmp_path / "x/y/a").read_bytes() == b"1"


def test_earlier_content_is_replaced(tmp_path):
    write_files(tmp_path, [("a", b"longer")])
    write_files(tmp_path, [("a", b"short")])
    assert (tmp_path / "a").read_bytes() == b"short"

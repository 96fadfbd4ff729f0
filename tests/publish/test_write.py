"""Files are written where they belong."""

from publish.write import write_files


def test_folders_are_made_as_they_are_needed(tmp_path):
    files = {"a": b"1", "x/y/b": b"2", "x/c": b"3", "x/z/d": b""}
    write_files(tmp_path, files.items())
    written = {
        path.relative_to(tmp_path).as_posix(): path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()
    }
    assert written == files


def test_earlier_content_is_replaced(tmp_path):
    write_files(tmp_path, [("a", b"longer")])
    write_files(tmp_path, [("a", b"short")])
    assert (tmp_path / "a").read_bytes() == b"short"

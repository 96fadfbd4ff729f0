from publish.write import write_files

FILES = [("a.txt", b"1"), ("b/c/ı.txt", "ğ".encode()), ("b/c/e.txt", b""), ("b/f.txt", b"3")]


def test_files_stand_where_their_paths_say(tmp_path):
    write_files(tmp_path, FILES)
    found = {file.relative_to(tmp_path).as_posix(): file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()}
    assert found == dict(FILES)


def test_a_file_takes_the_place_of_a_longer_one(tmp_path):
    write_files(tmp_path, [("a/b.txt", b"longer")])
    write_files(tmp_path, [("a/b.txt", b"new")])
    assert (tmp_path / "a/b.txt").read_bytes() == b"new"

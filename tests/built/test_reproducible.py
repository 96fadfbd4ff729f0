"""The same commit gives the same bytes, wherever and whenever it is built."""

from hashlib import sha256

from support.repository import build, copy_repository


def _digests(folder):
    return {
        path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_two_builds_are_the_same_to_the_byte(built, tmp_path):
    elsewhere = {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "7"}
    done = build(copy_repository(tmp_path / "elsewhere"), tmp_path / "site", **elsewhere)
    assert done.returncode == 0, done.stderr
    assert _digests(tmp_path / "site") == _digests(built.folder)


def test_successor_of_the_site_builder_makes_the_same_site(built, tmp_path):
    done = build(copy_repository(tmp_path / "elsewhere"), tmp_path / "site", builder="properdocs")
    assert done.returncode == 0, done.stderr
    assert _digests(tmp_path / "site") == _digests(built.folder)

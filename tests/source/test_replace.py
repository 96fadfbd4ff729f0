"""A file has its old content or its new one, whatever happens while it is written."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from source.replace import replace_file
from support.limits import NOBODY, as_nobody, files_of_at_most, mounted
from support.repository import ROOT

OLD, NEW = b"old\n" * 2_000, b"new\n" * 30_000


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "dosya.yaml"
    path.write_bytes(OLD)
    return path


def _alone(path):
    return [each.name for each in path.parent.iterdir()] == [path.name]


def test_content_is_replaced_by_a_longer_and_a_shorter_one(file):
    for content in NEW, b"short", b"":
        replace_file(file, content)
        assert file.read_bytes() == content
        assert _alone(file)


def test_a_full_disk_keeps_the_old_content(file):
    with files_of_at_most(len(NEW) // 2), pytest.raises(OSError, match="too large"):
        replace_file(file, NEW)
    assert file.read_bytes() == OLD
    assert _alone(file)


def test_a_full_disk_makes_no_file(tmp_path):
    with files_of_at_most(100), pytest.raises(OSError, match="too large"):
        replace_file(tmp_path / "yeni.yaml", NEW)
    assert list(tmp_path.iterdir()) == []


def test_a_real_disk_that_is_full_keeps_the_old_content(tmp_path):
    with mounted(tmp_path / "disk", "64k") as done:
        if not done:
            pytest.skip("only root may mount a disk; the limit on the size of files is tried above")
        file = tmp_path / "disk" / "dosya.yaml"
        file.write_bytes(OLD)
        with pytest.raises(OSError, match="No space left"):
            replace_file(file, NEW)
        assert file.read_bytes() == OLD
        assert _alone(file)


@pytest.mark.parametrize("step", ["os.fsync", "os.chmod", "os.replace"])
@pytest.mark.parametrize("interruption", [KeyboardInterrupt, OSError])
def test_an_interruption_keeps_the_old_content(file, monkeypatch, step, interruption):
    def interrupted(*_args, **_options):
        raise interruption

    monkeypatch.setattr(step, interrupted)
    with pytest.raises(interruption):
        replace_file(file, NEW)
    assert file.read_bytes() == OLD
    assert _alone(file)


@pytest.mark.parametrize("content", [b"short", NEW])
def test_the_new_content_is_on_the_disk_before_it_gets_the_name(file, monkeypatch, content):
    synced = []
    monkeypatch.setattr("os.fsync", lambda number: synced.append((file.read_bytes(), os.fstat(number).st_size)))
    replace_file(file, content)
    assert synced == [(OLD, len(content))]


@pytest.mark.parametrize("mode", [0o600, 0o644, 0o664, 0o755])
def test_the_mode_stays(file, mode):
    file.chmod(mode)
    replace_file(file, NEW)
    assert stat.S_IMODE(file.stat().st_mode) == mode


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may give files away")
def test_the_owner_stays(file):
    os.chown(file, 1234, 5678)
    replace_file(file, NEW)
    assert (file.stat().st_uid, file.stat().st_gid) == (1234, 5678)


@pytest.mark.parametrize(("mask", "mode"), [(0o022, 0o644), (0o077, 0o600), (0o002, 0o664)])
def test_a_new_file_has_the_mode_that_the_user_wants(tmp_path, mask, mode):
    before = os.umask(mask)
    try:
        replace_file(tmp_path / "yeni", NEW)
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "yeni").stat().st_mode) == mode


def test_of_a_symbolic_link_the_target_is_replaced_and_the_link_stays(file, tmp_path):
    (tmp_path / "elsewhere").mkdir()
    link = tmp_path / "elsewhere" / "link.yaml"
    link.symlink_to(Path("..", file.name))
    replace_file(link, NEW)
    assert link.is_symlink()
    assert file.read_bytes() == link.read_bytes() == NEW
    assert [each.name for each in link.parent.iterdir()] == [link.name]


def test_of_a_link_that_leads_nowhere_the_target_is_made(tmp_path):
    (tmp_path / "link").symlink_to("hedef")
    replace_file(tmp_path / "link", NEW)
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "hedef").read_bytes() == NEW


def test_links_in_a_circle_stay(tmp_path):
    for one, other in ("a", "b"), ("b", "a"):
        (tmp_path / one).symlink_to(other)
    with pytest.raises(OSError, match="symbolic links"):
        replace_file(tmp_path / "a", NEW)
    assert {path.name: str(path.readlink()) for path in tmp_path.iterdir()} == {"a": "b", "b": "a"}


def test_a_file_that_is_read_only_is_not_replaced():
    with as_nobody() as folder:
        file = folder / "dosya"
        file.write_bytes(OLD)
        file.chmod(0o444)
        with pytest.raises(PermissionError):
            replace_file(file, NEW)
        assert file.read_bytes() == OLD
        assert _alone(file)


def test_what_somebody_else_owns_is_replaced_where_its_mode_allows_it():
    with as_nobody() as folder:
        file = folder / "dosya"
        file.write_bytes(OLD)
        file.chmod(0o666)
        if os.getuid() == 0:
            os.seteuid(0)
            os.chown(file, 0, 0)
            os.seteuid(NOBODY)
        replace_file(file, NEW)
        assert file.read_bytes() == NEW
        assert stat.S_IMODE(file.stat().st_mode) == 0o666


def test_a_folder_is_left_alone(tmp_path):
    with pytest.raises(IsADirectoryError):
        replace_file(tmp_path, NEW)
    assert list(tmp_path.iterdir()) == []


def test_a_pipe_is_written_to_and_stays(tmp_path):
    os.mkfifo(tmp_path / "boru")
    with subprocess.Popen(["cat", tmp_path / "boru"], stdout=subprocess.PIPE) as reader:
        replace_file(tmp_path / "boru", NEW)
        assert reader.communicate()[0] == NEW
    assert stat.S_ISFIFO((tmp_path / "boru").stat().st_mode)


def test_standard_output_can_be_named():
    script = "import pathlib, source.replace as r; r.replace_file(pathlib.Path('/dev/stdout'), b'x')"
    command = [sys.executable, "-c", script]
    done = subprocess.run(command, cwd=ROOT / "scripts", stdout=subprocess.PIPE, check=True)
    assert done.stdout == b"x"

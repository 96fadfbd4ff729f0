"""A clone has the bytes of the original, whatever line ends the machine's git prefers."""

import os
import subprocess

from support.repository import ROOT


def _clone(work_tree, folder):
    """Clone what a folder has now, on a machine that wants CRLF at the ends of lines."""
    _git("init", "--quiet", "--bare", folder / "store")
    here = ("--git-dir", folder / "store", "--work-tree", work_tree)
    _git(*here, "add", "--all")
    _git(*here, "commit", "--quiet", "--message", "All files")
    _git("clone", "--quiet", "-c", "core.autocrlf=true", "-c", "core.eol=crlf", folder / "store", folder / "clone")
    return folder / "clone"


def _git(*arguments):
    environment = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    names = ("-c", "user.name=Deneme", "-c", "user.email=deneme@deneme.example")
    subprocess.run(["git", *names, *arguments], env=environment, capture_output=True, check=True)


def _files(folder):
    """Return the paths of the files of a clone, links and what is git's left out."""
    paths = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    return {path.as_posix() for path in paths if path.parts[0] != ".git"}


def test_every_file_has_the_bytes_of_the_original(tmp_path):
    clone = _clone(ROOT, tmp_path)
    files = _files(clone)
    assert {"Makefile", "mkdocs.yml", "data/addresses.lock", "docs/assets/js/search.js", ".ci/run"} <= files
    assert [path for path in sorted(files) if (clone / path).read_bytes() != (ROOT / path).read_bytes()] == []


def test_such_a_machine_changes_what_has_no_attributes(tmp_path):
    (tmp_path / "original").mkdir()
    (tmp_path / "original" / "file.txt").write_bytes(b"words\n")
    clone = _clone(tmp_path / "original", tmp_path)
    assert (clone / "file.txt").read_bytes() == b"words\r\n"

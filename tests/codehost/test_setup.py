"""`make setup` in a clone: from then on git itself merges the list entry by entry."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from codehost.desk import REGISTRY
from support.desk import LISTED, entries, entry
from support.repository import ROOT


def run(folder: Path, *command: str) -> int:
    """Run a command in a clone, with no settings but its own."""
    identity = {f"GIT_{who}_{what}": "x@ornek.example" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    environment = {**os.environ, **identity, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=False).returncode


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A clone on a branch that clashes, line by line, with another one."""
    root = tmp_path / "a clone with spaces"
    (root / "data").mkdir(parents=True)
    shutil.copy2(ROOT / ".gitattributes", root)  # git reads no link
    for name in ("Makefile", "scripts", "requirements.lock"):
        (root / name).symlink_to(ROOT / name)
    (root / ".venv").symlink_to(sys.prefix)
    run(root, "git", "init", "--quiet", "--initial-branch=main")
    for branch, listed in [("main", ""), ("one", entry("mavi-bursa")), ("other", entry("ornek-bursa"))]:
        run(root, "git", "checkout", "--quiet", "main")
        run(root, "git", "checkout", "--quiet", "-b", branch)
        (root / REGISTRY).write_text(LISTED + listed, encoding="utf-8")
        run(root, "git", "add", REGISTRY)
        run(root, "git", "commit", "--quiet", "-m", branch)
    return root


def test_without_it_the_branches_clash(clone: Path):
    assert run(clone, "git", "merge", "one") != 0


def test_with_it_both_entries_stand_in_the_list(clone: Path):
    assert run(clone, "make", "setup") == 0
    assert run(clone, "git", "merge", "one") == 0
    listed = entries((clone / REGISTRY).read_text(encoding="utf-8"))
    assert [item["id"] for item in listed] == ["kurgu-istanbul", "mavi-bursa", "ornek-bursa"]

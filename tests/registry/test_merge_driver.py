"""The merge driver in real git repositories."""

import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

from registry.document import Document, Entry
from registry.sample import sample
from registry.write import render
from support.registry import REFERENCE
from support.repository import ROOT

FILE = "signatories.yaml"
BRANCHES = 100
DRIVER = f'"{sys.executable}" "{ROOT / "scripts" / "signatories.py"}" merge %O %A %B %P'
ENVIRONMENT = {
    **os.environ,
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    **{f"GIT_{who}_{what}": "deneme" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
}


def git(folder: Path, *arguments: str, text: str = "", check: bool = True) -> subprocess.CompletedProcess[str]:
    command = ["git", "-c", f"merge.signatories.driver={DRIVER}", *arguments]
    return subprocess.run(command, cwd=folder, env=ENVIRONMENT, input=text, capture_output=True, text=True, check=check)


def repository(folder: Path, base: str, branches: Iterable[str]) -> Path:
    """Make a repository with the file as `base` on main, and a branch b0, b1 … from there for each other text."""
    git(folder, "init", "-q", "-b", "main")
    (folder / ".gitattributes").write_text(f"{FILE} merge=signatories\n")
    (folder / FILE).write_text(base)
    git(folder, "add", ".")
    git(folder, "commit", "-q", "-m", "base")
    stream = "".join(_commit(number, text) for number, text in enumerate(branches))
    git(folder, "fast-import", "--quiet", text=stream)
    return folder


def _commit(number: int, text: str) -> str:
    author = "committer deneme <deneme> 1767225600 +0000\n"
    size = len(text.encode())
    head = f"commit refs/heads/b{number}\n{author}data 1\nb\nfrom refs/heads/main^0\n"
    return f"{head}M 100644 inline {FILE}\ndata {size}\n{text}\n"


def merge(folder: Path, branch: int) -> subprocess.CompletedProcess[str]:
    return git(folder, "merge", "-q", "--no-edit", f"b{branch}", check=False)


def test_a_hundred_requests_land(tmp_path: Path) -> None:
    first, *others = sample(BRANCHES + 1, REFERENCE).entries
    base = Document.of((), [first])
    folder = repository(tmp_path, render(base), (render(Document.of((), [first, entry])) for entry in reversed(others)))
    for branch in range(BRANCHES):
        merged = merge(folder, branch)
        assert merged.returncode == 0, merged.stdout + merged.stderr
    assert (folder / FILE).read_text() == render(Document.of((), [first, *others]))
    assert git(folder, "status", "--porcelain").stdout == ""


def _entry(**fields: str) -> str:
    return render(Document.of((), [Entry({"id": "a", "kind": "town"} | fields)]))


def test_a_contradiction_stops_the_merge_and_names_both_values(tmp_path: Path) -> None:
    folder = repository(tmp_path, _entry(), [_entry(kind="union", website="x"), _entry(kind="district", logo="y")])
    assert merge(folder, 0).returncode == 0
    merged = merge(folder, 1)
    assert merged.returncode == 1
    assert f"{FILE}:2:1: merge-conflict" in merged.stdout
    assert "“union”" in merged.stdout
    assert "“district”" in merged.stdout
    assert git(folder, "diff", "--name-only", "--diff-filter=U").stdout.strip() == FILE
    text = (folder / FILE).read_text()
    for line in ("<<<<<<< ours", "=======", ">>>>>>> theirs", "    kind: union", "    kind: district"):
        assert line in text.split("\n")


def test_a_file_added_on_both_sides_has_no_base(tmp_path: Path) -> None:
    folder = repository(tmp_path, _entry(), [])
    git(folder, "rm", "-q", FILE)
    git(folder, "commit", "-q", "-m", "none")
    for branch, identifier in (("left", "l"), ("right", "r")):
        git(folder, "checkout", "-q", "-b", branch, "main")
        (folder / FILE).write_text(_entry(id=identifier))
        git(folder, "add", FILE)
        git(folder, "commit", "-q", "-m", branch)
    assert git(folder, "merge", "-q", "--no-edit", "left").returncode == 0
    assert (folder / FILE).read_text().count("- id:") == 2


@pytest.mark.parametrize("broken", ["signatories: [", "", "signatories:\n  - kind: town\n", "a: &a\n"])
def test_a_side_that_cannot_be_read_stops_the_merge(tmp_path: Path, broken: str) -> None:
    folder = repository(tmp_path, _entry(), [_entry(website="x"), broken])
    assert merge(folder, 0).returncode == 0
    assert merge(folder, 1).returncode == 1
    assert git(folder, "diff", "--name-only", "--diff-filter=U").stdout.strip() == FILE
    assert (folder / FILE).read_text() == _entry(website="x")

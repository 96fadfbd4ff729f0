"""The merge driver that `make setup` sets up, in real git repositories."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from registry.file.document import Document, Entry
from registry.sample import sample
from support.limits import mounted
from support.registry import REFERENCE, render
from support.registry import check as problems
from support.repository import ROOT

FILE = "data/signatories.yaml"
BRANCHES = 100
OURS, THEIRS = b"<<<<<<< ours", b">>>>>>> theirs"
LINKED = ("Makefile", "scripts", "requirements.lock")
ENVIRONMENT = {
    **os.environ,
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    **{f"GIT_{who}_{what}": "deneme" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
}
Done = subprocess.CompletedProcess[bytes]


def git(folder: Path, *arguments: str | Path, text: bytes = b"", check: bool = True) -> Done:
    command = ["git", *arguments]
    return subprocess.run(command, cwd=folder, env=ENVIRONMENT, input=text, capture_output=True, check=check)


def repository(folder: Path, base: str, branches: Iterable[str | bytes]) -> Path:
    """Make a clone with a registry on main, and a branch b0, b1 … from there for each other content; set it up."""
    (folder / ".venv" / "bin").mkdir(parents=True)
    python(folder, f'exec "{sys.executable}" "$@"')
    for name in LINKED:
        (folder / name).symlink_to(ROOT / name)
    shutil.copy2(ROOT / ".gitattributes", folder)  # git reads no link
    git(folder, "init", "-q", "-b", "main")
    (folder / ".git" / "info" / "exclude").write_text("".join(f"/{name}\n" for name in (".venv", *LINKED)))
    commit(folder, base)
    git(folder, "fast-import", "--quiet", text=b"".join(map(_commit, range(BRANCHES), branches)))
    subprocess.run(["make", "--old-file=.venv/.build", "setup"], cwd=folder, env=ENVIRONMENT, check=True)
    return folder


def python(folder: Path, line: str) -> None:
    """Let a line of shell be the Python of a clone: its arguments are the script, "merge", BASE, OURS, THEIRS, NAME."""
    program = folder / ".venv" / "bin" / "python"
    program.write_text(f"#!/bin/sh\n{line}\n")
    program.chmod(0o755)


def commit(folder: Path, content: str | bytes) -> None:
    (folder / FILE).parent.mkdir(exist_ok=True)
    (folder / FILE).write_bytes(_bytes(content))
    git(folder, "add", ".")
    git(folder, "commit", "-q", "-m", "x")


def _commit(number: int, content: str | bytes) -> bytes:
    content = _bytes(content)
    head = (
        f"commit refs/heads/b{number}\ncommitter deneme <deneme> 1767225600 +0000\ndata 1\nb\nfrom refs/heads/main^0\n"
    )
    return f"{head}M 100644 inline {FILE}\ndata {len(content)}\n".encode() + content + b"\n"


def _bytes(content: str | bytes) -> bytes:
    return content if isinstance(content, bytes) else content.encode()


def listed(*identifiers: str, **fields: str) -> str:
    """Return a registry; `fields` are those of all entries."""
    entries = (Entry({"id": each, "website": f"https://{each}.example", **fields}) for each in identifiers)
    return render(Document.of((), entries))


def merge(folder: Path, branch: int) -> Done:
    return git(folder, "merge", "-q", "--no-edit", f"b{branch}", check=False)


def merge_both(folder: Path) -> Done:
    """Bring in the first branch, then merge the second one."""
    git(folder, "merge", "-q", "b0")
    return merge(folder, 1)


def assert_merged(folder: Path, content: str) -> None:
    assert (folder / FILE).read_text(encoding="utf-8") == content
    assert git(folder, "status", "--porcelain").stdout == b""


def assert_both_sides(folder: Path, merged: Done, *pieces: str | bytes) -> None:
    """The file has both sides between markers, and the message names their place."""
    assert_unmerged(folder, *pieces)
    before, _, _ = (folder / FILE).read_bytes().partition(OURS)
    place = f"{FILE}:{len(before.splitlines()) + 1}:1"
    assert f"{place}: merge-conflict".encode() in merged.stdout
    for silent in (b".merge_file", b"Traceback"):
        assert silent not in merged.stdout + merged.stderr


def assert_unmerged(folder: Path, *pieces: str | bytes) -> None:
    """The file has both sides between markers, git knows of the conflict, and no check lets it pass."""
    content = (folder / FILE).read_bytes()
    for piece in map(_bytes, (OURS, "\n=======", THEIRS, *pieces)):
        assert piece in content, content
    assert f"UU {FILE}" in git(folder, "status", "--porcelain").stdout.decode().split("\n")
    assert git(folder, "commit", "-m", "x", check=False).returncode != 0
    assert problems(folder / FILE, FILE, REFERENCE) != []


def test_a_hundred_requests_land(tmp_path: Path) -> None:
    first, *others = sample(BRANCHES + 1, REFERENCE).entries
    branches = (render(Document.of((), [first, entry])) for entry in reversed(others))
    folder = repository(tmp_path, render(Document.of((), [first])), branches)
    for branch in range(BRANCHES):
        merged = merge(folder, branch)
        assert merged.returncode == 0, merged.stdout + merged.stderr
    assert_merged(folder, render(Document.of((), [first, *others])))


def test_a_contradiction_stops_the_merge_and_names_both_values(tmp_path: Path) -> None:
    branches = [listed("a", kind="union", logo="x"), listed("a", kind="district", wikidata="y")]
    folder = repository(tmp_path, listed("a", kind="town"), branches)
    merged = merge_both(folder)
    assert_both_sides(folder, merged, "\n    kind: union", "\n    kind: district")
    assert "“union”" in merged.stdout.decode()
    assert "“district”" in merged.stdout.decode()


def test_a_file_added_on_both_sides_has_no_base(tmp_path: Path) -> None:
    folder = repository(tmp_path, listed("a"), [])
    git(folder, "rm", "-q", FILE)
    git(folder, "commit", "-q", "-m", "none")
    for branch in ("l", "r"):
        git(folder, "checkout", "-q", "-b", branch, "main")
        commit(folder, listed(branch))
    git(folder, "merge", "-q", "--no-edit", "l")
    assert_merged(folder, listed("l", "r"))


NAMES = [
    "d'eneme",
    "a b",
    'a"b',
    "$HOME",
    "`id`",
    "$(id)",
    "çığ İstanbul",
    "a;b&c",
    "a\\b",
    "-n",
    "%A",
    "#",
    "a\nb",
    "*",
]


@pytest.mark.parametrize("name", NAMES)
def test_the_path_of_the_clone_may_hold_any_character(tmp_path: Path, name: str) -> None:
    folder = repository(tmp_path / name, listed("a"), [listed("a", "l"), listed("a", "r")])
    assert merge_both(folder).returncode == 0
    assert_merged(folder, listed("a", "l", "r"))


def test_a_clone_may_be_moved(tmp_path: Path) -> None:
    folder = repository(tmp_path / "one", listed("a"), [listed("a", "l"), listed("a", "r")])
    folder = folder.rename(tmp_path / "other")
    assert merge_both(folder).returncode == 0
    assert_merged(folder, listed("a", "l", "r"))


def test_a_merge_may_begin_in_a_folder_of_the_clone(tmp_path: Path) -> None:
    folder = repository(tmp_path, listed("a"), [listed("a", "l"), listed("a", "r")])
    assert merge_both(folder / "data").returncode == 0
    assert_merged(folder, listed("a", "l", "r"))


def test_a_linked_working_tree_uses_the_packages_of_the_clone(tmp_path: Path) -> None:
    folder = repository(tmp_path / "one", listed("a"), [listed("a", "l"), listed("a", "r")])
    git(folder, "worktree", "add", "-q", tmp_path / "other", "b0")
    (tmp_path / "other" / "scripts").symlink_to(ROOT / "scripts")
    assert merge(tmp_path / "other", 1).returncode == 0
    assert_merged(tmp_path / "other", listed("a", "l", "r"))


def test_the_repository_may_be_elsewhere(tmp_path: Path) -> None:
    folder = repository(tmp_path / "one", listed("a"), [listed("a", "l"), listed("a", "r")])
    repo = (folder / ".git").rename(tmp_path / "repo")
    git(repo, "config", "core.worktree", folder)
    assert git(repo, "merge", "-q", "b0").returncode == 0
    assert git(repo, "merge", "-q", "--no-edit", "b1").returncode == 0
    assert (folder / FILE).read_text() == listed("a", "l", "r")


@pytest.mark.parametrize("content", [listed("a", "r").replace("\n", "\r\n"), "\ufeff" + listed("a", "r")])
def test_line_ends_and_a_byte_order_mark_make_no_difference(tmp_path: Path, content: str) -> None:
    folder = repository(tmp_path, listed("a"), [listed("a", "l"), content])
    assert merge_both(folder).returncode == 0
    assert_merged(folder, listed("a", "l", "r"))


def test_what_one_side_deleted_is_gone_and_what_the_other_added_is_there(tmp_path: Path) -> None:
    folder = repository(tmp_path, listed("a", "b"), [listed(), listed("a", "b", "r")])
    assert merge_both(folder).returncode == 0
    assert_merged(folder, listed("r"))


BROKEN_PROGRAMS = {
    "packages": f'exec "{sys.executable}" -S "$@"',
    "crash": f'exec "{sys.executable}" -c "raise RuntimeError"',
    "killed": "kill -9 $$",
    "killed while it writes": 'echo signatories: >"$4"; kill -9 $$',
    "ended while it writes": ': >"$4"; exit 1',
    "nothing written": ': >"$4"',
    "old": "exit 2",
}


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A clone whose two branches git could not merge line by line."""
    return repository(tmp_path / "d'eneme", listed("a"), [listed("a", "l"), listed("a", "r")])


@pytest.mark.parametrize("line", BROKEN_PROGRAMS.values(), ids=BROKEN_PROGRAMS)
def test_a_program_that_does_not_work_loses_nothing(clone: Path, line: str) -> None:
    python(clone, line)
    assert_both_sides(clone, merge_both(clone), "id: a\n", "id: l\n", "id: r\n")
    assert list(clone.glob(".merge*")) == []


KILL_DRIVER = """
parent() { cut -d " " -f 4 "/proc/$1/stat"; }
driver=$PPID
while [ "$(cat "/proc/$(parent $driver)/comm")" != git ]; do driver=$(parent $driver); done
kill -9 $driver
"""


def test_a_driver_that_is_killed_loses_nothing(clone: Path) -> None:
    python(clone, KILL_DRIVER)
    assert merge_both(clone).returncode == 1
    assert_unmerged(clone, "id: a\n", "id: l\n", "id: r\n")


@pytest.mark.parametrize(
    ("path", "why"), [("scripts", "can't open file .*signatories.py.*"), (".venv", "no .git/../.venv/bin/python")]
)
def test_a_program_that_is_not_there_loses_nothing(clone: Path, path: str, why: str) -> None:
    (clone / path).rename(clone.parent / "gone")
    merged = merge_both(clone)
    assert_both_sides(clone, merged, "id: a\n", "id: l\n", "id: r\n")
    assert re.search(
        rf"^  en: .* could not run \([^()]*{why}\)\. .*“make setup”.*\.$", merged.stdout.decode(), re.MULTILINE
    )


def test_without_the_program_nothing_is_taken_by_lines(tmp_path: Path) -> None:
    """One side deleted an entry, far from the conflict: nobody has read the registry, so that is shown, too."""
    kept = ("b", "c", "d")
    folder = repository(tmp_path / "clone", listed("a", *kept), [listed("a", *kept, "l"), listed(*kept, "r")])
    git(folder, "config", "merge.conflictStyle", "diff3")
    (folder / ".venv").rename(folder.parent / "gone")
    assert_both_sides(folder, merge_both(folder), "id: a\n", "id: l\n", "id: r\n")
    assert b"|||||||" not in (folder / FILE).read_bytes()


def test_the_merge_is_done_again_as_the_message_says(clone: Path) -> None:
    (clone / ".venv").rename(clone.parent / "gone")
    advice = merge_both(clone).stdout.decode().rpartition("merge again with “git ")[2].partition("”")[0]
    (clone.parent / "gone").rename(clone / ".venv")
    assert git(clone, *advice.split()).returncode == 0
    git(clone, "commit", "-q", "-a", "-m", "x")
    assert_merged(clone, listed("a", "l", "r"))


UNREADABLE: dict[str, bytes] = {
    "syntax": listed("a", "r").encode() + b"  - id: [\n",
    "unclosed": listed("a", "r").replace("https", '"https').encode(),
    "twice": listed("a", "r").encode() + listed("r").removeprefix("signatories:\n").encode(),
    "no id": listed("a", "r").encode() + b"  - kind: town\n",
    "anchor": listed("a", "r").replace("id: r", "id: &x r").encode(),
    "markers": b"<<<<<<< HEAD\n=======\n>>>>>>> x\n" + listed("a", "r").encode(),
    "another mapping": listed("a", "r").encode() + b"x: y\n",
    "windows-1254": listed("a", "r", kind="çığ").encode("windows-1254"),
    "utf-16": listed("a", "r").encode("utf-16"),
    "nul": listed("a", "r").encode() + b"\0",
    "no end": listed("a", "r").encode() + b"[",
    "carriage returns": (listed("a", "r") + "[").replace("\n", "\r\n").encode(),
    "a text": b"id: r",
}
OURS_UNREADABLE = {name: content for name, content in UNREADABLE.items() if name != "carriage returns"}
"""A working tree with other line ends than its attributes ask for is not merged: git calls it changed."""


def _pieces(content: bytes) -> list[bytes]:
    return [line for line in content.splitlines() if line.strip()]


@pytest.mark.parametrize("content", UNREADABLE.values(), ids=UNREADABLE)
def test_their_side_that_cannot_be_read_loses_nothing(tmp_path: Path, content: bytes) -> None:
    folder = repository(tmp_path, listed("a"), [listed("a", "l"), content])
    merged = merge_both(folder)
    assert_both_sides(folder, merged, "id: l\n", *_pieces(content))
    assert f"{FILE} (theirs):" in merged.stdout.decode()


@pytest.mark.parametrize("content", OURS_UNREADABLE.values(), ids=OURS_UNREADABLE)
def test_our_side_that_cannot_be_read_loses_nothing(tmp_path: Path, content: bytes) -> None:
    folder = repository(tmp_path, listed("a"), [content, listed("a", "l")])
    merged = merge_both(folder)
    assert_both_sides(folder, merged, "id: l\n", *_pieces(content))
    assert f"{FILE} (ours):" in merged.stdout.decode()


@pytest.mark.parametrize("content", UNREADABLE.values(), ids=UNREADABLE)
def test_a_program_that_is_not_there_loses_nothing_of_an_unreadable_side(clone: Path, content: bytes) -> None:
    (clone / ".venv").rename(clone.parent / "gone")
    git(clone, "checkout", "-q", "-b", "other")
    commit(clone, content)
    git(clone, "checkout", "-q", "b0")
    assert_both_sides(clone, git(clone, "merge", "other", check=False), "id: l\n", *_pieces(content))


@pytest.mark.parametrize("program", [True, False])
@pytest.mark.parametrize("side", [0, 1])
def test_an_emptied_file_is_a_side_too(clone: Path, side: int, *, program: bool) -> None:
    git(clone, "checkout", "-q", "-b", "other")
    commit(clone, "")
    if not program:
        (clone / ".venv").rename(clone.parent / "gone")
    git(clone, "checkout", "-q", ("b0", "other")[side])
    merged = git(clone, "merge", ("other", "b0")[side], check=False)
    assert_both_sides(clone, merged, "id: a\n", "id: l\n")


@pytest.mark.parametrize("content", ["signatories: [\n", "\n"])
def test_a_base_that_cannot_be_read_loses_nothing(tmp_path: Path, content: str) -> None:
    folder = repository(tmp_path, content, [listed("a", "l"), listed("a", "r")])
    merged = merge_both(folder)
    assert_both_sides(folder, merged, "id: a\n", "id: l\n", "id: r\n")
    assert f"{FILE} (base):" in merged.stdout.decode()


def test_two_bases_that_contradict_each_other_lose_nothing(tmp_path: Path) -> None:
    """Git merges the bases first, here with a conflict: the base of the merge then has markers."""
    sides = [listed("a", kind="union"), listed("a", kind="district")]
    folder = repository(tmp_path, listed("a", kind="town"), sides)
    for mine, other, added in (("b0", "b1", "l"), ("b1", "b0", "r")):
        git(folder, "checkout", "-q", "--detach", mine)
        git(folder, "merge", "-q", other, check=False)
        commit(folder, listed("a", added, kind="town"))
        git(folder, "branch", f"c{mine}")
    git(folder, "checkout", "-q", "cb0")
    assert_both_sides(folder, git(folder, "merge", "cb1", check=False), "id: a\n", "id: l\n", "id: r\n")


def test_both_sides_of_a_rebase_stay(clone: Path) -> None:
    (clone / ".venv").rename(clone.parent / "gone")
    git(clone, "checkout", "-q", "b1")
    assert_both_sides(clone, git(clone, "rebase", "-q", "b0", check=False), "id: l\n", "id: r\n")


@pytest.mark.parametrize("pages", range(8))
def test_a_full_disk_leaves_no_side_alone(tmp_path: Path, pages: int) -> None:
    """Whatever still fits on the disk: git refuses the merge, or both sides are there, or the way to both of them."""
    with mounted(tmp_path / "disk", "1m") as disk:
        if not disk:
            pytest.skip("this user may not mount a disk")
        folder = repository(tmp_path / "disk" / "clone", listed("a"), [listed("a", "l"), listed("a", "r")])
        (folder / ".git").write_text(f"gitdir: {shutil.move(folder / '.git', tmp_path / 'repo')}\n")
        git(folder, "merge", "-q", "b0")
        free = os.statvfs(folder)
        (tmp_path / "disk" / "filler").write_bytes(b"x" * (free.f_bavail - pages) * free.f_frsize)
        merged, content = merge(folder, 1), (folder / FILE).read_bytes()
        if merged.returncode == 0:
            assert_merged(folder, listed("a", "l", "r"))
        elif git(folder, "ls-files", "--unmerged").stdout:
            wanted = (b"id: l\n", b"id: r\n") if b"id: " in content else (b"git show :2:", b"git show :3:")
            assert [each for each in (OURS, THEIRS, *wanted) if each not in content] == []
            assert f"{FILE}:1:1: merge-conflict" in merged.stdout.decode()
        else:
            assert content == listed("a", "l").encode()


@pytest.mark.parametrize("shell", ["sh", "dash", "bash --posix", "busybox sh"])
@pytest.mark.parametrize("program", [True, False])
def test_the_driver_runs_in_every_shell(clone: Path, shell: str, *, program: bool) -> None:
    if not shutil.which(shell.split(maxsplit=1)[0]):
        pytest.skip("no such shell here")
    if not program:
        (clone / ".venv").rename(clone.parent / "gone")
    for name, content in (("o", listed("a")), ("a", listed("a", "l")), ("b", listed("a", "r"))):
        (clone / name).write_text(content)
    command = [*shell.split(), "scripts/merge-driver.sh", "o", "a", "b", FILE]
    done = subprocess.run(command, cwd=clone, env=ENVIRONMENT, capture_output=True, check=False)
    content = (clone / "a").read_text()
    assert done.returncode == (0 if program else 1)
    assert [content.count(f"id: {each}\n") for each in "alr"] == [1, 1, 1]
    assert (content == listed("a", "l", "r")) == program
    assert done.stderr == b""
    assert sorted(path.name for path in clone.glob("[abo]*")) == ["a", "b", "o"]


def test_git_replaces_no_per_cent_sign_in_the_driver() -> None:
    assert "%" not in (ROOT / "scripts" / "merge-driver.sh").read_text()


IDS = st.sets(st.sampled_from("abcdef"), min_size=1)


@settings(max_examples=20)
@given(IDS, IDS, IDS, st.booleans())
def test_no_entry_is_lost_that_no_side_deleted(
    tmp_path_factory: pytest.TempPathFactory,
    base: set[str],
    ours: set[str],
    theirs: set[str],
    program: bool,  # noqa: FBT001 - hypothesis gives arguments by their places
) -> None:
    texts = [listed(*sorted(ids), kind=kind) for ids, kind in ((base, "town"), (ours, "town"), (theirs, "union"))]
    folder = repository(tmp_path_factory.mktemp("clone"), texts[0], texts[1:])
    if not program:
        (folder / ".venv").rename(folder / "gone")
    git(folder, "merge", "-q", "b0")
    merge(folder, 1)
    content = (folder / FILE).read_text()
    kept = (ours & theirs) | (ours - base) | (theirs - base)
    assert {each for each in kept if f"id: {each}\n" not in content} == set()

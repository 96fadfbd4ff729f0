"""What the comments advise to do with git is done here, to the letter, in real repositories."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from codehost.desk import REGISTRY, Desk
from codehost.requests.answer_request import answer
from codehost.resolve import resolve
from support.codehost import CodeHost
from support.desk import LISTED, PROOF, Remote, entries, entry, recorded, reference, submit
from support.registry import check
from support.repository import ROOT
from support.shown import tree

Office = tuple[Desk, Remote, CodeHost]
SIDES = [f"{LISTED}{entry(name)}" for name in ("mavi-bursa", "ornek-bursa")]
"""The list with one entry more, in the same place."""
BOTH = ["kurgu-istanbul", "mavi-bursa", "ornek-bursa"]
RUN = "https://kod.example/run"
PULL = "refs/pull/12/head"


def run(folder: Path, command: str) -> subprocess.CompletedProcess[str]:
    """Run a command as its author would type it."""
    who = {f"GIT_{each}_{what}": "x@ornek.example" for each in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    shell = ["bash", "-e", "-c", command]
    return subprocess.run(shell, cwd=folder, env=os.environ | who, capture_output=True, text=True, check=False)


def blocks(comment: str) -> list[str]:
    """Return the blocks of code of a comment."""
    return ["".join(block.itertext()) for block in tree(comment).iter("pre")]


def ids(text: str) -> list[str]:
    """Return the ids of a registry."""
    return [item["id"] for item in entries(text)]


class Fork:
    """A stranger's fork with a branch that changes the list, its clone, and the pull request."""

    def __init__(self, office: Office, folder: Path, listed: str, **files: str) -> None:
        _, self.remote, host = office
        attributes = (ROOT / ".gitattributes").read_text(encoding="utf-8")
        self.remote.commit("refs/heads/main", self.remote.tip("main"), **{".gitattributes": attributes})
        self.bare, self.clone = folder / "fork.git", folder / "fork"
        shutil.copytree(self.remote.path, self.bare)
        run(folder, f"git clone --quiet {self.bare} {self.clone}\ncd {self.clone}\ngit checkout --quiet -b duzeltme")
        for name, text in {REGISTRY: listed, **files}.items():
            (self.clone / name).write_text(text, encoding="utf-8")
        run(self.clone, "git add --all")
        for name in ("Makefile", "scripts", "requirements.lock"):
            (self.clone / name).symlink_to(ROOT / name)
        (self.clone / ".venv").symlink_to(sys.prefix)
        done = run(self.clone, "git commit --quiet -m x && git push --quiet -u origin duzeltme")
        assert done.returncode == 0, done.stderr
        host.open_pull(12, "duzeltme", "ornek-yabanci/bildirge", self.show())

    def show(self) -> str:
        """Let the code host show the pull request as its branch now is; returns its commit."""
        self.remote.git("fetch", "--quiet", str(self.bare), f"+refs/heads/duzeltme:{PULL}")
        return self.remote.git("rev-parse", PULL)


def told(office: Office, folder: Path, listed: str, main: str, **files: tuple[str, str]) -> tuple[Fork, str]:
    """Return a fork whose pull request conflicts with the main branch (`files`: theirs, ours), and what it is told."""
    desk, remote, host = office
    fork = Fork(office, folder, listed, **{name: both[0] for name, both in files.items()})
    remote.commit(
        "refs/heads/main", remote.tip("main"), registry=main, **{name: both[1] for name, both in files.items()}
    )
    assert remote.clashes("main", PULL)
    assert resolve(desk, folder / "out", RUN, PROOF) == []
    return fork, host.answers(12)[0]


def commit_merge(fork: Fork, text: str) -> None:
    """Do as the editor of the code host does on *Commit merge*: merge the main branch, with the file as it was left."""
    tip = fork.show()
    replaced = fork.remote.commit("refs/heads/x", tip, registry=text)
    fork.remote.git("update-ref", "-d", "refs/heads/x")
    author = ("-c", "user.name=x", "-c", "user.email=x@ornek.example")
    merge = fork.remote.git(*author, "commit-tree", f"{replaced}^{{tree}}", "-p", tip, "-p", "main", "-m", "x")
    fork.remote.git("update-ref", PULL, merge)


def finish(comment: str) -> str:
    """Return the commands that both languages name for when `git merge` has stopped."""
    named = re.findall("`(git add [^`]+)`, `(git commit [^`]+)`, `(git push)`", comment)
    assert len(named) == 2
    assert len(set(named)) == 1
    return "\n".join(named[0])


def test_a_fork_resolves_the_conflict_in_the_browser(office: Office, tmp_path: Path):
    _, remote, _ = office
    fork, comment = told(office, tmp_path, *SIDES)
    text = blocks(comment)[-1]
    assert ids(text) == BOTH
    remote.commit("refs/heads/x", fork.show(), registry=text)
    assert remote.clashes("main", "x"), "without the merge, the same text would not do"
    assert "Editing the file on your branch is not enough" in comment
    steps = comment.partition("In the browser")[2].partition("With git")[0]
    pressed = dict.fromkeys(re.findall(r"\*(\w+ \w+(?: \w+)?)\*", steps))
    assert list(pressed) == ["Resolve conflicts", "Mark as resolved", "Commit merge"]
    commit_merge(fork, text)
    assert not remote.clashes("main", PULL)
    assert ids(remote.read(PULL)) == BOTH


def test_a_fork_resolves_the_conflict_with_git(office: Office, tmp_path: Path):
    _, remote, _ = office
    fork, comment = told(office, tmp_path, *SIDES)
    commands, text = blocks(comment)
    done = run(fork.clone, commands)
    assert done.returncode == 0, done.stdout + done.stderr
    fork.show()
    assert not remote.clashes("main", PULL)
    assert ids(remote.read(PULL)) == BOTH
    assert remote.read(PULL) == text, "both ways lead to the same"


def test_a_fork_resolves_the_conflict_with_git_and_nothing_set_up(office: Office, tmp_path: Path):
    _, remote, _ = office
    fork, comment = told(office, tmp_path, *SIDES)
    commands, text = blocks(comment)
    assert commands.startswith("make setup\n")
    assert run(fork.clone, commands.partition("\n")[2]).returncode == 1, "git merge stops"
    (fork.clone / REGISTRY).write_text(text, encoding="utf-8")
    done = run(fork.clone, finish(comment))
    assert done.returncode == 0, done.stdout + done.stderr
    fork.show()
    assert not remote.clashes("main", PULL)
    assert ids(remote.read(PULL)) == BOTH


def test_the_markers_of_another_file_are_not_committed(office: Office, tmp_path: Path):
    _, remote, _ = office
    fork, comment = told(office, tmp_path, *SIDES, other=("x", "y"))
    assert "- `other`" in comment
    assert run(fork.clone, blocks(comment)[0]).returncode == 1
    assert run(fork.clone, finish(comment)).returncode != 0
    (fork.clone / "other").write_text("z", encoding="utf-8")
    done = run(fork.clone, f"git add other\n{finish(comment)}")
    assert done.returncode == 0, done.stdout + done.stderr
    fork.show()
    assert not remote.clashes("main", PULL)
    assert ids(remote.read(PULL)) == BOTH


DISAGREEING = [LISTED.replace("date: 2018", date) for date in ("date: 2018-10", "date: 2018-11")]


def test_who_has_to_decide_finds_both_values_and_can_finish(office: Office, tmp_path: Path):
    _, remote, _ = office
    fork, comment = told(office, tmp_path, *DISAGREEING)
    (commands,) = blocks(comment)
    assert run(fork.clone, commands).returncode == 1
    text = (fork.clone / REGISTRY).read_text(encoding="utf-8")
    ours, theirs = re.findall(r"date: (2018-\d\d)", text)
    assert (ours, theirs) == ("2018-10", "2018-11")
    marks = set(re.findall("`([<=>]{7})`", comment))
    kept = [line for line in text.splitlines() if line[:7] not in marks and theirs not in line]
    (fork.clone / REGISTRY).write_text("\n".join(dict.fromkeys(kept)) + "\n", encoding="utf-8")
    done = run(fork.clone, finish(comment))
    assert done.returncode == 0, done.stdout + done.stderr
    fork.show()
    assert not remote.clashes("main", PULL)
    assert remote.read(PULL) == DISAGREEING[0]


@pytest.mark.parametrize("right", DISAGREEING)
def test_who_has_to_decide_can_do_so_in_the_browser(office: Office, tmp_path: Path, right: str):
    fork, _ = told(office, tmp_path, *DISAGREEING)
    commit_merge(fork, right)
    assert not fork.remote.clashes("main", PULL)


def test_a_list_that_cannot_be_read_is_to_be_corrected_first(office: Office, tmp_path: Path):
    _, comment = told(office, tmp_path, DISAGREEING[0].replace("name:", "name: &a"), DISAGREEING[1])
    assert blocks(comment) == []
    assert "Resolve conflicts" not in comment


@pytest.mark.parametrize("name", ["accepted", "accepted-second-signature"])
def test_the_line_that_a_maintainer_adds_makes_the_check_pass(office: Office, tmp_path: Path, name: str):
    desk, remote, host = office
    submit(host, recorded(name)[0])
    answer(desk, 12, PROOF)
    line = next(block for block in blocks(host.pulls[0].body) if "YYYY-MM-DD" in block)
    before = remote.read("intake/12")
    new = recorded(name)[0]["body"].split("Kanıtın adresi / Address of the evidence\n\n")[1].split("\n")[0]
    signature = re.search(rf"          url: {re.escape(new)}\n(          .*\n)*", before)[0]
    assert before.count(signature) == 1
    text = before.replace(signature, signature + line.replace("YYYY-MM-DD", "2025-12-31"))
    (tmp_path / "signatories.yaml").write_text(text, encoding="utf-8")
    assert check(tmp_path / "signatories.yaml", REGISTRY, reference()) == []
    remote.commit("refs/heads/intake/12", remote.tip("intake/12"), registry=text)
    remote.merge("intake/12")
    assert remote.read("main") == text

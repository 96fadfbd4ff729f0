"""What the comments advise to do with git is done here, to the letter, in real repositories."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from desk.desk import REGISTRY, Desk
from desk.intake import answer
from desk.resolve import resolve
from registry.load import check
from support.codehost import CodeHost
from support.desk import LISTED, PROOF, Remote, entries, entry, recorded, reference, submit
from support.repository import ROOT
from support.shown import tree

Office = tuple[Desk, Remote, CodeHost]
SIDES = [f"{LISTED}{entry(name)}" for name in ("mavi-bursa", "ornek-bursa")]
"""The list with one entry more, in the same place."""
BOTH = ["kurgu-istanbul", "mavi-bursa", "ornek-bursa"]
RUN = "https://kod.example/run"


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

    def __init__(self, office: Office, folder: Path, listed: str) -> None:
        _, self.remote, host = office
        attributes = (ROOT / ".gitattributes").read_text(encoding="utf-8")
        self.remote.commit("refs/heads/main", self.remote.tip("main"), **{".gitattributes": attributes})
        self.bare, self.clone = folder / "fork.git", folder / "fork"
        shutil.copytree(self.remote.path, self.bare)
        run(folder, f"git clone --quiet {self.bare} {self.clone}\ncd {self.clone}\ngit checkout --quiet -b duzeltme")
        (self.clone / REGISTRY).write_text(listed, encoding="utf-8")
        for name in ("Makefile", "scripts", "requirements.lock"):
            (self.clone / name).symlink_to(ROOT / name)
        (self.clone / ".venv").symlink_to(sys.prefix)
        done = run(self.clone, f"git add {REGISTRY} && git commit --quiet -m x && git push --quiet -u origin duzeltme")
        assert done.returncode == 0, done.stderr
        host.open_pull(12, "duzeltme", "ornek-yabanci/bildirge", self.show())

    def show(self) -> str:
        """Let the code host show the pull request as its branch now is; returns its commit."""
        self.remote.git("fetch", "--quiet", str(self.bare), "+refs/heads/duzeltme:refs/pull/12/head")
        return self.remote.git("rev-parse", "refs/pull/12/head")


def told(office: Office, folder: Path, listed: str, main: str) -> tuple[Fork, str]:
    """Return a fork whose pull request conflicts with the main branch, and what it is told."""
    desk, remote, host = office
    fork = Fork(office, folder, listed)
    remote.commit("refs/heads/main", remote.tip("main"), registry=main)
    assert remote.clashes("main", "refs/pull/12/head")
    assert resolve(desk, folder / "out", RUN, PROOF) == []
    return fork, host.answers(12)[0]


def test_a_fork_resolves_the_conflict_in_the_browser(office: Office, tmp_path: Path):
    """*Resolve conflicts* commits the text as a merge of the main branch."""
    _, remote, _ = office
    fork, comment = told(office, tmp_path, *SIDES)
    text = blocks(comment)[0]
    assert ids(text) == BOTH
    replaced = remote.commit("refs/heads/x", fork.show(), registry=text)
    assert remote.clashes("main", "x"), "without the merge, the same text would not do"
    remote.git("update-ref", "-d", "refs/heads/x")
    author = ("-c", "user.name=x", "-c", "user.email=x@ornek.example")
    merge = remote.git(*author, "commit-tree", f"{replaced}^{{tree}}", "-p", fork.show(), "-p", "main", "-m", "x")
    remote.git("update-ref", "refs/heads/done", merge)
    assert not remote.clashes("main", "done")
    assert ids(remote.read("done")) == BOTH


def test_a_fork_resolves_the_conflict_with_git(office: Office, tmp_path: Path):
    _, remote, _ = office
    fork, comment = told(office, tmp_path, *SIDES)
    commands = blocks(comment)[1]
    done = run(fork.clone, f"{commands}\ngit push")
    assert done.returncode == 0, done.stdout + done.stderr
    fork.show()
    assert not remote.clashes("main", "refs/pull/12/head")
    assert ids(remote.read("refs/pull/12/head")) == BOTH
    assert remote.read("refs/pull/12/head") == blocks(comment)[0], "both ways lead to the same"


def test_who_has_to_decide_finds_both_values_and_can_finish(office: Office, tmp_path: Path):
    _, remote, _ = office
    sides = [LISTED.replace("date: 2018", date) for date in ("date: 2018-10", "date: 2018-11")]
    fork, comment = told(office, tmp_path, *sides)
    (commands,) = blocks(comment)
    assert run(fork.clone, commands).returncode == 1
    text = (fork.clone / REGISTRY).read_text(encoding="utf-8")
    ours, theirs = re.findall(r"date: (2018-\d\d)", text)
    assert (ours, theirs) == ("2018-10", "2018-11")
    kept = re.sub(r"<<<<<<< ours\n(.*?)=======\n.*?>>>>>>> theirs\n", r"\1", text, flags=re.DOTALL)
    (fork.clone / REGISTRY).write_text(kept, encoding="utf-8")
    (last,) = set(re.findall("`(git commit [^`]*)`", comment))
    done = run(fork.clone, f"{last}\ngit push")
    assert done.returncode == 0, done.stdout + done.stderr
    fork.show()
    assert not remote.clashes("main", "refs/pull/12/head")
    assert "date: 2018-10\n" in remote.read("refs/pull/12/head")


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

"""Reading and writing commits without a working tree."""

import os
from pathlib import Path

import pytest

from codehost.desk import REGISTRY, Desk
from codehost.git.git import Commit
from codehost.git.git_command import GitError
from support.codehost import CodeHost, Fault, Token
from support.desk import LISTED, SECRET, Remote

Office = tuple[Desk, Remote, CodeHost]


def write(desk: Desk, text: str) -> str:
    """Commit a text onto the checkout's commit."""
    head = desk.git.commit("HEAD")
    return desk.git.write(head, REGISTRY, text, "Örnek $(touch x)\n\n`touch x`", [head])


def test_a_commit_changes_one_file_and_nothing_in_the_folder(office: Office):
    desk, _, _ = office
    commit = write(desk, "ağ\n")
    assert desk.git.file(commit, REGISTRY) == "ağ\n".encode()
    assert (desk.layout.root / REGISTRY).read_text(encoding="utf-8") == LISTED
    assert desk.git.log("HEAD", commit) == [Commit(commit, ours=True, subject="Örnek $(touch x)")]


def test_a_branch_is_pushed_only_over_what_was_expected(office: Office):
    desk, remote, _ = office
    first, second = write(desk, "1"), write(desk, "2")
    desk.git.push(first, "intake/1", "")
    with pytest.raises(GitError):
        desk.git.push(second, "intake/1", "")
    with pytest.raises(GitError):
        desk.git.push(second, "intake/1", second)
    assert remote.tip("intake/1") == first
    desk.git.push(second, "intake/1", first)
    assert remote.tip("intake/1") == desk.git.remote_tip("intake/1") == second


def test_what_is_refused_for_good_is_not_tried_again(office: Office):
    desk, _, host = office
    host.tokens[SECRET] = Token(contents="read")
    with pytest.raises(GitError, match=r"git push: .*denied"):
        desk.git.push(write(desk, "1"), "intake/1", "")
    assert host.waits == []


@pytest.mark.parametrize("kind", ["status", "drop"])
def test_what_passes_is_tried_again(office: Office, kind: str):
    desk, remote, host = office
    host.faults.add(Fault("POST", "git-receive-pack", kind, status=503, times=2))
    desk.git.push(commit := write(desk, "1"), "intake/1", "")
    assert remote.tip("intake/1") == commit
    assert host.waits in ([1], [1, 2]), "git itself sends once more what is lost on a connection that it had before"


def test_a_push_that_arrived_though_its_answer_was_lost_is_done(office: Office):
    desk, remote, host = office
    for kind, commit in (("drop", write(desk, "1")), ("truncate", write(desk, "2"))):
        host.faults.listed = [Fault("POST", "git-receive-pack", kind, times=1, done=True)]
        desk.git.push(commit, "intake/1", remote.tip("intake/1"))
        assert remote.tip("intake/1") == commit
    host.faults.listed = [Fault("POST", "git-receive-pack", "drop", times=1, done=True)]
    desk.git.push("", "intake/1", remote.tip("intake/1"))
    assert remote.tip("intake/1") == ""


def test_a_branch_that_is_not_there_has_no_tip(office: Office):
    desk, _, _ = office
    assert desk.git.remote_tip("intake/1") == ""


def test_a_longer_name_is_another_branch(office: Office):
    desk, _, _ = office
    desk.git.push(write(desk, "1"), "intake/12", "")
    assert desk.git.remote_tip("intake/1") == ""
    assert desk.git.remote_tip("take/12") == ""


def test_merges_are_nobodys_work(office: Office):
    desk, remote, _ = office
    theirs = remote.commit("refs/heads/intake/1", remote.tip("main"), other="x")
    remote.commit("refs/heads/main", remote.tip("main"), third="y")
    desk.git.fetch("refs/heads/main", "refs/heads/intake/1")
    main = remote.tip("main")
    merged = desk.git.write(desk.git.merge(theirs, main).tree, REGISTRY, LISTED, "x", [theirs, main])
    assert [commit.name for commit in desk.git.log(main, merged)] == [theirs]


def test_the_token_reaches_git_in_the_environment_only(office: Office, monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    """git is replaced by a script that keeps what it is called with, then asks the credential helper."""
    desk, _, _ = office
    seen = tmp_path / "seen"
    fake = tmp_path / "bin" / "git"
    fake.parent.mkdir()
    helper = 'h=$(printf "%s" "$4" | sed "s/^credential.helper=!//"); eval "$h get" >> "$0.asked"'
    fake.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" > {seen}\n{helper}\n', encoding="utf-8")
    fake.chmod(0o700)
    monkeypatch.setenv("PATH", f"{fake.parent}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("GITHUB_TOKEN", "gizli-anahtar")
    desk.git.fetch("refs/heads/main")
    assert "gizli" not in seen.read_text(encoding="utf-8")
    asked = (fake.parent / "git.asked").read_text(encoding="utf-8")
    assert asked == "username=x-access-token\npassword=gizli-anahtar\n"

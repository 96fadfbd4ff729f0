"""Requests that conflict with the main branch, in real git repositories: merged, handed over, or told apart."""

import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from codehost.desk import REGISTRY, Desk
from codehost.desk import _merged as merged
from codehost.resolve import resolve
from registry.definition.model import Definition
from support.codehost import CodeHost, Fault, Token
from support.codehost.items import Item
from support.desk import LISTED, PROOF, SECRET, Remote, entries, entry, pull
from support.shown import dangers, texts, tree

Office = tuple[Desk, Remote, CodeHost]
RUN = "https://kod.example/ornek/bildirge/actions/runs/1"
NEIGHBOURS = [f"{LISTED}{entry(name, verified='2022-02-01')}" for name in ("mavi-bursa", "ornek-bursa")]
"""The list with one verified entry more, in the same place."""


def ask(office: Office, number: int, listed: str | None, *, fork: bool = False, branch: str = "", **files: str) -> None:
    """Let a pull request from the present main branch put `listed` in the place of the registry."""
    _, remote, host = office
    branch = branch or f"intake/{number}"
    ref = f"refs/pull/{number}/head" if fork else f"refs/heads/{branch}"
    if listed is not None:
        files["registry"] = listed
    commit = remote.commit(ref, remote.tip("main"), **files)
    remote.git("update-ref", f"refs/pull/{number}/head", commit)
    host.open_pull(number, branch, "ornek-yabanci/bildirge" if fork else host.repository, commit)


def publish(remote: Remote, listed: str, **files: str) -> None:
    """Let the main branch move on."""
    remote.commit("refs/heads/main", remote.tip("main"), registry=listed, **files)


def run(office: Office, out: Path) -> list[str]:
    """Resolve."""
    return resolve(office[0], out, RUN, PROOF)


def ids(text: str) -> list[str]:
    """Return the ids of a registry."""
    return [item["id"] for item in entries(text)]


def test_an_own_branch_gets_both_sides_and_says_so(office: Office, tmp_path: Path):
    _, remote, host = office
    ask(office, 12, NEIGHBOURS[0])
    publish(remote, NEIGHBOURS[1], other="x")
    assert remote.clashes("main", "intake/12")

    assert run(office, tmp_path) == []
    assert not remote.clashes("main", "intake/12")
    assert ids(remote.read("intake/12")) == ["kurgu-istanbul", "mavi-bursa", "ornek-bursa"]
    assert remote.read("intake/12", "other") == "x"
    assert remote.git("log", "-1", "--format=%P", "intake/12").split()[1] == remote.tip("main")
    (comment,) = host.answers(12)
    assert "merged automatically" in comment


def test_a_second_run_changes_nothing(office: Office, tmp_path: Path):
    _, remote, host = office
    ask(office, 12, NEIGHBOURS[0])
    ask(office, 13, NEIGHBOURS[0], fork=True)
    publish(remote, NEIGHBOURS[1])
    run(office, tmp_path)
    before = (remote.tip("intake/12"), list(host.writes))
    run(office, tmp_path)
    assert (remote.tip("intake/12"), host.writes) == before


def test_what_git_can_merge_is_left_alone(office: Office, tmp_path: Path):
    _, remote, host = office
    ask(office, 12, None, other="x")
    ask(office, 13, None, fork=True, other="x")
    publish(remote, NEIGHBOURS[1])
    tip = remote.tip("intake/12")
    assert run(office, tmp_path) == []
    assert (remote.tip("intake/12"), host.writes) == (tip, [])


def test_a_conflict_elsewhere_is_not_ours(office: Office, tmp_path: Path):
    _, remote, host = office
    ask(office, 12, None, other="x")
    publish(remote, LISTED, other="y")
    assert run(office, tmp_path) == []
    assert host.writes == []


def test_with_another_file_in_conflict_the_registry_is_handed_over(office: Office, tmp_path: Path):
    _, remote, host = office
    ask(office, 12, NEIGHBOURS[0], other="x")
    publish(remote, NEIGHBOURS[1], other="y")
    tip = remote.tip("intake/12")
    run(office, tmp_path)
    assert remote.tip("intake/12") == tip
    assert "other" in texts(host.answers(12)[0]).rpartition("Other files in conflict")[2]


@pytest.mark.parametrize("branch", ["intake/12", "main", "duzeltme"])
def test_a_fork_gets_a_file_to_put_in_place(office: Office, tmp_path: Path, branch: str):
    _, remote, host = office
    main = NEIGHBOURS[1]
    ask(office, 12, NEIGHBOURS[0], fork=True, branch=branch)
    publish(remote, main)
    run(office, tmp_path)
    *_, block = tree(host.answers(12)[0]).iter("pre")
    assert ids("".join(block.itertext())) == ["kurgu-istanbul", "mavi-bursa", "ornek-bursa"]
    assert remote.read("main") == main
    assert remote.git("for-each-ref", "--format=%(refname)", "refs/heads") == "refs/heads/main"


def test_a_branch_of_a_maintainer_is_not_pushed_to(office: Office, tmp_path: Path):
    _, remote, host = office
    ask(office, 12, NEIGHBOURS[0], branch="duzeltme")
    publish(remote, NEIGHBOURS[1])
    tip = remote.tip("duzeltme")
    run(office, tmp_path)
    assert remote.tip("duzeltme") == tip
    assert "ornek-bursa" in host.answers(12)[0]


def test_a_deleted_fork_is_a_fork(office: Office, tmp_path: Path):
    _, remote, host = office
    ask(office, 12, NEIGHBOURS[0], fork=True)
    host.pulls[0].head.repository = None
    publish(remote, NEIGHBOURS[1])
    assert run(office, tmp_path) == []
    assert len(host.answers(12)) == 1


def test_a_file_too_long_for_a_comment_is_offered_for_download(office: Office, tmp_path: Path):
    _, remote, host = office
    long = "signatories:\n" + "".join(entry(f"ornek{number:03}-bursa") for number in range(300))
    publish(remote, long)
    ask(office, 12, long.replace("signatories:\n", f"signatories:\n{entry('deneme-bursa')}"), fork=True)
    publish(remote, long.replace("signatories:\n", f"signatories:\n{entry('ornek-bursa')}"))
    assert run(office, tmp_path / "out") == []
    (comment,) = host.answers(12)
    assert RUN in comment
    assert len(ids((tmp_path / "out" / "12.yaml").read_text(encoding="utf-8"))) == 302


def test_both_values_are_named_where_people_have_to_decide(office: Office, tmp_path: Path):
    _, remote, host = office
    ask(office, 12, LISTED.replace("date: 2018", "date: 2018-10"))
    publish(remote, LISTED.replace("date: 2018", "date: 2018-11"))
    tip = remote.tip("intake/12")
    assert run(office, tmp_path) == []
    assert remote.tip("intake/12") == tip
    (comment,) = host.answers(12)
    assert "2018-10" in comment
    assert "2018-11" in comment


@pytest.mark.parametrize(
    "hostile",
    [
        "",
        "\0\0",
        "signatories: &a [*a]",
        "- x\n" * 100_000,
        "signatories:\n  - id: '@everyone <img src=x>'\n    name: https://kotu.example\n",
        "signatories:\n  - {id: a, name: x}\n  - {id: a, name: y}\n",
        LISTED.replace("https://kurgu.example/karar", "javascript:@everyone\\`\\`\\`"),
        LISTED.replace("date: 2018", "date: '@everyone ``` <script>alert(1)</script>'"),
        LISTED + "".join(f"  - id: x{number}\n    name: '\u200b@everyone'\n" for number in range(2000)),
    ],
)
def test_a_hostile_fork_harms_nobody(office: Office, tmp_path: Path, hostile: str):
    _, remote, host = office
    main = NEIGHBOURS[1].replace("date: 2018", "date: 2018-11")
    ask(office, 12, hostile, fork=True)
    ask(office, 13, NEIGHBOURS[0])
    publish(remote, main)
    assert run(office, tmp_path) == []
    assert all(dangers(comment, (RUN,)) == [] for comment in host.answers(12))
    assert ids(remote.read("intake/13")) == ["kurgu-istanbul", "mavi-bursa", "ornek-bursa"]
    assert remote.read("main") == main


SLOW = "# yavaş\n"


def _waits_for_the_slow(contents: list[bytes], definition: Definition) -> str:
    """Merge as always, but never come to an end with one of the files."""
    if any(content.startswith(SLOW.encode()) for content in contents):
        threading.Event().wait()
    return merged(contents, definition)


def test_a_fork_whose_file_takes_too_long_keeps_nobody_waiting(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    _, remote, host = office
    monkeypatch.setattr("codehost.desk.SECONDS", 5.0)
    monkeypatch.setattr("codehost.desk._merged", _waits_for_the_slow)
    ask(office, 12, SLOW + NEIGHBOURS[0], fork=True)
    ask(office, 13, NEIGHBOURS[0])
    ask(office, 14, NEIGHBOURS[0], fork=True)
    publish(remote, NEIGHBOURS[1])
    assert run(office, tmp_path) == []
    assert "takes longer than 5 seconds" in texts(host.answers(12)[0])
    assert "5 saniyeyi aşıyor" in texts(host.answers(12)[0])
    assert len(ids(remote.read("intake/13"))) == 3
    assert "mavi-bursa" in host.answers(14)[0]


def test_a_fork_whose_file_breaks_the_merge_keeps_nobody_waiting(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
):
    _, remote, host = office
    monkeypatch.setattr(
        "codehost.desk._merged",
        lambda contents, definition: merged(contents, definition) if SLOW.encode() not in contents[1] else 1 / 0,
    )
    ask(office, 12, SLOW + NEIGHBOURS[0], fork=True)
    ask(office, 13, NEIGHBOURS[0], fork=True)
    publish(remote, NEIGHBOURS[1])
    assert run(office, tmp_path) == ["#12: the merge failed; see the traceback above"]
    assert "ZeroDivisionError" in capfd.readouterr().err
    assert "mavi-bursa" in host.answers(13)[0]


def test_a_fork_whose_file_is_too_large_is_told_and_not_read(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    _, remote, host = office
    ask(office, 12, NEIGHBOURS[0] + "#" * 5000, fork=True)
    ask(office, 13, NEIGHBOURS[0], fork=True)
    publish(remote, NEIGHBOURS[1])
    monkeypatch.setattr("codehost.git.git.MAX_BYTES", 5000)
    assert run(office, tmp_path) == []
    assert "exceeds the limit" in texts(host.answers(12)[0])
    assert "mavi-bursa" in host.answers(13)[0]


def test_the_own_branches_come_before_those_of_forks(office: Office, tmp_path: Path):
    _, remote, host = office
    ask(office, 12, NEIGHBOURS[0], fork=True, branch="listing/1")
    ask(office, 13, NEIGHBOURS[0])
    publish(remote, NEIGHBOURS[1])
    run(office, tmp_path)
    assert [comment.number for comment in host.comments.values()] == [13, 12]


def test_a_fork_without_a_registry_is_told(office: Office, tmp_path: Path):
    _, remote, host = office
    commit = remote.commit("refs/pull/12/head", "", other="x")
    host.open_pull(12, "silindi", "ornek-yabanci/bildirge", commit)
    publish(remote, NEIGHBOURS[1])
    assert len(run(office, tmp_path)) == 1, "two histories that share nothing"
    assert host.answers(12) == []


def test_a_failure_does_not_stop_the_others(office: Office, tmp_path: Path):
    desk, remote, host = office
    host.open_pull(11, "silindi", "ornek-yabanci/bildirge")  # its ref is missing
    ask(office, 12, NEIGHBOURS[0])
    publish(remote, NEIGHBOURS[1])
    (failure,) = run(office, tmp_path)
    assert failure.startswith("#11: ")
    assert len(ids(remote.read("intake/12"))) == 3
    assert desk.layout.root.exists()


def test_a_comment_that_is_refused_is_reported(office: Office, tmp_path: Path):
    _, remote, host = office
    ask(office, 12, NEIGHBOURS[0])
    publish(remote, NEIGHBOURS[1])
    host.tokens[SECRET] = Token(pulls="read", issues="read")
    assert run(office, tmp_path) == ["#12: POST issues/12/comments: 403 Resource not accessible by integration"]


def test_a_comment_that_was_refused_is_written_by_the_next_run(office: Office, tmp_path: Path):
    _, remote, host = office
    ask(office, 12, NEIGHBOURS[0])
    publish(remote, NEIGHBOURS[1])
    host.faults.add(Fault("POST", "issues/12/comments", status=403))
    assert run(office, tmp_path)
    tip = remote.tip("intake/12")
    assert not remote.clashes("main", "intake/12")
    host.faults.clear()
    for _ in range(2):
        assert run(office, tmp_path) == []
        assert ["merged automatically" in said for said in host.answers(12)] == [True]
    assert remote.tip("intake/12") == tip


def test_a_number_that_is_no_open_pull_request_is_reported(office: Office, tmp_path: Path):
    desk, remote, _ = office
    ask(office, 12, NEIGHBOURS[0])
    publish(remote, NEIGHBOURS[1])
    (line,) = resolve(desk, tmp_path, RUN, PROOF, 999)
    assert line == "#999: açık bir öneri değil · it is not an open pull request"


def test_what_is_not_verified_waits(office: Office, tmp_path: Path):
    _, remote, host = office
    ask(office, 12, f"{LISTED}{entry('mavi-bursa')}")
    publish(remote, NEIGHBOURS[1])
    tip = remote.tip("intake/12")
    assert run(office, tmp_path) == []
    assert (remote.tip("intake/12"), host.writes) == (tip, [])


def test_the_lowest_number_that_is_verified_and_conflicts_is_next(office: Office, tmp_path: Path):
    _, remote, host = office
    ask(office, 15, NEIGHBOURS[0])
    ask(office, 14, f"{LISTED}{entry('mavi2-bursa', verified='2022-02-01')}")
    ask(office, 13, None, other="x")
    ask(office, 12, f"{LISTED}{entry('mavi3-bursa')}")
    publish(remote, NEIGHBOURS[1])
    pushed = record_pushes(remote)
    run(office, tmp_path)
    assert pushed() == ["refs/heads/intake/14"]
    assert [comment.number for comment in host.comments.values()] == [14]
    run(office, tmp_path)
    assert pushed() == ["refs/heads/intake/14", "refs/heads/intake/15"], "the next one, as 14 conflicts no longer"


@pytest.mark.parametrize("wanted", [12, 15])
def test_a_maintainer_may_name_another_one(office: Office, tmp_path: Path, wanted: int):
    desk, remote, _ = office
    ask(office, 12, f"{LISTED}{entry('mavi2-bursa')}")
    ask(office, 14, f"{LISTED}{entry('mavi3-bursa', verified='2022-02-01')}")
    ask(office, 15, NEIGHBOURS[0])
    publish(remote, NEIGHBOURS[1])
    pushed = record_pushes(remote)
    assert resolve(desk, tmp_path, RUN, PROOF, wanted) == []
    assert pushed() == [f"refs/heads/intake/{wanted}"]


def test_one_that_cannot_be_merged_keeps_no_other_waiting(office: Office, tmp_path: Path):
    _, remote, host = office
    ask(office, 12, LISTED.replace("date: 2018", "date: 2018-10"))
    ask(office, 13, NEIGHBOURS[0])
    publish(remote, NEIGHBOURS[1].replace("date: 2018", "date: 2018-11"))
    run(office, tmp_path)
    assert not remote.clashes("main", "intake/13")
    assert "2018-10" in host.answers(12)[0]


def record_pushes(remote: Remote) -> Callable[[], list[str]]:
    """Let the code host keep the branch of every push; returns what reads them."""
    hook, kept = remote.path / "hooks" / "post-receive", remote.path / "pushes"
    hook.write_text(f'#!/bin/sh\nsed "s/.* //" >> "{kept}"\n', encoding="utf-8")
    hook.chmod(0o700)
    return lambda: kept.read_text(encoding="utf-8").split() if kept.exists() else []


NAMES = [f"{first}{second}" for first in ("al", "be", "ce", "de") for second in ("ova", "kent", "dag", "koy", "su")]


@pytest.fixture
def twenty(office: Office) -> Office:
    """Twenty requests, each verified by a maintainer."""
    for number, name in enumerate(NAMES, 1):
        ask(office, number, f"{LISTED}{entry(f'{name}-bursa', name=name, verified='2022-02-01')}")
    return office


def merge(office: Office, item: Item) -> None:
    """Let a maintainer merge a pull request as the code host would: line by line."""
    desk, remote, host = office
    assert not remote.clashes("main", item.head.branch), "its turn has not come"
    remote.merge(item.head.branch)
    host.merged(item)
    pull(desk)


def test_requests_merged_one_after_the_other_cost_a_push_each(twenty: Office, tmp_path: Path):
    _, remote, host = twenty
    pushed = record_pushes(remote)
    for item in host.pulls:
        merge(twenty, item)
        assert run(twenty, tmp_path) == []
    assert ids(remote.read("main")) == sorted(ids(remote.read("main")))
    assert len(ids(remote.read("main"))) == len(NAMES) + 1
    assert remote.git("diff", "--name-only", "main~1", "main") == REGISTRY
    assert 0 < len(pushed()) < len(NAMES), "one each at most, and the first needs none"
    assert len(set(pushed())) == len(pushed()), "a branch was pushed to twice"


def test_in_any_other_order_they_cost_two_pushes_each_at_most(twenty: Office, tmp_path: Path):
    desk, remote, host = twenty
    pushed = record_pushes(remote)
    for item in host.pulls[::-1][:10]:
        if remote.clashes("main", item.head.branch):
            assert resolve(desk, tmp_path, RUN, PROOF, item.number) == []
        merge(twenty, item)
        assert run(twenty, tmp_path) == []
    assert len(ids(remote.read("main"))) == 11
    assert len(pushed()) < 20

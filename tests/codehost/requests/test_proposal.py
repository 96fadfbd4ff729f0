"""Pull requests that the workflows open for maintainers, who could not approve their own."""

import pytest

import github
from codehost.desk import Desk
from codehost.requests.proposal import propose_branch
from support.codehost import BOT, CodeHost
from support.desk import LISTED, Remote, entry
from support.repository import ROOT
from support.shown import dangers

Office = tuple[Desk, Remote, CodeHost]


@pytest.fixture
def maintained(office: Office) -> Office:
    """A desk where a maintainer has pushed a branch."""
    desk, remote, _ = office
    (desk.layout.root / ".github").symlink_to(ROOT / ".github")
    remote.commit(
        "refs/heads/duzeltme", remote.tip("main"), registry=LISTED + entry("mavi-bursa", verified="2022-02-01")
    )
    return office


def test_the_workflows_open_it(maintained: Office):
    desk, _, host = maintained
    assert propose_branch(desk, "duzeltme") == []
    (made,) = host.pulls
    assert (made.login, made.head.branch, made.title) == (BOT, "duzeltme", "x")
    assert "- [ ]" in made.body
    assert dangers(made.body, ("#",)) == []


def test_a_correction_that_a_message_names_is_closed(maintained: Office):
    desk, remote, host = maintained
    for number, labels in ((12, ["correction"]), (13, ["signatory"]), (14, ["correction"])):
        host.open_issue(number, "x", *labels)
    host.close(host.items[14])
    author = ("-c", "user.name=x", "-c", "user.email=x@ornek.example")
    message = "Correct the name, as asked in #12 (#13, #14, #99, x#12)"
    commit = remote.git(*author, "commit-tree", "duzeltme^{tree}", "-p", "main", "-m", message)
    remote.git("update-ref", "refs/heads/duzeltme", commit)
    assert propose_branch(desk, "duzeltme") == []
    assert [line for line in host.pulls[0].body.splitlines() if line.startswith("Closes")] == ["Closes #12"]


@pytest.mark.parametrize("subject", ["", "x" * 300])
def test_a_title_is_neither_empty_nor_too_long(maintained: Office, subject: str):
    desk, remote, host = maintained
    tree, parents = "duzeltme^{tree}", ("-p", "main", "-p", "main^{commit}")
    author = ("-c", "user.name=x", "-c", "user.email=x@ornek.example")
    commit = remote.git(*author, "commit-tree", tree, *parents[: 4 if not subject else 2], "-m", subject)
    remote.git("update-ref", "refs/heads/duzeltme", commit)
    assert propose_branch(desk, "duzeltme") == []
    assert host.pulls[0].title == (subject[:256] or "duzeltme")


def test_one_that_is_open_stays_as_it_is(maintained: Office):
    desk, remote, host = maintained
    host.open_pull(12, "duzeltme", host.repository, remote.tip("duzeltme"))
    (said,) = propose_branch(desk, "duzeltme")
    assert "already" in said
    assert host.writes == []


@pytest.mark.parametrize("branch", ["main", "intake/12", "listing/12", "yok", "", "-x", "a b", "duzeltme/", "../x"])
def test_what_is_no_branch_of_a_maintainer_is_not_proposed(maintained: Office, branch: str):
    desk, remote, host = maintained
    remote.commit("refs/heads/intake/12", remote.tip("main"), registry=LISTED + entry("nar-bursa"))
    (said,) = propose_branch(desk, branch)
    assert "no such branch" in said
    assert host.writes == []


def test_a_branch_without_a_change_is_not_proposed(maintained: Office):
    desk, remote, host = maintained
    remote.git("update-ref", "refs/heads/duzeltme", "refs/heads/main")
    (said,) = propose_branch(desk, "duzeltme")
    assert "no change" in said
    assert host.writes == []


def test_the_door(maintained: Office, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]):
    desk, _, host = maintained
    for name in ("registry.yaml", "provinces.yaml", "editions.yaml"):
        (desk.layout.root / "data" / name).symlink_to(ROOT / "data" / name)
    monkeypatch.setattr(github, "LAYOUT", desk.layout)
    for name, value in (("SERVER_URL", host.server), ("API_URL", host.api_url), ("REPOSITORY", host.repository)):
        monkeypatch.setenv(f"GITHUB_{name}", value)
    assert github.main(["propose", "--", "yok"]) == 1
    assert capfd.readouterr().err.startswith("- `yok`: ")
    assert github.main(["propose", "--", "duzeltme"]) == 0
    assert len(host.pulls) == 1

"""The door, as the workflows use it: the environment of a runner, a code host that speaks HTTP, real git."""

import json
import re
from pathlib import Path

import pytest

import github
from codehost.desk import Desk
from codehost.evidence_links.visit import Network
from support.codehost import CodeHost, Fault
from support.desk import LISTED, Remote, entry, recorded, submit
from support.repository import ROOT

Office = tuple[Desk, Remote, CodeHost]


@pytest.fixture
def runner(office: Office, monkeypatch: pytest.MonkeyPatch) -> Office:
    """The environment of a runner whose code host is the office's, and its checkout."""
    desk, _, host = office
    for name in ("registry.yaml", "provinces.yaml", "editions.yaml"):
        (desk.layout.root / "data" / name).symlink_to(ROOT / "data" / name)
    monkeypatch.setattr(github, "LAYOUT", desk.layout)
    monkeypatch.setenv("GITHUB_SERVER_URL", host.server)
    monkeypatch.setenv("GITHUB_API_URL", host.api_url)
    monkeypatch.setenv("GITHUB_REPOSITORY", host.repository)
    monkeypatch.setenv("GITHUB_RUN_ID", "1")
    return office


@pytest.fixture
def happen(runner: Office, monkeypatch: pytest.MonkeyPatch, tmp_path: Path):  # noqa: ARG001 - one of a runner
    """Let something be the event of this run."""

    def happens(event: object) -> None:
        (tmp_path / "event.json").write_text(json.dumps(event), encoding="utf-8")
        monkeypatch.setenv("GITHUB_EVENT_PATH", str(tmp_path / "event.json"))

    return happens


def test_intake(runner: Office, happen, capfd: pytest.CaptureFixture[str]):
    _, remote, host = runner
    submit(host, recorded("accepted")[0])
    happen(host.event(12, "opened"))
    assert github.main(["intake", "--proof", "_x"]) == 0
    assert "id: ornek-bursa" in remote.read("intake/12")
    assert f"{host.url}/issues/12" in host.pulls[0].body
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("by_option", [True, False])
def test_a_maintainer_repeats_a_request_by_its_number(runner: Office, happen, *, by_option: bool):
    _, remote, host = runner
    submit(host, recorded("accepted")[0])
    happen({"inputs": {"number": "12"}, "ref": "refs/heads/main"} if not by_option else {"ref": "refs/heads/main"})
    assert github.main(["intake", "--proof", "_x", *(["--number", "12"] if by_option else [])]) == 0
    assert remote.tip("intake/12")


@pytest.mark.parametrize("by_option", [True, False])
def test_a_maintainer_who_names_no_request_hears_of_it(
    runner: Office, happen, capfd: pytest.CaptureFixture[str], *, by_option: bool
):
    host = runner[2]
    host.open_issue(13, "Merhaba")
    for number in (13, 99):
        happen({"inputs": {"number": str(number)}})
        assert github.main(["intake", "--proof", "_x", *(["--number", str(number)] if by_option else [])]) == 1
        (line,) = capfd.readouterr().err.splitlines()
        assert line == f"- #{number}: listeye alınma başvurusu değil · it is not a request for a listing"
    assert host.pulls == []


@pytest.mark.parametrize("prepared", [True, False])
def test_a_maintainer_who_names_a_closed_request_hears_that_it_is(
    runner: Office, happen, capfd: pytest.CaptureFixture[str], *, prepared: bool
):
    _, remote, host = runner
    item = submit(host, recorded("accepted")[0])
    happen({"inputs": {"number": "12"}})
    if prepared:
        assert github.main(["intake", "--proof", "_x"]) == 0
    host.close(item)
    for _ in range(2):
        assert github.main(["intake", "--proof", "_x"]) == 0
        told = capfd.readouterr()
        assert told.out.startswith("#12: bu başvuru kapalı")
        assert "closed" in told.out
        assert told.err == ""
        assert remote.tip("intake/12") == ""


def test_a_second_run_never_brings_an_old_payload_back(runner: Office, happen):
    _, remote, host = runner
    item = submit(host, recorded("accepted")[0])
    happen(host.event(12, "opened"))
    item.body = item.body.replace("2022-01-05", "2022-02")
    assert github.main(["intake", "--proof", "_x"]) == 0
    assert "2022-02" in remote.read("intake/12")
    host.close(item)
    assert github.main(["intake", "--proof", "_x"]) == 0
    assert (remote.tip("intake/12"), host.pulls[0].state) == ("", "closed")


@pytest.mark.parametrize(
    "event", [{}, {"pull_request": {"number": 12}}, {"inputs": None}, [], {"issue": {"number": "::x"}}]
)
def test_an_event_that_names_no_request_fails_in_one_line(happen, event: object, capfd: pytest.CaptureFixture[str]):
    happen(event)
    assert github.main(["intake", "--proof", "_x"]) == 1
    (line,) = capfd.readouterr().err.splitlines()
    assert line.startswith("- The event does not name a request")


@pytest.mark.parametrize(("seconds", "branch"), [(1767301199, False), (1767301200, True)], ids=["before", "after"])
def test_today_is_the_day_in_turkish_time(
    runner: Office, happen, monkeypatch: pytest.MonkeyPatch, *, seconds: int, branch: bool
):
    """21:00 UTC on 1 January 2026 is midnight there; test_clock.py has the same for the other doors."""
    _, remote, host = runner
    item = submit(host, recorded("accepted")[0])
    item.body = item.body.replace("2022-01-05", "2026-01-02")
    happen(host.event(12, "opened"))
    monkeypatch.setattr("time.time", lambda: seconds)
    assert github.main(["intake", "--proof", "_x"]) == 0
    assert bool(remote.tip("intake/12")) == branch


def test_nothing_of_a_request_reaches_the_log(runner: Office, happen, capfd: pytest.CaptureFixture[str]):
    """What a log holds on a line of its own, the runner may take for a command."""
    _, _, host = runner
    for name in ("hostile-commands", "hostile-shell", "mend-three-mistakes"):
        submit(host, recorded(name)[0])
        happen(host.event(12, "edited"))
        assert github.main(["intake", "--proof", "_x"]) == 0
    assert capfd.readouterr() == ("", "")
    assert not Path("/tmp/basvuru-calisti").exists()  # noqa: S108 - what the hostile requests would make


def test_a_refusal_of_the_code_host_fails_the_run_in_one_line(
    runner: Office, happen, capfd: pytest.CaptureFixture[str]
):
    _, _, host = runner
    submit(host, recorded("accepted")[0])
    happen(host.event(12, "opened"))
    host.faults.add(Fault("POST", "pulls", status=403, message="a\n::error::b"))
    assert github.main(["intake", "--proof", "_x"]) == 1
    assert capfd.readouterr().err == "- #12: POST pulls: 403 a ::error::b\n"


def test_a_registry_that_cannot_be_read_fails_the_run(runner: Office, happen, capfd: pytest.CaptureFixture[str]):
    desk, remote, host = runner
    (desk.layout.root / "data" / "signatories.yaml").write_text("signatories: &a [*a]", encoding="utf-8")
    submit(host, recorded("accepted")[0])
    happen(host.event(12, "opened"))
    assert github.main(["intake", "--proof", "_x"]) == 1
    (line,) = capfd.readouterr().err.splitlines()
    assert "yaml-anchor" in line
    assert remote.tip("intake/12") == ""
    assert "A person" in host.answers(12)[0]


def test_a_real_wait_is_waited(runner: Office, happen):
    _, _, host = runner
    submit(host, recorded("accepted")[0])
    happen(host.event(12, "opened"))
    host.faults.add(Fault.secondary("POST", "issues/12/comments", "1", times=1))
    assert github.main(["intake", "--proof", "_x"]) == 0
    assert len(host.answers(12)) == 1


def test_resolve(runner: Office, tmp_path: Path):
    """What is not verified is merged where a maintainer names it."""
    _, remote, host = runner
    commit = remote.commit("refs/heads/intake/12", remote.tip("main"), registry=LISTED + entry("mavi-bursa"))
    remote.git("update-ref", "refs/pull/12/head", commit)
    host.open_pull(12, "intake/12", host.repository, commit)
    remote.commit("refs/heads/main", remote.tip("main"), registry=LISTED + entry("ornek-bursa"))
    assert github.main(["resolve", "--out", str(tmp_path), "--pull", "0"]) == 0
    assert host.answers(12) == []
    assert github.main(["resolve", "--out", str(tmp_path), "--pull", "12"]) == 0
    assert "id: ornek-bursa" in remote.read("intake/12")
    assert len(host.answers(12)) == 1


def test_links(runner: Office, monkeypatch: pytest.MonkeyPatch):
    """Every name leads to this machine, which is never visited."""
    _, _, host = runner
    monkeypatch.setattr(github, "Network", lambda agent: Network(agent, resolve=lambda _: ["127.0.0.1"]))
    assert github.main(["links"]) == 0
    assert "not public" in host.issues[0].body


def test_check_names_what_is_stale(runner: Office, capfd: pytest.CaptureFixture[str]):
    desk, _, _ = runner
    (desk.layout.root / "CONTRIBUTING.md").write_text("<!-- rules -->\n<!-- /rules -->\n", encoding="utf-8")
    for name in ("rules.yaml", "launch.yaml"):
        (desk.layout.root / "data" / name).symlink_to(ROOT / "data" / name)
    assert github.main(["check"]) == 1
    told = capfd.readouterr().err
    stale = re.findall(r"^- (\S+):1:1: stale .*fix: \.venv/bin/python scripts/github\.py generate$", told, re.MULTILINE)
    forms = ".github/ISSUE_TEMPLATE"
    assert sorted(stale) == [f"{forms}/change.yml", f"{forms}/signatory.yml", "CONTRIBUTING.md"]
    (desk.layout.root / ".github" / "ISSUE_TEMPLATE").mkdir(parents=True)
    assert github.main(["generate"]) == 0
    assert github.main(["check"]) == 0

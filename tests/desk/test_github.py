"""The door, as the workflows use it: the environment of a runner, a code host that speaks HTTP, real git."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

import github
from desk.api import ApiError
from desk.desk import Desk
from desk.network import Network
from support.codehost import CodeHost
from support.desk import LISTED, Remote, entry
from support.repository import ROOT

Office = tuple[Desk, Remote, CodeHost]


class _Host(BaseHTTPRequestHandler):
    """Hands calls to a code host in memory."""

    host: CodeHost

    def _answer(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        try:
            path = self.path.removeprefix(f"/repos/{self.host.repository}/")
            content, status = self.host.call(self.command, path, json.loads(body) if body else None), 200
        except ApiError as error:
            content, status = {"message": str(error)}, 404
        self.send_response(status)
        self.end_headers()
        self.wfile.write(json.dumps(content).encode())

    do_GET = do_POST = do_PATCH = _answer  # noqa: N815 - the names that http.server calls

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def runner(office: Office, monkeypatch: pytest.MonkeyPatch) -> Iterator[Office]:
    """The environment of a runner whose code host is the office's, and its checkout."""
    desk, _, host = office
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Handler", (_Host,), {"host": host}))
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    (desk.layout.root / "data" / "provinces.yaml").symlink_to(ROOT / "data" / "provinces.yaml")
    (desk.layout.root / "data" / "editions.yaml").symlink_to(ROOT / "data" / "editions.yaml")
    monkeypatch.setattr(github, "LAYOUT", desk.layout)
    monkeypatch.setenv("GITHUB_SERVER_URL", "https://kod.example")
    monkeypatch.setenv("GITHUB_API_URL", f"http://127.0.0.1:{server.server_port}")
    monkeypatch.setenv("GITHUB_REPOSITORY", host.repository)
    monkeypatch.setenv("GITHUB_RUN_ID", "1")
    monkeypatch.setenv("GITHUB_TOKEN", "gizli-anahtar")
    yield office
    server.shutdown()
    server.server_close()


def happen(name: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Let a recorded event be the one of this run."""
    case = json.loads((ROOT / "tests" / "cases" / "desk" / f"{name}.json").read_text(encoding="utf-8"))
    (tmp_path / "event.json").write_text(json.dumps(case["event"]), encoding="utf-8")
    monkeypatch.setenv("GITHUB_EVENT_PATH", str(tmp_path / "event.json"))


def test_intake(runner: Office, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capfd: pytest.CaptureFixture[str]):
    _, remote, host = runner
    happen("accepted", monkeypatch, tmp_path)
    assert github.main(["intake", "--proof", "_x"]) == 0
    assert "id: ornek-bursa" in remote.read("intake/12")
    assert f"{host.url}/issues/12" in host.answers(12)[0]
    assert capfd.readouterr() == ("", "")


def test_nothing_of_a_request_reaches_the_log(
    runner: Office, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capfd: pytest.CaptureFixture[str]
):
    """What a log holds on a line of its own, the runner may take for a command."""
    for name in ("hostile-commands", "hostile-shell", "mend-three-mistakes"):
        happen(name, monkeypatch, tmp_path)
        assert github.main(["intake", "--proof", "_x"]) == 0
    assert capfd.readouterr() == ("", "")
    assert not Path("/tmp/basvuru-calisti").exists()  # noqa: S108 - what the hostile requests would make
    assert len(runner[2].answers(12)) == 1


@pytest.mark.usefixtures("runner")
def test_a_refusal_of_the_code_host_fails_the_run_in_one_line(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capfd: pytest.CaptureFixture[str]
):
    happen("accepted", monkeypatch, tmp_path)
    monkeypatch.setattr(CodeHost, "_open_pull", lambda *_: (_ for _ in ()).throw(ApiError("a\n::error::b")))
    assert github.main(["intake", "--proof", "_x"]) == 1
    (line,) = capfd.readouterr().err.splitlines()
    assert line.startswith("- POST pulls: 404")
    assert "gizli" not in line


def test_a_registry_that_cannot_be_read_fails_the_run(
    runner: Office, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capfd: pytest.CaptureFixture[str]
):
    desk, remote, host = runner
    (desk.layout.root / "data" / "signatories.yaml").write_text("signatories: &a [*a]", encoding="utf-8")
    happen("accepted", monkeypatch, tmp_path)
    assert github.main(["intake", "--proof", "_x"]) == 1
    assert "yaml-anchor" in capfd.readouterr().err
    assert (host.comments, remote.tip("intake/12")) == ([], "")


def test_resolve(runner: Office, tmp_path: Path):
    _, remote, host = runner
    commit = remote.commit("refs/heads/intake/12", remote.tip("main"), registry=LISTED + entry("mavi-bursa"))
    remote.git("update-ref", "refs/pull/12/head", commit)
    host.add_pull(12, "intake/12", host.repository)
    remote.commit("refs/heads/main", remote.tip("main"), registry=LISTED + entry("ornek-bursa"))
    assert github.main(["resolve", "--out", str(tmp_path)]) == 0
    assert "id: ornek-bursa" in remote.read("intake/12")
    assert len(host.answers(12)) == 1


def test_links(runner: Office, monkeypatch: pytest.MonkeyPatch):
    """Every name leads to this machine, which is never visited."""
    _, _, host = runner
    monkeypatch.setattr(github, "Network", lambda agent: Network(agent, resolve=lambda _: ["127.0.0.1"]))
    assert github.main(["links"]) == 0
    assert "not public" in host.issues[0]["body"]


def test_check_names_what_is_stale(runner: Office, capfd: pytest.CaptureFixture[str]):
    desk, _, _ = runner
    (desk.layout.root / "CONTRIBUTING.md").write_text("<!-- rules -->\n<!-- /rules -->\n", encoding="utf-8")
    (desk.layout.root / "data" / "rules.yaml").symlink_to(ROOT / "data" / "rules.yaml")
    assert github.main(["check"]) == 1
    assert capfd.readouterr().err.count("python scripts/github.py generate") == 2
    (desk.layout.root / ".github" / "ISSUE_TEMPLATE").mkdir(parents=True)
    assert github.main(["generate"]) == 0
    assert github.main(["check"]) == 0

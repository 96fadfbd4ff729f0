"""The commands: each says what it does, and the README names only what exists."""

import re
import subprocess

import pytest

from support.repository import ROOT

MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = re.search(r"^\.PHONY: (.+)$", MAKEFILE, re.MULTILINE)[1].split()
PROMISED = ("build", "serve", "test", "check", "lock", "help")


@pytest.mark.parametrize("command", COMMANDS)
def test_command_says_what_it_does(command):
    assert re.search(rf"^{command}:.*## [A-Z]", MAKEFILE, re.MULTILINE)


def test_help_lists_every_command_and_is_the_default():
    listed = subprocess.run(
        ["make", "--no-print-directory"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout
    assert sorted(line.split()[0] for line in listed.splitlines()) == sorted(COMMANDS)


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

"""The command line of the text."""

import subprocess
import sys

import pytest

from support.repository import ROOT, apply, copy_miniature

CHANGED = {"file": "docs/en/declaration.md", "replace": "measuring", "by": "weighing"}


def _text(command, root):
    command = [sys.executable, ROOT / "scripts/text.py", command, "--root", root]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.fixture
def root(tmp_path):
    return copy_miniature(tmp_path / "ornek")


def test_check_is_silent_where_all_is_well(root):
    done = _text("check", root)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_check_tells_file_line_and_rule_in_both_languages(root):
    apply([CHANGED], root)
    done = _text("check", root)
    assert done.returncode == 1
    head, turkish, english, fix = done.stdout.splitlines()
    assert head == "docs/en/declaration.md:31:1: translation-changed"
    assert turkish.startswith("  tr: Çevirinin")
    assert english.startswith("  en: The words")
    assert fix == "  fix: make lock"


def test_lock_settles_a_changed_translation(root):
    apply([CHANGED], root)
    assert _text("lock", root).returncode == 0
    assert _text("check", root).returncode == 0


def test_lock_refuses_changed_authentic_words(root):
    apply([{"file": "docs/tr/declaration.md", "replace": "Ölçmeyi", "by": "Tartmayı"}], root)
    done = _text("lock", root)
    assert done.returncode == 1
    assert "docs/tr/declaration.md:28:1: authentic-changed" in done.stdout
    assert _text("check", root).returncode == 1

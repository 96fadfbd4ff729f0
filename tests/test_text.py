"""The command line of the text."""

import subprocess
import sys

import pytest

import text
from support.limits import files_of_at_most
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


@pytest.mark.parametrize("command", ["lock", "addresses"])
def test_a_full_disk_keeps_a_lock(root, command, tmp_path, capfd):
    lock = root / "data" / ("provisions.lock" if command == "lock" else "addresses.lock")
    before = lock.read_bytes() if command == "lock" else "".join(f"a/{number}/\n" for number in range(999)).encode()
    lock.write_bytes(before)
    apply([CHANGED], root)
    (tmp_path / "index.html").touch()
    with files_of_at_most(len(before) // 2):
        assert text.main([command, "--root", str(root), "--site", str(tmp_path)]) == 1
    assert lock.read_bytes() == before
    said = capfd.readouterr()
    assert said.err == ""
    assert said.out.startswith(f"data/{lock.name}:1:1: file-unwritable\n  tr: Dosya yazılamıyor: ")


def test_lock_refuses_changed_authentic_words(root):
    apply([{"file": "docs/tr/declaration.md", "replace": "Ölçmeyi", "by": "Tartmayı"}], root)
    done = _text("lock", root)
    assert done.returncode == 1
    assert "docs/tr/declaration.md:28:1: authentic-changed" in done.stdout
    assert _text("check", root).returncode == 1

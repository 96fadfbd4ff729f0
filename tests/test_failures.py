"""A mistake in the input ends the build with the place of the mistake, and publishes nothing."""

import re
import shutil
import subprocess
import sys

import pytest

from support.golden import cases, expected
from support.repository import ROOT, apply, build, copy_repository

HEAD = re.compile(r"^[^ :\n]+:\d+:\d+: [a-z-]+\n  (\w+): ", re.MULTILINE)
"""A problem in a terminal, up to the language of its first sentence."""
ANNOTATION = re.compile(r"^::error [^:]+::(.+?)%0A", re.MULTILINE)
"""A problem as an annotation, with its first sentence."""


@cases("failures.yaml")
def test_build_fails_with_file_and_line(case, tmp_path):
    _fails(case, tmp_path)
    assert not list(tmp_path.glob("site/**/*.html"))


@cases("template_failures.yaml")
def test_build_fails_with_the_line_of_the_template(case, tmp_path):
    _fails(case, tmp_path)


def test_untouched_copy_builds(tmp_path):
    root = copy_repository(tmp_path / "copy")
    done = build(root, tmp_path / "site")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert (tmp_path / "site/index.html").is_file()


def _fails(case, folder):
    root = copy_repository(folder / "copy")
    apply(case["changes"], root)
    done = build(root, folder / "site")
    assert done.returncode != 0
    said = done.stdout + done.stderr
    for message in case["messages"]:
        assert expected(message, root) in said
    assert "  tr: " in said
    assert "  en: " in said
    assert "Traceback" not in said


@pytest.mark.parametrize(
    "command",
    [
        None,
        ("text.py", "new", "--dir=yeni", "--locales=xx"),
        ("signatories.py", "check"),
        ("signatories.py", "check", "--format=github"),
        ("signatories.py", "format", "yok.yaml"),
    ],
)
def test_message_is_in_the_languages_of_the_site(command, tmp_path):
    """Where a site has no Turkish, neither have its messages."""
    root = copy_repository(tmp_path / "copy")
    (root / "scripts").unlink()
    shutil.copytree(ROOT / "scripts", root / "scripts")  # a program is of the project that it is in
    french = {"file": "mkdocs.yml", "replace": "locale: tr, name: Türkçe", "by": "locale: fr, name: Français"}
    apply([french, {"file": "data/signatories.yaml", "append": "  - id: Yanlış\n"}], root)
    if command:
        program = [sys.executable, "-B", root / "scripts" / command[0], *command[1:]]
        done = subprocess.run(program, cwd=root, capture_output=True, text=True, check=False)
    else:
        done = build(root, tmp_path / "site")
    said = done.stdout + done.stderr
    assert done.returncode == 1
    annotations = ANNOTATION.findall(said)
    assert set(HEAD.findall(said)) == (set() if annotations else {"en"})
    assert "Traceback" not in said
    assert not re.search("alanı|eksik|olamaz|dosya yok|bir dil", said)


def test_what_an_extension_makes_is_judged_too(tmp_path):
    """Notes of Python-Markdown bring classes and elements of their own."""
    root = copy_repository(tmp_path / "copy")
    extension = {"file": "mkdocs.yml", "replace": "  - attr_list\n", "by": "  - attr_list\n  - footnotes\n"}
    apply([extension, {"file": "docs/en/about.md", "append": "\nA word[^1].\n\n[^1]: A note.\n"}], root)
    done = build(root, tmp_path / "site")
    assert done.returncode != 0
    assert "\ndocs/en/about.md:" in done.stderr
    assert ": prose-element\n  tr: " in done.stderr
    assert "\n  en: " in done.stderr


def test_warnings_of_the_site_builder_end_the_build(tmp_path):
    """It is called with --strict, and with --quiet, which would have them neither told nor counted."""
    root = copy_repository(tmp_path / "copy")
    apply([{"file": "mkdocs.yml", "append": "nav:\n  - tr/yok.md\n"}], root)
    done = build(root, tmp_path / "site")
    assert done.returncode != 0
    assert "tr/yok.md" in done.stderr

"""The command line of the text."""

import os
import shutil
import subprocess
import sys
from datetime import date
from textwrap import indent

import pytest
import yaml

import text
from publish.site.target import MARK
from support.limits import files_of_at_most
from support.repository import MINIATURE_LOCALES, ROOT, apply, build, copy_miniature, copy_repository, data, make

CHANGED = {"file": "docs/editions/2020/en.md", "replace": "measuring", "by": "weighing"}
RECORD = {
    "file": "data/corrections.yaml",
    "write": "corrections:\n  - date: 2024-02-01\n    passage: c2\n    locale: en\n    before: measuring;\n"
    "    after: weighing;\n    reason:\n      tr: Örnek neden.\n      en: A sample reason.\n"
    "      ar: سبب نموذجي.\n",
}
"""Of that change."""


def _text(command, root, *arguments, **settings):
    command = [sys.executable, ROOT / "scripts/text.py", command, "--root", root, *arguments]
    environment = os.environ | {"DATA": ""} | settings
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture
def root(tmp_path):
    return copy_miniature(tmp_path / "ornek")


def test_check_is_silent_where_all_is_well(root):
    done = _text("check", root)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_check_tells_file_line_and_rule_in_both_languages(root):
    apply([CHANGED, RECORD], root)
    done = _text("check", root)
    assert done.returncode == 1
    head, turkish, english, fix = done.stdout.splitlines()
    assert head == "docs/editions/2020/en.md:30:1: translation-changed"
    assert turkish.startswith("  tr: Çevirinin")
    assert english.startswith("  en: The words")
    assert fix == "  fix: make lock"


def test_check_tells_what_is_wrong_with_the_prose_too(root):
    apply([CHANGED, {"file": "docs/en/about.md", "append": "\n<svg> [no page](/no/)\n"}], root)
    done = _text("check", root)
    heads = [line for line in done.stdout.splitlines() if line[0] != " "]
    assert (done.returncode, [head.rpartition(" ")[2] for head in heads]) == (
        1,
        ["correction-missing", "translation-changed", "prose-element", "broken-link"],
    )


@pytest.mark.parametrize("name", ["provisions", "addresses"])
def test_a_lock_that_is_not_utf_8(root, name, tmp_path):
    lock = root / "data" / f"{name}.lock"
    lines = lock.read_bytes().count(b"\n") if lock.exists() else 0
    lock.write_bytes((lock.read_bytes() if lock.exists() else b"") + "ğ".encode("windows-1254"))
    done = build(root, tmp_path / "site")
    assert (done.returncode, "Traceback" in done.stderr) == (1, False)
    assert f"data/{name}.lock:{lines + 1}:1: file-encoding\n  tr: " in done.stderr


def test_lock_settles_a_changed_translation_that_is_recorded(root):
    apply([CHANGED, RECORD], root)
    done = _text("lock", root)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert _text("check", root).returncode == 0


def test_lock_refuses_a_changed_translation_that_is_not_recorded(root):
    lock = root / "data/provisions.lock"
    before = lock.read_bytes()
    apply([CHANGED], root)
    done = _text("lock", root)
    assert (done.returncode, done.stderr, lock.read_bytes()) == (1, "", before)
    head, turkish, english, example, *rest = done.stdout.splitlines()
    assert head == "docs/editions/2020/en.md:30:1: correction-missing"
    assert turkish.startswith("  tr: ")
    assert "data/corrections.yaml" in turkish
    assert english.startswith("  en: ")
    assert "git show HEAD:docs/editions/2020/en.md" in english
    assert example.startswith("  example: - date: ")
    item = [line.strip() for line in rest]
    assert item[:4] == ["passage: c2", "locale: en", "before: …", "after: weighing;"]
    assert item[4:] == ["reason:", *(f"{locale}: …" for locale in MINIATURE_LOCALES)]


@pytest.mark.parametrize(
    ("replace", "by", "told"),
    [
        ("before: measuring;", "before: gauging;", "5:13: correction-before"),
        ("after: weighing;", "after: gauging;", "6:12: correction-after"),
        ("      en: A sample reason.\n", "", "8:7: missing-key"),
        ("A sample reason.", "kisi@deneme.example", "9:11: email"),
        ("2024-02-01", "2999-02-01", "2:11: correction-future"),
    ],
)
def test_lock_refuses_a_wrong_record(root, replace, by, told):
    lock = root / "data/provisions.lock"
    before = lock.read_bytes()
    apply([CHANGED, RECORD, {"file": RECORD["file"], "replace": replace, "by": by}], root)
    done = _text("lock", root)
    assert (done.returncode, done.stderr, lock.read_bytes()) == (1, "", before)
    assert done.stdout.startswith(f"data/corrections.yaml:{told}\n")


@pytest.mark.parametrize("command", ["lock", "addresses"])
def test_a_full_disk_keeps_a_lock(root, command, tmp_path, capfd):
    lock = root / "data" / ("provisions.lock" if command == "lock" else "addresses.lock")
    before = lock.read_bytes() if command == "lock" else "".join(f"a/{number}/\n" for number in range(999)).encode()
    lock.write_bytes(before)
    apply([CHANGED, RECORD], root)
    for name in ("index.html", MARK):
        (tmp_path / name).touch()
    with files_of_at_most(len(before) // 2):
        assert text.main([command, "--root", str(root), "--site", str(tmp_path)]) == 1
    assert lock.read_bytes() == before
    said = capfd.readouterr()
    assert said.err == ""
    assert said.out.startswith(f"data/{lock.name}:1:1: file-unwritable\n  tr: Dosya yazılamıyor: ")


def test_lock_refuses_changed_authentic_words(root):
    apply([{"file": "docs/editions/2020/tr.md", "replace": "Ölçmeyi", "by": "Tartmayı"}], root)
    done = _text("lock", root)
    assert done.returncode == 1
    assert "docs/editions/2020/tr.md:27:1: authentic-changed" in done.stdout
    assert _text("check", root).returncode == 1


LOCKS = ("data/provisions.lock", "data/addresses.lock")


def _locks(root):
    return [(root / lock).read_bytes() for lock in LOCKS]


def _is_refused(said):
    assert ":1:1: not-lockable" in said
    assert said.count("  tr: ") == said.count("  en: ") == 1
    return True


@pytest.fixture
def clone(tmp_path):
    """A copy in which both locks have something to record."""
    root = copy_repository(tmp_path / "kopya")
    apply([{"file": "docs/editions/2021/en.md", "replace": "resilience, our own", "by": "strength, our own"}], root)
    words = data("data/corrections.yaml")["corrections"]
    before = [each["after"] for each in words if each.get("passage") == "c7"][-1]
    after = before.replace("resilience, our own", "strength, our own")
    reason = {"tr": "Deneme.", "en": "A trial."}
    line = {"date": date(2026, 11, 26), "passage": "c7", "locale": "en"} | {"before": before, "after": after}
    with (root / "data/corrections.yaml").open("a", encoding="utf-8") as record:
        record.write(indent(yaml.safe_dump([line | {"reason": reason}], allow_unicode=True, width=1000), "  "))
    (root / "data/addresses.lock").write_text("bg1/\n", encoding="utf-8")
    shutil.copy(root / "data/signatories.yaml", root / "ornek.yaml")
    return root


def test_a_sample_changes_no_lock(clone):
    before = _locks(clone)
    done = make(clone, "lock", "DATA=ornek.yaml")
    assert done.returncode != 0
    assert _is_refused(done.stdout)
    assert done.stdout.startswith("ornek.yaml:1:1: ")
    assert _locks(clone) == before
    assert not (clone / "site").exists()


def test_the_published_registry_changes_both_locks(clone):
    before = _locks(clone)
    done = make(clone, "lock", "SITE=o'nun sitesi", DATA=str(clone / "data/signatories.yaml"))
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert [one == other for one, other in zip(before, _locks(clone), strict=True)] == [False, False]
    addresses = (clone / "data/addresses.lock").read_text(encoding="utf-8").splitlines()
    assert {"./", "bg1/", "en/", ".well-known/security.txt"} <= set(addresses)
    assert MARK not in addresses
    assert _text("check", clone).returncode == 0


@pytest.mark.parametrize("command", ["lock", "addresses"])
def test_a_command_called_by_itself_records_no_sample_either(command, clone):
    before = _locks(clone)
    (clone / "site").mkdir()
    (clone / "site" / MARK).write_text("", encoding="utf-8")
    done = _text(command, clone, "--site", clone / "site", DATA=str(clone / "ornek.yaml"))
    assert (done.returncode, _is_refused(done.stdout)) == (1, True)
    assert _locks(clone) == before


@pytest.mark.parametrize("mark", [None, "SAMPLE=1\n"], ids=["no site", "sample"])
def test_only_a_site_of_the_published_registry_is_recorded(mark, clone):
    before = _locks(clone)
    (clone / "site").mkdir()
    (clone / "site/index.html").write_text("", encoding="utf-8")
    if mark:
        (clone / "site" / MARK).write_text(mark, encoding="utf-8")
    done = _text("addresses", clone, "--site", clone / "site")
    assert (done.returncode, _is_refused(done.stdout)) == (1, True)
    assert _locks(clone) == before
    (clone / "site" / MARK).write_text("", encoding="utf-8")
    assert _text("addresses", clone, "--site", clone / "site").returncode == 0
    assert "./" in (clone / "data/addresses.lock").read_text(encoding="utf-8").splitlines()

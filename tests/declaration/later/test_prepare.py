"""The files of a new edition: prepared from the newest one, and refused where one would be lost."""

import pytest

from declaration.editions import load_editions
from declaration.later.prepare import prepare
from declaration.load import check, write_lock
from declaration.ornament.star import Ornament
from source.layout import Layout
from source.problems.problem import BLANK
from support.repository import apply, copy_bilingual_miniature, copy_repository


@pytest.fixture
def root(tmp_path):
    return copy_bilingual_miniature(tmp_path / "ornek")


def _files(root):
    return {path: path.read_bytes() for path in (root / "docs").rglob("*") if path.is_file()} | {
        path: path.read_bytes() for path in (root / "data").iterdir() if path.is_file()
    }


def test_check_leads_from_the_prepared_files_to_a_text_that_only_lacks_its_lock(root):
    assert prepare(Layout(root), "2031") == []
    found = [each.rule for each in check(Layout(root))]
    assert found == ["blank"]
    apply([{"file": "data/editions.yaml", "replace": "adopted: … # YYYY-MM-DD", "by": "adopted: 2031-02-03"}], root)
    blank = check(Layout(root))
    assert [each.rule for each in blank] == ["edition-blank"] * 3
    lines = (root / "data/editions.yaml").read_text(encoding="utf-8").splitlines()
    assert all(lines[each.line - 1].endswith("…") for each in blank)
    apply(
        [
            {"file": "data/editions.yaml", "replace": "tr: …", "by": "tr: Yeni Örnek"},
            {"file": "data/editions.yaml", "replace": "en: …", "by": "en: New Sample"},
            {"file": "data/editions.yaml", "replace": "source: …", "by": "source: yeni.txt"},
        ],
        root,
    )
    rules = {each.rule for each in check(Layout(root))}
    assert rules == {"words-without-id", "passage-blank"}  # the title of the files, and the translation
    english = root / "docs/editions/2031/en.md"
    blank = [each for each in check(Layout(root)) if each.rule == "passage-blank"]
    assert {each.path for each in blank} == {"docs/editions/2031/en.md"}
    assert len(blank) == english.read_text(encoding="utf-8").count("{#")
    english.write_text(english.read_text(encoding="utf-8").replace(f"{BLANK} ", ""), encoding="utf-8")
    apply(
        [
            {"file": "docs/editions/2031/tr.md", "replace": "# …", "by": "# Yeni Örnek"},
            {"file": "docs/editions/2031/en.md", "replace": "# …", "by": "# New Sample"},
        ],
        root,
    )
    (problem, *others) = [each for each in check(Layout(root)) if each.rule != "unlocked"]
    assert (problem.path, problem.rule, others) == ("docs/editions/2031/yeni.txt", "file-missing", [])
    source = (root / "docs/editions/2020/ornek.txt").read_text(encoding="utf-8").partition("\n")[2]
    (root / "docs/editions/2031/yeni.txt").write_text(source, encoding="utf-8")
    assert {each.rule for each in check(Layout(root))} == {"unlocked"}
    assert write_lock(Layout(root)) == []
    assert check(Layout(root)) == []
    assert [each.key for each in load_editions(Layout(root)) if each.is_root] == ["2020"]


@pytest.mark.parametrize(
    ("key", "rule"),
    [("2020", "duplicate-edition"), ("2019", "duplicate-edition"), ("", "edition-key"), ("../2031", "edition-key")],
)
def test_nothing_is_written_over(root, key, rule):
    before = _files(root)
    (problem,) = prepare(Layout(root), key)
    assert (problem.rule, problem.line, problem.column) == (rule, 1, 1)
    assert problem.example.startswith("make edition KEY=2")
    assert _files(root) == before


def test_words_without_an_item_are_not_written_over(root):
    (root / "docs/editions/2031").mkdir()
    assert [each.rule for each in prepare(Layout(root), "2031")] == ["duplicate-edition"]


def test_the_settings_of_the_published_text_are_carried_over(tmp_path):
    root = copy_repository(tmp_path / "copy")
    assert prepare(Layout(root), "2031a") == []
    apply(
        [
            {"file": "data/editions.yaml", "replace": "adopted: … # YYYY-MM-DD", "by": "adopted: 2031-02-03"},
            {
                "file": "data/editions.yaml",
                "replace": "      tr: …\n      en: …\n",
                "by": "      tr: Deneme\n      en: Sample\n",
            },
            {"file": "data/editions.yaml", "replace": "source: …", "by": "source: deneme.txt"},
        ],
        root,
    )
    old, new = (each.text for each in load_editions(Layout(root)) if each.text)
    assert (new.ids, new.authentic, new.country, new.apparatus) == (old.ids, old.authentic, old.country, {"tr": ()})
    assert [each.kind for each in new.parts.all] == [each.kind for each in old.parts.all]
    assert new.ornament == Ornament.plain({"recital": 13})
    quotations = [
        {
            (kind, locale, alone.before, alone.after)
            for kind, texts in text.alone.items()
            for locale, alone in texts.items()
        }
        for text in (old, new)
    ]
    assert quotations[0] == quotations[1]

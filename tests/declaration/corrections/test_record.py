"""The record of corrections: what it refuses, what it offers to write instead, and what its lines are called."""

import pytest

from declaration.corrections.model import Correction, Objection, entry_of
from declaration.corrections.record import load_record
from declaration.load import check, write_lock
from publish.checks.correction_words import check_corrections
from source.layout import Layout
from support.golden import cases, load
from support.record import lines
from support.repository import ROOT, apply, copy_bilingual_miniature
from support.texts import words_of

CASES = {case["case"]: case for case in load("declaration/corrections.yaml")}
PATH = "data/corrections.yaml"


@pytest.fixture
def root(tmp_path):
    return copy_bilingual_miniature(tmp_path / "ornek")


def _record(root, case):
    lines = "".join(f"  - {line}\n" for line in case["lines"])
    (root / PATH).write_text(f"corrections:\n{lines}" if lines else "corrections: []\n", encoding="utf-8")
    if "words" in case:
        apply([{"file": "docs/editions/2020/en.md", "replace": "measuring", "by": case["words"]}], root)
    return Layout(root)


@cases("declaration/corrections.yaml")
def test_problems_of_a_record(case, root):
    layout = _record(root, case)
    problems = sorted({*check(layout), *check_corrections(layout)})
    expected = [each if each.startswith("docs/") else f"{PATH}:{each}" for each in case["problems"]]
    assert [each.as_text().splitlines()[0] for each in problems] == expected
    assert all(each.told("tr") and each.told("en") and each.told("tr") != each.told("en") for each in problems)
    for offered in ("fix", "example"):
        assert offered not in case or getattr(problems[0], offered) == case[offered]


def test_a_declaration_without_the_file_has_no_corrections(root):
    assert not (root / PATH).exists()
    assert load_record(Layout(root), words_of(root)).lines == ()
    assert check_corrections(Layout(root)) == []


@pytest.mark.parametrize("text", ["", "# yorum\n", "corrections:\n", "corrections: {}\n", "- a\n", "corrections: [\n"])
def test_a_file_that_is_no_record_is_told(root, text):
    (root / PATH).write_text(text, encoding="utf-8")
    problems = check(Layout(root))
    assert [each.path for each in problems] == [PATH]
    assert all(each.path == PATH for each in check_corrections(Layout(root)))


def test_a_registry_that_cannot_be_read_is_told_and_not_its_entries(root):
    layout = _record(root, CASES["entry that there is not"])
    layout.data.joinpath("signatories.yaml").write_text("signatories: [\n", encoding="utf-8")
    assert [each.path for each in check_corrections(layout)] == ["data/signatories.yaml"]


@pytest.mark.parametrize("kind", ["folder", "dangling"])
def test_what_is_no_file_is_told(root, kind):
    (root / PATH).mkdir() if kind == "folder" else (root / PATH).symlink_to("nowhere")
    assert [(each.path, each.rule) for each in check(Layout(root))] == [(PATH, "file-missing")]


def test_example_is_ready_to_paste(root):
    layout = _record(root, {"lines": [], "words": "weighing"})
    (example,) = [each.example for each in check(layout) if each.rule == "correction-missing"]
    lines = example.replace("before: …", "before: measuring;").replace(": …", ": Deneme").splitlines()
    (root / PATH).write_text("corrections:\n" + "".join(f"  {line}\n" for line in lines), encoding="utf-8")
    assert write_lock(layout) == []
    assert check(layout) == []


def test_example_has_the_words_before_where_the_record_has_them(root):
    case = CASES["words brought back and changed again, not recorded"]
    (example,) = [each.example for each in check(_record(root, case)) if each.rule == "correction-missing"]
    assert "before: measuring;\n" in example
    assert "after: gauging;\n" in example


def test_lines_are_read_as_they_are(root):
    layout = _record(root, CASES["an entry, a page, and an objection"])
    entry, former, page, objection, by_name = load_record(layout, words_of(root)).lines
    assert isinstance(entry, Correction)
    assert (entry.before, entry.after["tr"], entry.locale) == ({"tr": "Önce", "en": "Before"}, "Sonra", "")
    assert (page.locale, page.before, page.after, page.source) == (
        "tr",
        {"tr": ""},
        {"tr": "Sonra"},
        "http://deneme.example/a",
    )
    assert isinstance(objection, Objection)
    assert [entry_of(line) for line in (entry, former, page, objection, by_name)] == [
        "deneme-bursa",
        "eski-deneme-bursa",
        "",
        "deneme-bursa",
        "",
    ]
    assert by_name.name == {"tr": "Deneme Belediyesi", "en": "Deneme Municipality"}
    assert objection.answer == {"tr": "Yanıt", "en": "Answer"}


def test_anchors_are_permanent_and_no_two_are_one(root):
    line = "{date: 2024-02-0%s, page: about, locale: %s, before: a, after: b, reason: {tr: Neden, en: Reason}}"
    lines = [line % each for each in ((1, "en"), (1, "tr"), (1, "en"), (2, "en"))]
    some = load_record(_record(root, {"lines": lines}), words_of(root))
    assert [each.anchor for each in some.lines] == [
        "about-en-2024-02-01",
        "about-tr-2024-02-01",
        "about-en-2024-02-01-2",
        "about-en-2024-02-02",
    ]
    more = load_record(_record(root, {"lines": [*lines, line % (3, "en")]}), words_of(root))
    assert [each.anchor for each in more.lines][:-1] == [each.anchor for each in some.lines]


def test_corrections_of_a_passage_are_those_of_its_language(root):
    layout = _record(root, CASES["words brought back, recorded"])
    record = load_record(layout, words_of(root))
    assert [str(line.date) for line in record.of_passage("c2", "en")] == ["2024-02-01", "2024-02-02"]
    assert record.of_passage("c2", "tr") == record.of_passage("c1", "en") == ()


def test_lines_about_an_entry_are_found_by_all_its_ids(root):
    layout = _record(root, CASES["an entry, a page, and an objection"])
    record = load_record(layout, words_of(root))
    entry, former, _, objection, _ = record.lines
    assert record.of_entry({"deneme-bursa", "eski-deneme-bursa"}) == (entry, former, objection)
    assert record.of_entry({"eski-deneme-bursa"}) == (former,)
    assert record.of_entry({"deneme"}) == record.of_entry(()) == ()
    assert record.corrections == tuple(line for line in record.lines if isinstance(line, Correction))


def test_words_are_shown_in_a_language_in_which_they_differ(root):
    line = "{date: 2024-02-01, entry: deneme-bursa, before: {tr: Önce, en: %s}, after: {tr: %s, en: After}, reason: %s}"
    reason = "{tr: Neden, en: Reason}"
    lines = [line % (*each, reason) for each in (("Before", "Sonra"), ("After", "Sonra"), ("Before", "Önce"))]
    shown = load_record(_record(root, {"lines": lines}), words_of(root)).corrections
    assert [(each.language("tr"), each.language("en"), each.language("ar")) for each in shown] == [
        ("tr", "en", "tr"),
        ("tr", "tr", "tr"),
        ("en", "en", "en"),
    ]


LOCK = "data/corrections.lock"
ABOUT = "{date: 2024-02-0%s, page: about, locale: en, before: a, after: b, reason: {tr: Neden, en: Reason}}"


def _locked(root):
    return [line for line in (root / LOCK).read_text(encoding="utf-8").splitlines() if not line.startswith("#")]


def test_published_lines_are_locked_and_none_may_be_lost(root):
    layout = _record(root, {"lines": [ABOUT % 1, ABOUT % 1, ABOUT % 2]})
    assert write_lock(layout) == check(layout) == []
    anchors = ["about-en-2024-02-01", "about-en-2024-02-01-2", "about-en-2024-02-02"]
    assert _locked(root) == anchors
    problems = check(_record(root, {"lines": [ABOUT % 1, ABOUT % 3]}))
    assert [(each.path, each.line, each.column, each.rule, each.entry) for each in problems] == [
        (LOCK, 4, 1, "lost-correction", anchors[1]),
        (LOCK, 5, 1, "lost-correction", anchors[2]),
    ]
    assert write_lock(layout) == problems
    assert _locked(root) == anchors


def test_the_file_is_not_to_be_deleted_with_its_lines(root):
    assert write_lock(_record(root, {"lines": [ABOUT % 1]})) == []
    (root / PATH).unlink()
    assert [each.rule for each in check(Layout(root))] == ["lost-correction"]


def test_nothing_is_locked_where_nothing_is_recorded(root):
    assert write_lock(_record(root, {"lines": []})) == []
    assert not (root / LOCK).exists()


def test_every_published_line_is_in_the_lock():
    published = [anchor for anchor, _ in lines("data/corrections.yaml")]
    assert [each for each in published if each not in _locked(ROOT)] == []

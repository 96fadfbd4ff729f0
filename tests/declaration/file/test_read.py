from dataclasses import asdict

import pytest

from declaration.file.read import TextFile, read_commentary
from declaration.model import Place
from source.layout import Layout
from support.golden import cases
from support.parts import PARTS


@cases("declaration/read.yaml")
def test_parse_passages(case):
    found = TextFile.parse(case["markdown"], PARTS, "tr", "x.md").passages
    shown = [{"id": each.id, "line": each.place.line, "runs": [_shown(run) for run in each.runs]} for each in found]
    assert shown == case["passages"]
    assert {each.place.path for each in found} <= {"x.md"}


@cases("declaration/read.yaml")
def test_words_of_a_passage(case):
    found = TextFile.parse(case["markdown"], PARTS, "tr", "x.md").passages
    plain = "".join(run.get("text", "") for each in case["passages"] for run in each["runs"] if "note" not in run)
    assert "".join(each.text for each in found) == case.get("text", plain)
    assert "marked" not in case or "".join(each.marked_text for each in found) == case["marked"]
    assert [note for each in found for note in each.notes] == case.get("notes", _notes(case))


def _notes(case):
    return [run["note"] for each in case["passages"] for run in each["runs"] if "note" in run]


def _shown(run):
    return {name: value for name, value in asdict(run).items() if value}


NOTES = """# Notlar

## Editörün notları {#remarks}

### Bir {#ed1}

[Taahhüt 2](declaration.md#c2) ile [formül](declaration.md#cf) ve [adres](https://a.example/#x) üzerine.

Ayrıca [Gerekçe 1](declaration.md#r1), bir daha [Taahhüt 2](declaration.md#c2).

### On iki {#ed12}

[1](#fn1) üzerine.

1. [Taahhüt 1](declaration.md#c1) ile [2](declaration.md#c2).
    {#ed12-1}
2. [Taahhüt 1](declaration.md#c1) üzerine.
    {#ed12-2}
3. [Gerekçe 1](declaration.md#r1) üzerine.

Son olarak [2](#fn2).

### Başka {#ed0}

[Taahhüt 1](declaration.md#c1) üzerine.

Yerinde değil.
{#c3}
"""


def test_remarks_are_sections_and_items_about_the_passages_that_they_link_to(tmp_path):
    pages = tmp_path / "docs" / "tr"
    pages.mkdir(parents=True)
    (pages / "notes.md").write_text(NOTES, encoding="utf-8")
    (pages / "about.md").write_text("### Üç {#ed3}\n\n[Beyan](declaration.md#s1)\n", encoding="utf-8")
    found = read_commentary(Layout(tmp_path), PARTS, "tr")
    assert [(each.id, each.page, each.about) for each in found.remarks] == [
        ("ed3", "about", ("s1",)),
        ("ed1", "notes", ("c2", "cf", "r1")),
        ("ed12", "notes", ("fn1", "r1", "fn2")),
        ("ed12-1", "notes", ("c1", "c2")),
        ("ed12-2", "notes", ("c1",)),
    ]
    assert [(each.text, each.meant, each.place) for each in found.misplaced] == [
        ("Yerinde değil.", "c3", Place("docs/tr/notes.md", 27))
    ]


def test_words_that_belong_to_nothing_are_strays_with_their_line():
    markdown = "# A\n\nB b\n\nC\n{#r1}\n\nD (#c3\n\n## E\n\nB b\n"
    strays = TextFile.parse(markdown, PARTS, "tr", "x.md", "A").strays
    assert [(each.text, each.place.line, each.place.path) for each in strays] == [
        ("B b", 3, "x.md"),
        ("D (#c3", 8, "x.md"),
        ("E", 10, "x.md"),
        ("B b", 12, "x.md"),
    ]


WITHIN = ["a", "abbr", "b", "cite", "code", "em", "i", "q", "s", "small", "span", "strong", "sub", "sup"]


@pytest.mark.parametrize("tag", WITHIN)
def test_elements_within_a_sentence_do_not_divide_it(tag):
    """The text-level elements of HTML that a sentence may have."""
    markdown = f"Bir <{tag}>iki</{tag}> üç.\n\nSöz\n{{#r1}}\n"
    assert [each.text for each in TextFile.parse(markdown, PARTS, "tr", "x.md").strays] == ["Bir iki üç."]


@pytest.mark.parametrize("tag", ["br", "hr", "img", "wbr"])
def test_elements_without_an_end_leave_what_follows_in_its_sentence(tag):
    markdown = f"Bir <{tag}>iki.\n{{#r1}}\n\nSöz.\n\nSon\n{{#r2}}\n"
    found = TextFile.parse(markdown, PARTS, "tr", "x.md")
    assert [each.text for each in found.passages] == ["Bir iki.", "Son"]
    assert [each.text for each in found.strays] == ["Söz."]


@pytest.mark.parametrize("level", range(1, 7))
def test_the_title_may_be_a_heading_of_any_level(level):
    markdown = f"{'#' * level} Bölüm\n\nSöz\n{{#r1}}\n"
    assert TextFile.parse(markdown, PARTS, "tr", "x.md", "Bölüm").strays == ()
    assert [each.text for each in TextFile.parse(markdown, PARTS, "tr", "x.md", "Başka").strays] == ["Bölüm"]

"""An editor's note is marked at every passage it is about, on every page of that passage, and nowhere else."""

import re

import pytest

from support.built import IDS, LOCALES, ROUTES, elements, text
from support.repository import ROOT

SECTIONS = re.compile(r"\{#(ed\d+)\}\n(.*?)(?=\n### |\Z)", re.DOTALL)
ITEMS = re.compile(r"^(\d+)\. (.*)\n +\{#(ed\d+-\d+)\}\n", re.MULTILINE)
LINKED = re.compile(r"\((?:[a-z-]+\.md)?#([a-z]+\d*)\)")
WHOLE = {"bg": ("declaration", "background"), "fn": ("footnotes",)}


@pytest.fixture(params=LOCALES)
def locale(request):
    return request.param


@pytest.fixture
def expected(locale):
    """Passage → the notes whose words in the Markdown link to it."""
    markdown = (ROOT / "docs" / locale / "footnotes.md").read_text(encoding="utf-8")
    about = {}
    for note, words in SECTIONS.findall(markdown):
        items = [(key, item) for _, item, key in ITEMS.findall(words)]
        for key, part in [(note, ITEMS.sub("", words)), *items]:
            for passage in dict.fromkeys(LINKED.findall(part)):
                about.setdefault(passage, []).append(key)
    return about


def test_number_of_a_note_is_the_one_that_readers_see(built, locale):
    page = built.page(ROUTES["footnotes", locale])
    (prose,) = [each for each in elements(page.root) if each.get("class") == "prose apart"]
    found = {}
    for heading in elements(prose, "h3"):
        note = heading.get("id")
        assert text(heading).startswith(f"{note.removeprefix('ed')}. ")
        found[note] = [each.get("id") for each in elements(prose, "li") if each.get("id", "").startswith(f"{note}-")]
        assert found[note] == [f"{note}-{number}" for number, _ in enumerate(found[note], 1)]
    (items,) = [[each.get("id") for each in elements(listed, "li")] for listed in elements(prose, "ol")]
    assert list(found) == [f"ed{number}" for number, _ in enumerate(found, 1)]  # as the style sheet counts them
    assert list(filter(None, found.values())) == [items]  # an ordered list, whose numbers are those of the ids


def test_page_of_a_passage_marks_its_notes(built, locale, expected):
    assert expected
    found = {each: _marks(built.page(ROUTES[each, locale]), locale) for each in IDS}
    assert found == {each: expected.get(each, []) for each in IDS}


def test_notes_are_marked_beside_the_passage_in_the_text(built, locale, expected):
    for each in IDS:
        for key in WHOLE.get(each.rstrip("0123456789"), ("declaration",)):
            page = built.page(ROUTES[key, locale])
            (passage,) = [found for found in elements(page.root) if found.get("id") == each]
            assert _marks(page, locale, passage) == expected.get(each, []), (key, each)


def _marks(page, locale, within=None):
    links = [link for mark in elements(page.root if within is None else within, "p")
             if mark.get("class") == "remark" for link in elements(mark, "a")]  # fmt: skip
    targets = [page.target(link).partition("#") for link in links]
    assert {path for path, _, _ in targets} <= {ROUTES["footnotes", locale]}
    return [fragment for _, _, fragment in targets]

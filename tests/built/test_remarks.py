"""An editor's note is marked at every passage it is about, on every page of that passage, and nowhere else."""

import re

import pytest

from support.built import IDS, LOCALES, ROUTES, elements
from support.repository import ROOT

SECTIONS = re.compile(r"\{#(ed\d+)\}\n(.*?)(?=\n### |\Z)", re.DOTALL)
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
        for passage in dict.fromkeys(LINKED.findall(words)):
            about.setdefault(passage, []).append(note)
    return about


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

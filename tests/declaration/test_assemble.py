"""A text assembled from its files: items within items, chapters before articles, formulas before or after clauses."""

import pytest

from declaration.assemble import Words, load_declaration
from declaration.editions import load_editions
from source.layout import Layout
from support.repository import copy_bilingual_miniature, copy_miniature


def _words(root, key):
    layout = Layout(root)
    (edition,) = (each for each in load_editions(layout) if each.key == key)
    return Words(edition, edition.text, load_declaration(layout, edition, edition.text))


@pytest.fixture
def charter(tmp_path):
    return _words(copy_miniature(tmp_path / "sart", "sart"), "2022")


@pytest.fixture
def text(tmp_path):
    return _words(copy_bilingual_miniature(tmp_path / "ornek"), "2020")


@pytest.mark.parametrize(("locale", "authentic"), [("en", True), ("tr", True)])
def test_a_charter_is_read_in_the_order_of_its_source(charter, locale, authentic):
    found = charter.declarations[locale]
    assert [each.id for each in found.in_order] == [
        *("k1", "a1", "a2", "a2-1", "a2-2", "a2-2-a", "a2-2-b", "k2", "a3", "a3-i", "a3-ii", "a4", "a4-p1", "a4-p2")
    ]
    assert [(each.id, each.number, each.before) for each in found.headings] == [("k1", 1, "a1"), ("k2", 2, "a3")]
    assert (found.edition, found.locale, found.authentic, found.remarks) == ("2022", locale, authentic, ())


def test_items_have_the_numbers_that_the_source_prints(charter):
    found = charter.declarations["en"]
    assert {each.id: each.marker for each in found.in_order if hasattr(each, "marker")} == {
        "a2-1": "1.",
        "a2-2": "2.",
        "a2-2-a": "(a)",
        "a2-2-b": "(b)",
        "a3-i": "(i)",
        "a3-ii": "(ii)",
        "a4-p1": "",
        "a4-p2": "",
    }


def test_an_article_without_words_of_its_own_is_where_its_first_item_is(charter):
    articles = {each.id: each for each in charter.declarations["en"].provisions}
    assert [(each.own_text, each.place.line) for each in (articles["a2"], articles["a2"].items[0])] == [
        ("", 8),
        ("Every lake has the right to water.", 8),
    ]
    assert (articles["a3"].own_text, articles["a3"].place.line) == ("Every shore shall be open:", 22)


def test_formulas_are_before_their_clauses_or_after_them(text):
    leads = {
        locale: {each.id: each.leads for each in found.formulas.values()} for locale, found in text.declarations.items()
    }
    assert leads == {"tr": {"sf": False, "cf": False}, "en": {"sf": True, "cf": True}}
    assert [found.authentic for found in text.declarations.values()] == [True, False]
    assert [each.number for each in text.declarations["tr"].provisions] == [1, None, 1, 2, 1, 2, 1, 2, 3, 1, 2]


def test_passages_of_the_root_text_have_names_without_its_key(text):
    assert (text.edition.is_root, text.name("c3")) == (True, "c3")

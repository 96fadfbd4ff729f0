"""The model of the text: what a passage, an id and a declaration say of themselves."""

from dataclasses import replace

import pytest

from declaration.model import (
    Declaration,
    Formula,
    Heading,
    Item,
    Passage,
    Place,
    Provision,
    Remark,
    Run,
    normalised,
    with_items,
)
from declaration.structure.parts import Part
from support.parts import PARTS, provision

AT = Place("x.md", 1)
IDS = ["bg1", "ch", "r1", "c1", "c2", "fn1"]


def _passage(*runs, passage_id="c1"):
    return Passage(passage_id, "tr", runs, AT)


def _declaration():
    provisions = tuple(provision(_passage(Run(each), passage_id=each)) for each in IDS)
    statements, commitments = (PARTS.part_of(each) for each in ("s1", "c1"))
    formulas = {"sf": Formula("sf", "tr", (Run("bildiriyor"),), AT, statements, leads=False)}
    formulas["cf"] = Formula("cf", "tr", (Run("ediyoruz"),), AT, commitments, leads=True)
    remarks = (Remark("ed1", "notes", ("c1", "cf")), Remark("ed12-3", "notes", ("c2", "c1")))
    return Declaration("2021", "tr", "Deneme", True, provisions, formulas, (), remarks)  # noqa: FBT003


@pytest.mark.parametrize("end", ["", ",", ";", " ;", "،", "؛"])
def test_a_clause_is_quoted_without_the_sign_that_ends_it_in_its_list(end):
    assert _passage(Run(f"sürdürmeyi{end}")).quoted == "sürdürmeyi"
    assert _passage(Run("sürdürmeyi.")).quoted == "sürdürmeyi."


def test_words_are_those_of_the_runs_without_note_marks():
    passage = _passage(Run("mu\u0308lteci"), Run("2", note="fn2"), Run("  nüfusu", emphasis=True), Run("2", note="fn2"))
    assert passage.text == "mülteci nüfusu"
    assert passage.marked_text == "mülteci2 nüfusu2"
    assert passage.notes == ("fn2",)
    assert normalised(" a\n b\u00a0c ") == "a b c"


def test_set_apart_are_emphasis_and_words_of_another_language():
    assert _passage(Run("a"), Run("b", emphasis=True), Run("c", lang="en"), Run("d", href="x")).set_apart == "bc"


def test_a_provision_has_the_kind_and_the_number_of_its_id():
    found = {each.id: (each.kind, each.number) for each in _declaration().provisions}
    assert found == {
        "bg1": ("background", 1),
        "ch": ("chapeau", None),
        "r1": ("recital", 1),
        "c1": ("commitment", 1),
        "c2": ("commitment", 2),
        "fn1": ("note", 1),
    }


def test_a_declaration_finds_its_parts():
    text = _declaration()
    assert [each.id for each in text.passages] == [*IDS, "sf", "cf"]
    assert [each.id for each in text.of_kind("commitment")] == ["c1", "c2"]
    assert [each.id for each in text.of_form("prose")] == ["bg1"]
    assert [each.id for each in text.notes] == ["fn1"]
    assert [part.kind for part in text.parts] == ["background", "chapeau", "recital", "commitment", "note"]
    assert text.provision("c2").id == "c2"
    with pytest.raises(KeyError):
        text.provision("c3")
    governing = {part.kind: [each.id for each in text.formulas_of(part)] for part in PARTS.all}
    assert {kind: formulas for kind, formulas in governing.items() if formulas} == {
        "statement": ["sf"],
        "commitment": ["cf"],
    }


CHAPTERS = Part("chapter", "k", "chapters", {}, {"en": "Chapter {number}"}, {"en": "Chapter {roman}"})
ARTICLES = Part("article", "a", "articles", {}, {"en": "Article {number}"})


def _charter():
    """Return a charter: an article, two headings in succession with two articles, a heading with one, and a note."""
    note = provision(_passage(Run("not"), passage_id="fn1"))
    articles = [
        Provision(f"a{number}", "en", (Run("x"),), AT, ARTICLES, number, items=items)
        for number, items in ((1, ()), (2, (Item("a2-1", "en", (Run("y"),), AT, "1."),)), (3, ()), (4, ()))
    ]
    headings = [
        Heading(f"k{number}", "en", (Run("z"),), AT, CHAPTERS, number, before)
        for number, before in ((1, "a2"), (2, "a2"), (3, "a4"))
    ]
    return Declaration("2022", "en", "Charter", True, (*articles, note), {}, tuple(headings))  # noqa: FBT003


def test_a_provision_is_in_the_chapter_whose_heading_is_the_last_before_it():
    charter = _charter()
    chapters = {each.id: found.id for each in charter.provisions if (found := charter.chapter_of(each))}
    assert chapters == {"a2": "k2", "a3": "k2", "a4": "k3"}
    assert [each.id for each in charter.headings_before(charter.provision("a2"))] == ["k1", "k2"]
    assert [each.label("en") for each in charter.headings] == ["Chapter I", "Chapter II", "Chapter III"]


def test_passages_are_read_in_order_and_listed_by_their_sort():
    charter = _charter()
    assert [each.id for each in charter.in_order] == ["a1", "k1", "k2", "a2", "a2-1", "a3", "k3", "a4", "fn1"]
    assert [each.id for each in charter.passages] == ["a1", "a2", "a2-1", "a3", "a4", "fn1", "k1", "k2", "k3"]
    assert [each.id for each in charter.of_form("articles")] == ["a1", "a2", "a3", "a4"]


def test_a_provision_is_called_by_its_part_and_number():
    labels = {each.id: (each.label("tr"), each.label("en")) for each in _declaration().provisions}
    assert labels["ch"] == ("Başlangıç", "Opening")
    assert labels["c2"] == ("Taahhüt 2", "Commitment 2")


def test_words_of_a_provision_are_those_of_its_items_too():
    inner = Item("c1-1-b", "tr", (Run("iki"),), AT, "(b)")
    item = Item("c1-1", "tr", (Run("bir"), Run("1", note="fn1")), AT, "1.", items=(inner,))
    whole = replace(provision(_passage(Run("Başta"))), items=(item,))
    assert (whole.text, whole.own_text, item.text) == ("Başta bir iki", "Başta", "bir iki")
    assert replace(whole, runs=()).text == "bir iki"
    assert [each.id for each in with_items(whole)] == ["c1", "c1-1", "c1-1-b"]


def test_remarks_are_found_by_the_passages_they_are_about():
    text = _declaration()
    about = {each.id: [remark.id for remark in text.remarks_on(each)] for each in text.passages}
    assert {passage_id: remarks for passage_id, remarks in about.items() if remarks} == {
        "c1": ["ed1", "ed12-3"],
        "c2": ["ed12-3"],
        "cf": ["ed1"],
    }
    assert [remark.number for remark in text.remarks] == ["1", "12.3"]

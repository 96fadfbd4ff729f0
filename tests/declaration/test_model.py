"""The model of the text: what a passage, an id and a declaration say of themselves."""

import pytest

from declaration.model import (
    Declaration,
    Formula,
    Kind,
    Passage,
    Place,
    Provision,
    Remark,
    Run,
    is_provision_id,
    normalised,
    ranges,
    split_id,
    text_order,
)

AT = Place("x.md", 1)
IDS = ["bg1", "ch", "r1", "c1", "c2", "fn1"]


def _passage(*runs, passage_id="c1"):
    return Passage(passage_id, "tr", runs, AT)


def _declaration():
    provisions = tuple(Provision.from_passage(_passage(Run(each), passage_id=each)) for each in IDS)
    formulas = {"sf": Formula("sf", "tr", (Run("bildiriyor"),), AT, leads=False)}
    formulas["cf"] = Formula("cf", "tr", (Run("ediyoruz"),), AT, leads=True)
    remarks = (Remark("ed1", "notes", ("c1", "cf")), Remark("ed12", "notes", ("c2", "c1")))
    return Declaration("2021", "tr", "Deneme", True, provisions, formulas, remarks)  # noqa: FBT003


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
    assert [each.id for each in text.of_kind(Kind.COMMITMENT)] == ["c1", "c2"]
    assert text.kinds == ("background", "chapeau", "recital", "commitment", "note")
    assert text.provision("c2").id == "c2"
    with pytest.raises(KeyError):
        text.provision("c3")
    assert [each.id for each in text.formulas_of(Kind.STATEMENT)] == ["sf"]
    assert [each.id for each in text.formulas_of(Kind.COMMITMENT)] == ["cf"]
    assert text.formulas_of(Kind.RECITAL) == ()
    assert {each: formula.governs for each, formula in text.formulas.items()} == {"sf": "statement", "cf": "commitment"}


def test_remarks_are_found_by_the_passages_they_are_about():
    text = _declaration()
    about = {each.id: [remark.id for remark in text.remarks_on(each)] for each in text.passages}
    assert {passage_id: remarks for passage_id, remarks in about.items() if remarks} == {
        "c1": ["ed1", "ed12"],
        "c2": ["ed12"],
        "cf": ["ed1"],
    }
    assert [remark.number for remark in text.remarks] == ["1", "12"]


@pytest.mark.parametrize("text", ["bg1", "ch", "r13", "s10", "c9", "fn3", "c100"])
def test_what_is_an_id(text):
    assert is_provision_id(text)


@pytest.mark.parametrize("text", ["", "c", "c0", "c01", "ch1", "x1", "sf", "C1", "c٣", "c1a", "1", "c²", "c-1", "r 1"])
def test_what_is_no_id(text):
    assert not is_provision_id(text)


def test_ids_are_split_ordered_and_listed_as_the_text_has_them():
    assert (split_id("fn12"), split_id("ch"), split_id("c30")) == (("fn", "12"), ("ch", ""), ("c", "30"))
    assert sorted(["fn1", "c10", "c9", "s2", "r1", "ch", "bg2"], key=text_order) == [
        *("bg2", "ch", "r1", "s2", "c9", "c10", "fn1")
    ]
    assert ranges(["c10", "c9", "ch", "bg1", "c1"]) == "bg1, ch, c1–c10"
    assert ranges(["s1", "s2", "fn1"]) == "s1–s2, fn1"
    assert ranges([]) == ""

"""The published words: every provision against the source, every translation against the Turkish."""

from hashlib import sha256

import pytest

from declaration.assemble import load_declaration
from declaration.editions import load_editions, root_edition
from declaration.load import check
from declaration.lock import locked
from declaration.model import normalised
from source.layout import Layout
from support.built import IDS
from support.facts import facts
from support.golden import cases, load
from support.repository import ROOT
from support.source_text import cut

LAYOUT = Layout(ROOT)
DECLARATIONS = load_declaration(LAYOUT, *root_edition(load_editions(LAYOUT)))
SOURCE = cut((ROOT / "docs/editions/2021/istanbul-deklarasyonu.txt").read_text(encoding="utf-8"))
PASSAGES = {locale: {passage.id: passage for passage in text.passages} for locale, text in DECLARATIONS.items()}
LOCKED = locked(LAYOUT)
FORMULAS = ["sf", "cf"]


@pytest.mark.parametrize("passage_id", [*IDS, *FORMULAS])
def test_turkish_words_are_the_source_words(passage_id):
    assert PASSAGES["tr"][passage_id].text == normalised(SOURCE[passage_id])


def test_source_has_nothing_else():
    assert sorted(SOURCE) == sorted([*IDS, *FORMULAS])


@cases("declaration/slips.yaml")
def test_slip_stands(case):
    words = PASSAGES["tr"][case.get("id", case["case"])].text
    assert case["has"] in words
    assert "lacks" not in case or case["lacks"] not in words


@pytest.mark.parametrize("locale", DECLARATIONS)
def test_provisions_in_order(locale):
    provisions = [(each.id, each.kind, each.number) for each in DECLARATIONS[locale].provisions]
    assert provisions == [tuple(each.values()) for each in load("declaration/provisions.yaml")]


@pytest.mark.parametrize("passage_id", [*IDS, *FORMULAS])
def test_translation_carries_the_same_facts(passage_id):
    turkish, english = (facts(PASSAGES[locale][passage_id].text, locale) for locale in ("tr", "en"))
    assert english == turkish


@cases("declaration/facts.yaml")
def test_facts_are_found(case):
    found = facts(PASSAGES["tr"][case["case"]].text, "tr")
    assert sorted(found.elements()) == sorted(map(str, case["facts"]))


@pytest.mark.parametrize("passage_id", IDS)
def test_same_notes_in_both_languages(passage_id):
    assert PASSAGES["en"][passage_id].notes == PASSAGES["tr"][passage_id].notes


@pytest.mark.parametrize("passage_id", IDS)
def test_same_addresses_in_both_languages(passage_id):
    links = [[run.href for run in PASSAGES[locale][passage_id].runs if run.href] for locale in ("tr", "en")]
    assert links[0] == links[1]


@cases("declaration/foreign.yaml")
def test_foreign_phrases_carry_their_language(case):
    passages = PASSAGES[case["case"]].values()
    foreign = {each.id: [[run.text, run.lang] for run in each.runs if run.lang] for each in passages}
    assert {passage_id: runs for passage_id, runs in foreign.items() if runs} == case["foreign"]


@pytest.mark.parametrize("recital", [f"r{number}" for number in range(1, 14)])
def test_english_recital_opens_with_its_verb(recital):
    runs = PASSAGES["en"][recital].runs
    assert runs[0].emphasis
    assert runs[0].text.istitle() or runs[0].text.split()[0].istitle()


@pytest.mark.parametrize(("locale", "leads"), [("tr", False), ("en", True)])
def test_formula_stands_where_the_language_has_it(locale, leads):
    assert [formula.leads for formula in DECLARATIONS[locale].formulas.values()] == [leads, leads]


def test_only_turkish_is_authentic():
    assert [locale for locale, text in DECLARATIONS.items() if text.authentic] == ["tr"]


def test_text_and_lock_agree():
    assert check(LAYOUT) == []


def test_lock_holds_every_passage_in_every_language():
    assert set(LOCKED) == {(f"2021/{each}", locale) for each in [*IDS, *FORMULAS] for locale in ("tr", "en")}


@pytest.mark.parametrize("passage_id", [*IDS, *FORMULAS])
def test_lock_holds_the_source_words(passage_id):
    assert LOCKED[f"2021/{passage_id}", "tr"] == sha256(normalised(SOURCE[passage_id]).encode()).hexdigest()

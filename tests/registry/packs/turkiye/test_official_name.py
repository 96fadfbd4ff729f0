"""Official names: the table of their forms, and what holds for any text."""

import re
import unicodedata
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.packs.turkiye.official_name import bare, read_name
from registry.words.folding import fold
from support.golden import cases, load
from support.registry import REFERENCE

OWN = st.lists(st.sampled_from(["Deneme", "Örnek", "Çiğdem", "Iğdır", "İnci", "2"]), min_size=1, max_size=3).map(
    " ".join
)
BEFORE = st.sampled_from(["", "T.C. ", "TC ", "(Bursa) ", "Bursa ili Örnek ilçesi "])
AFTER = st.sampled_from(
    ["", " Belediyesi", " Büyükşehir Bld.", " Belde Belediyesi", " District Municipality", " (Düzce)"]
)


@cases("registry/official_name.yaml")
def test_every_form_leads_to_one_name(case: dict[str, Any]) -> None:
    province = REFERENCE.places[str(case["province"])] if "province" in case else None
    read = {form: read_name(form, province) for form in case["forms"]}
    assert {form: name.own for form, name in read.items()} == dict.fromkeys(read, case["own"])
    assert {form: name.kind for form, name in read.items()} == dict.fromkeys(read, case.get("kind"))
    assert {name.bare for name in read.values()} == {fold(case["own"]).replace("-", " ")}


def test_forms_in_other_letters_have_one_key() -> None:
    named = [case for case in load("registry/official_name.yaml") if fold(case["own"]) == "deneme"]
    assert {bare(form) for case in named if "province" not in case for form in case["forms"]} == {"deneme"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Deneme Belediyesi", "Deneme Belediyeler Birliği"),
        ("Yeni Deneme Belediyesi", "Deneme Belediyesi"),
        ("Deneme Belediyesi", "Denemeköy Belediyesi"),
        ("Örnek Belediyeler Birliği", "Örnek Kalkınma Birliği"),
        ("Deneme 1 Belediyesi", "Deneme 2 Belediyesi"),
    ],
)
def test_names_that_are_not_the_same(one: str, other: str) -> None:
    assert bare(one) != bare(other)


@given(BEFORE, OWN, AFTER)
def test_whatever_surrounds_a_name_is_dropped(before: str, own: str, after: str) -> None:
    form = before + own + after
    assert read_name(form).own == own
    assert bare(form) == bare(form.replace("i", "İ").upper()) == fold(own)


@given(st.text(), st.sampled_from([None, *REFERENCE.places.values()]))
def test_any_text_has_a_key_if_it_has_a_word(text: str, province: Any) -> None:
    assert bool(bare(text, province)) == bool(re.search(r"\w", unicodedata.normalize("NFKC", text)))

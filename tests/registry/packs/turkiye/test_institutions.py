"""What a text names besides one municipality."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from registry.packs.turkiye import institutions
from support.golden import cases
from support.registry import REFERENCE

BURSA = REFERENCE.places["16"]


@cases("registry/institutions.yaml")
def test_sees_what_is_not_the_name(case: dict[str, Any]) -> None:
    text = case["text"]
    assert institutions.is_office(text) is case.get("office", False)
    assert institutions.is_more(text, BURSA, "Ova") is case.get("more", False)
    assert list(institutions.several(text)) == case.get("joined", [])


@cases("registry/persons.yaml")
def test_sees_titles_of_persons_and_cuts_out_what_is_certain(case: dict[str, Any]) -> None:
    assert institutions.is_person(case["text"]) is case["person"]
    assert institutions.lone(case["text"]) == case["lone"]


@given(st.text())
def test_any_text_is_looked_at(text: str) -> None:
    institutions.is_office(text)
    institutions.is_more(text, None, "")
    assert len(institutions.several(text)) != 1

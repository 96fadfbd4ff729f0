"""Names as the registry shows them."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.packs.turkiye import spelling
from registry.words.folding import fold
from support.golden import cases
from support.registry import REFERENCE

PROVINCES = REFERENCE.places


@cases("registry/spelling.yaml")
def test_every_form_of_a_name_is_shown_alike(case: dict[str, Any]) -> None:
    shown = {form: spelling.turkish(form, case["kind"], PROVINCES[str(case["province"])]) for form in case["forms"]}
    assert shown == dict.fromkeys(shown, case["tr"])
    assert spelling.english(case["tr"], PROVINCES.values()) == case["en"]


@pytest.mark.parametrize(
    ("english", "turkish"),
    [
        ("Deneme Municipality", "Deneme Belediyesi"),
        ("Municipality of Deneme", "Deneme Belediyesi"),
        ("The Municipality of Deneme", "Deneme Belediyesi"),
        ("Deneme Metropolitan Municipality", "Deneme Büyükşehir Belediyesi"),
        ("Deneme Union of Municipalities", "Deneme Belediyeler Birliği"),
        ("Union of Municipalities of Deneme", "Deneme Belediyeler Birliği"),
        ("Deneme Environment and Water Union of Municipalities", ""),
        ("Deneme", ""),
        ("Municipality", ""),
    ],
)
def test_the_turkish_follows_from_the_english(english: str, turkish: str) -> None:
    assert spelling.from_english(english) == turkish


SMALL = "abcçdefgğhıijklmnoöprsştuüvyzâî"
CAPITAL = "ABCÇDEFGĞHIİJKLMNOÖPRSŞTUÜVYZÂÎ"


@given(st.lists(st.text(st.sampled_from(SMALL + CAPITAL), min_size=1, max_size=6), min_size=1, max_size=3))
def test_capitals_are_those_of_the_turkish_alphabet(words: list[str]) -> None:
    small, capital = (dict(zip(one, other, strict=True)) for one, other in ((CAPITAL, SMALL), (SMALL, CAPITAL)))
    expected = [
        capital.get(word[0], word[0]) + "".join(small.get(letter, letter) for letter in word[1:]) for word in words
    ]
    shown = spelling.title(" ".join(words)).split(" ")
    assert all(one == other or one in {"ve", "ile"} for one, other in zip(shown, expected, strict=True))


@pytest.mark.parametrize("own", ["Deneme", "Işık", "İğne", "Çınar Örnek", "Yeni-Deneme 2"])
def test_a_shown_name_is_shown_as_it_is(own: str) -> None:
    for kind, ending in (("district", "Belediyesi"), ("metropolitan", "Büyükşehir Belediyesi")):
        assert spelling.turkish(f"{own} {ending}", kind, None) == f"{own} {ending}"


@given(st.text(max_size=60), st.sampled_from(["", "district", "town", "metropolitan", "provincial", "union"]))
def test_no_letter_is_invented(text: str, kind: str) -> None:
    """Whatever is shown, its letters are those of the text, in other cases, and an ending."""
    shown = spelling.turkish(text, kind, None)
    for ending in (" Büyükşehir Belediyesi", " Belediyesi"):
        shown = shown.removesuffix(ending)
    assert set(fold(shown)) <= set(fold(text)) | {" "}

"""Folding, as people type Turkish."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.words.folding import fold, slug


@pytest.mark.parametrize("text", ["İSTANBUL", "Istanbul", "ISTANBUL", "ıstanbul", "istanbul", "I\u0307stanbul"])
def test_the_letters_i_are_one(text: str) -> None:
    assert fold(text) == "istanbul"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Çığ ÖŞÜ", "cig osu"),
        ("ÇIĞ öşü", "cig osu"),
        ("Hakkâri", "hakkari"),
        ("C\u0327\u0131g\u0306", "cig"),
        ("Kâğıt Îmar Sükûn", "kagit imar sukun"),
        ("é ñ Å", "e n a"),
    ],
)
def test_marks_go(text: str, expected: str) -> None:
    assert fold(text) == expected


@given(st.text())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text("abcçdefgğhıijklmnoöprsştuüvyzâîû -'"))
def test_case_makes_no_difference(text: str) -> None:
    assert fold(text.replace("i", "İ").upper()) == fold(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nilüfer Belediyesi", "nilufer-belediyesi"),
        ("Örnek’in  İlçesi (Merkez)", "ornekin-ilcesi-merkez"),
        ("--", ""),
        ("IĞDIR", "igdir"),
        ("Łódź – Ærø", "lodz-aero"),
        ("Київ", "kiiv"),
        ("½ € ™ № 3", "1-2-tm-no-3"),
    ],
)
def test_slugs(text: str, expected: str) -> None:
    assert slug(text) == expected

"""The characters of names: those of real ones, and no two names that look the same."""

import re
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.characters import HIDDEN, LETTERS, SIGNS, Alphabet, skeleton
from registry.fields import NAME_LIMIT, WORD_LIMIT
from registry.words.folding import fold
from support.golden import cases, load
from support.registry import BASE, REFERENCE, problems
from support.repository import data

ALPHABET = Alphabet()
ALPHABETS = load("registry/alphabets.yaml")
PROVINCES = REFERENCE.places.values()
ENDINGS = ("Belediyesi", "Büyükşehir Belediyesi", "Belediyeler Birliği")
REAL = [
    *data("tests/cases/registry/real_names.yaml"),
    *(f"{province.name['tr']} {ending}" for province in PROVINCES for ending in ENDINGS),
]
OTHER = BASE[BASE.index("  - id: deneme-bursa") : BASE.index("  # Bu kaydın")].replace("deneme-bursa", "deneme-iki")


def refused(name: str, folder: Path) -> set[str]:
    """Return the rules about names that a Turkish name breaks."""
    text = BASE.replace("tr: Deneme Belediyesi", f'tr: "{name}"')
    return {problem.rule for problem in problems(text, folder) if problem.rule.startswith(("name-", "hidden-"))}


def test_real_names_pass(tmp_path: Path) -> None:
    assert {name: broken for name in REAL if (broken := refused(name, tmp_path))} == {}


def test_real_places_do_not_look_the_same() -> None:
    assert len({skeleton(fold(province.name["tr"])) for province in PROVINCES}) == len(REFERENCE.places)


def test_the_letters_are_those_of_the_languages() -> None:
    small = {letter for case in ALPHABETS for letter in case["letters"]} | set("abcdefghijklmnopqrstuvwxyz")
    capital = {letter.upper() for letter in small if len(letter.upper()) == 1}
    assert set(LETTERS) == small | capital


@pytest.mark.slow
def test_every_other_character_is_foreign() -> None:
    allowed = {*LETTERS, *SIGNS, *"0123456789"}
    every = [chr(code) for code in range(0x110000) if not chr(code).isspace()]
    assert [*ALPHABET.foreign("".join(every))] == [letter for letter in every if letter not in allowed]


def test_every_format_character_is_hidden() -> None:
    formats = [chr(code) for code in range(0x110000) if unicodedata.category(chr(code)) == "Cf"]
    assert [f"{ord(letter):04X}" for letter in formats if not HIDDEN.fullmatch(letter)] == []


def test_no_character_of_a_name_is_hidden() -> None:
    assert not HIDDEN.search(LETTERS + SIGNS)
    assert unicodedata.is_normalized("NFKC", LETTERS + SIGNS)


def test_signs_that_tables_and_pages_are_cut_at_are_none_of_names() -> None:
    assert {*SIGNS}.isdisjoint(';|<>=+@\t"\\`$%{}[]:*_#~^')


@cases("registry/confusable.yaml")
@pytest.mark.parametrize("form", ["Ka{}a Belediyesi", "{}a Belediyesi", "Deneme {} Belediyesi", "KA{}A BELEDİYESİ"])
def test_no_two_names_look_the_same(case: dict[str, Any], form: str, tmp_path: Path) -> None:
    one, other = (form.format(each) for each in case["pair"])
    second = OTHER.replace("tr: Deneme Belediyesi", f'tr: "{other}"').replace("deneme\n", "deneme-eski\n")
    text = BASE.replace("tr: Deneme Belediyesi", f'tr: "{one}"').replace("  # Bu kaydın", f"{second}  # Bu kaydın")
    text = text.replace("en: Deneme Municipality", "en: Deneme First Municipality", 1)
    rules = {problem.rule for problem in problems(text, tmp_path)}
    assert rules & {"same-entry", "name-words"}, (one, other)


WORDS = st.text(st.sampled_from("abcıiolmnræœ01IO"), max_size=4)
PAIRS = [case["pair"] for case in load("registry/confusable.yaml") if case["pair"][0].isalnum()]


@given(WORDS, st.sampled_from(PAIRS), WORDS)
def test_whatever_looks_the_same_has_one_skeleton(before: str, pair: list[str], after: str) -> None:
    one, other = (skeleton(fold(f"{before}{each}{after}")) for each in pair)
    assert one == other


@pytest.mark.parametrize("length", [WORD_LIMIT, WORD_LIMIT + 1])
def test_a_word_has_its_longest(length: int, tmp_path: Path) -> None:
    assert refused(f"{'D' + 'e' * (length - 1)} Belediyesi", tmp_path) == (
        {"name-length"} if length > WORD_LIMIT else set()
    )


@given(st.text(max_size=NAME_LIMIT) | st.text(st.sampled_from([*LETTERS, *SIGNS, " ", "7"]), max_size=NAME_LIMIT))
def test_the_pattern_says_what_the_rules_say(text: str) -> None:
    assert bool(re.fullmatch(ALPHABET.pattern, text)) == (
        text != "" and not ALPHABET.foreign(text) and {*text} - {" "} == {*"".join(text.split())}
    )

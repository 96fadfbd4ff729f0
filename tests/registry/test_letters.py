"""Letters that a registry adds to those of names."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.characters import LETTERS, Alphabet, no_letters
from registry.draft import Draft
from registry.reference import Reference
from registry.rules import name_content, name_form
from registry.words.folding import fold, slug
from source.yaml.reader import compose
from support.registry import BASE, DEFINITION, REFERENCE

POLISH = "ąćęłńóśźż"
UKRAINIAN = "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя"


def _reference(letters: str) -> Reference:
    return replace(REFERENCE, definition=replace(DEFINITION, alphabet=Alphabet(letters)))


def _refused(name: str, letters: str) -> set[str]:
    """Return the rules about characters and words that an English name breaks."""
    text = BASE.replace("en: Deneme Municipality", f'en: "{name}"')
    draft = Draft(text, compose(text, "x.yaml"), _reference(letters))
    rules = (name_form.name_letters, name_form.name_form, name_content.name_words)
    return {rule.name for rule in rules if list(rule.find(draft))}


@pytest.mark.parametrize(
    ("name", "letters", "broken"),
    [
        ("Deneme Źródło", POLISH, set()),
        ("DENEME ŹRÓDŁO", POLISH, set()),
        ("Deneme Źródło", "", {"name-letters"}),
        ("Deneme Źródło", "źł", set()),
        ("Deneme Źródło", "ź", {"name-letters"}),
        ("Зразок", UKRAINIAN, set()),
        ("Зразок", POLISH, {"name-letters"}),
        ("Зразoк", UKRAINIAN, {"name-words"}),
        ("ЗРАзок", UKRAINIAN, {"name-words"}),
        ("Deneme Зразок", UKRAINIAN, set()),
        ("مثال", "مثال", set()),
    ],
    ids=str,
)
def test_names_have_the_letters_of_their_registry(name: str, letters: str, broken: set[str]) -> None:
    assert _refused(name, letters) == broken


@given(st.text(st.characters(categories=("L", "M"))))
def test_the_pattern_says_what_is_foreign_and_both_cases_are_allowed(further: str) -> None:
    alphabet = Alphabet(further)
    assert not [each for each in further if re.fullmatch(alphabet.pattern, each) is None]
    assert alphabet.foreign(further) == []
    small = "".join(each.lower() for each in further if len(each.lower()) == 1)
    assert alphabet.foreign(small) == []
    assert alphabet.foreign("Deneme, 7") == []


def test_the_usual_letters_are_letters_in_one_piece() -> None:
    assert no_letters(LETTERS + POLISH + UKRAINIAN) == []
    assert no_letters("a, 1\u200bﬁ\U000e0041") == [",", " ", "1", "\u200b", "ﬁ", "\U000e0041"]


def test_look_alikes_are_replaced_only_where_they_are_foreign() -> None:
    assert Alphabet().plain("Dеnеmе") == "Deneme"
    assert Alphabet(UKRAINIAN).plain("Дерево") == "Дерево"


@pytest.mark.parametrize("text", ["Łódź", "Ærø", "Đakovo", "Ħamrun", "Київ", "Αθήνα", "مثال", "Þórshöfn"])
def test_every_name_has_an_id(text: str) -> None:
    assert re.fullmatch("[a-z]+(-[a-z]+)*", slug(text)), slug(text)
    assert slug(fold(text)) == slug(text)

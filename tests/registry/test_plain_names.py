"""Names where no pack is chosen: the words of another country, compared by nothing but their letters."""

from dataclasses import replace
from typing import Any

import pytest

from registry import plain_names
from registry.definition.model import Place
from registry.rule import Kept
from source.yaml.nodes import Fields, Scalar
from support.golden import cases
from support.registry import REFERENCE

NORTH = Place("north", {"en": "The North", "fr": "Le Nord"}, (), {})
GENERAL = replace(REFERENCE, places={"north": NORTH, "16": NORTH})


def _entry(tr: str, en: str, province: str = "16") -> Fields:
    name = Fields({"tr": Scalar(tr), "en": Scalar(en)})
    return Fields({"name": name, "province": Scalar(province)})


@pytest.mark.parametrize(
    ("name", "place", "identifier"),
    [
        ("Example of Lakes", None, "example-of-lakes"),
        ("Example of Lakes", NORTH, "example-of-lakes-the-north"),
        ("Lakes of the North", NORTH, "lakes-of-the-north"),
        ("Bathe Northern Lakes", NORTH, "bathe-northern-lakes-the-north"),
        ("The North", NORTH, "the-north"),
    ],
)
def test_an_id_is_the_name_and_the_place_unless_the_name_has_it(
    name: str, place: Place | None, identifier: str
) -> None:
    assert plain_names.proposed_id(name, place) == identifier


def test_the_id_alone_follows_from_the_first_name_and_the_place() -> None:
    entry = _entry("Örnek", "Example")
    assert [plain_names.derived(key, entry, GENERAL) for key in ("id", "kind", "en")] == ["ornek-the-north", "", ""]
    assert plain_names.derived("id", _entry("", "Example"), GENERAL) == ""
    assert plain_names.derived("id", Fields({}), GENERAL) == ""


def test_the_id_of_a_request_is_made_of_its_answers() -> None:
    answers = {"name-tr": Scalar("Örnek"), "name-en": Scalar("Example"), "province": Scalar("north")}
    assert plain_names.identifier(Kept(answers), GENERAL) == "ornek-the-north"
    assert plain_names.identifier(Kept({**answers, "province": Scalar("south")}), GENERAL) == "ornek"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [("ÖRNEK  Birliği", "Ornek birligi", True), ("Örnek", "Örnekler", False), ("", "", False), ("!", "?", False)],
)
def test_names_are_the_same_in_capitals_and_without_marks(one: str, other: str, same: bool) -> None:  # noqa: FBT001
    assert plain_names.same_name("", one, other) is same


def test_an_index_tells_every_name_of_an_earlier_entry_in_one_place() -> None:
    index, first = plain_names.Index(GENERAL), _entry("Örnek", "Example")
    assert index.add(first) == []
    assert index.add(_entry("Deneme", " ")) == []
    assert index.add(_entry("Başka", "")) == []
    assert [(other, name.text) for other, name in index.add(_entry("ORNEK", "Other"))] == [(first, "ORNEK")]
    assert [(other, name.text) for other, name in index.add(_entry("Biri", "Examp1e"))] == [(first, "Examp1e")]
    assert index.add(_entry("Örnek", "Example", "north")) == []
    assert index.add(Fields({})) == []


@cases("registry/confusable.yaml")
def test_names_that_look_alike_are_one(case: dict[str, Any]) -> None:
    index, (one, other) = plain_names.Index(GENERAL), case["pair"]
    index.add(first := _entry(f"Örnek {one} Göl", "Example"))
    assert [(found, name.text) for found, name in index.add(_entry(f"Örnek {other} Göl", "Other"))] == [
        (first, f"Örnek {other} Göl")
    ]


def test_one_name_in_both_languages_is_no_duplicate_of_itself() -> None:
    index, entry = plain_names.Index(GENERAL), _entry("Örnek", "Örnek")
    assert index.add(entry) == index.add(entry) == []


def test_the_kinds_of_a_sample_take_turns() -> None:
    definition = REFERENCE.definition
    kinds = [
        plain_names.sampled("Örnek Göl", number, None, definition)[0] for number in range(2 * len(definition.kinds))
    ]
    assert kinds == [each.value for each in definition.kinds] * 2
    assert plain_names.sampled("Örnek Göl", 0, None, definition)[1] == {"tr": "Örnek Göl", "en": "Örnek Göl"}

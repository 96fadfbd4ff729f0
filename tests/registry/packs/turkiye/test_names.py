"""What a name in Türkiye implies: the id, the other name, the kind; and which texts are names of one body."""

from typing import Any

import pytest

from registry.packs.turkiye import names
from registry.rule import Kept
from source.yaml.nodes import Fields, Scalar
from support.registry import REFERENCE

DENEME = {"name": Fields({"tr": Scalar("Deneme Belediyesi")}), "kind": Scalar("district"), "province": Scalar("16")}


@pytest.mark.parametrize(
    ("changed", "identifier"),
    [
        ({}, "deneme-bursa"),
        ({"province": Scalar("34")}, "deneme-istanbul"),
        ({"kind": Scalar("town")}, ""),
        ({"province": Scalar("82")}, ""),
        ({"name": Fields({"tr": Scalar("")})}, ""),
        ({"name": Scalar("Deneme Belediyesi")}, ""),
        (
            {"name": Fields({"tr": Scalar("Deneme Belediyeler Birliği")}), "kind": Scalar("union")},
            "deneme-belediyeler-birligi",
        ),
        ({"name": Fields({"tr": Scalar("Bursa Büyükşehir Belediyesi")}), "kind": Scalar("metropolitan")}, "bursa"),
    ],
)
def test_the_id_follows_from_name_kind_and_province(changed: dict[str, Any], identifier: str) -> None:
    """That of a town has its district, too, which no entry says."""
    assert names.derived("id", Fields(DENEME | changed), REFERENCE) == identifier


def test_a_name_follows_from_the_other_one_and_the_kind_from_the_full_name() -> None:
    assert names.derived("tr", Fields({"en": Scalar("Deneme Municipality")}), REFERENCE) == "Deneme Belediyesi"
    assert names.derived("en", Fields({"tr": Scalar("İstanbul Büyükşehir Belediyesi")}), REFERENCE) == (
        "Istanbul Metropolitan Municipality"
    )
    full = {"name": Fields({"tr": Scalar("Deneme Büyükşehir Belediyesi")})}
    assert [names.derived("kind", Fields(each), REFERENCE) for each in (full, DENEME)] == ["metropolitan", ""]
    assert names.derived("website", Fields(full), REFERENCE) == ""


def test_the_id_of_a_request_is_made_of_its_answers() -> None:
    answers = {"name-tr": "Deneme Belediyesi", "kind": "town", "province": "16", "district": "Ova"}
    asked = {key: Scalar(text) for key, text in answers.items()}
    assert names.identifier(Kept(asked), REFERENCE) == "deneme-ova-bursa"
    assert names.identifier(Kept(asked | {"province": Scalar("")}), REFERENCE) == "deneme-belediyesi"


@pytest.mark.parametrize(
    ("kind", "one", "other", "same"),
    [
        ("district", "Deneme Belediyesi", "T.C. DENEME BELEDİYE BAŞKANLIĞI", True),
        ("district", "Deneme Belediyesi", "Örnek Belediyesi", False),
        ("district", "", "", False),
        ("town", "Deneme Belediyesi", "Deneme Belediyesi", False),
    ],
)
def test_names_of_one_body(kind: str, one: str, other: str, same: bool) -> None:  # noqa: FBT001
    assert names.same_name(kind, one, other) is same


@pytest.mark.parametrize(
    ("text", "is_name"),
    [
        ("Deneme Belediyesi", True),
        ("Example Municipality", True),
        ("Union of Example", True),
        ("Deneme", False),
        ("Deneme Belediyesi Başkanı", False),
        ("Union of Example, director", False),
    ],
)
def test_names_that_may_be_offered(text: str, is_name: bool) -> None:  # noqa: FBT001
    assert names.is_name(text) is is_name


def test_unions_of_a_sample_have_the_province_in_their_names() -> None:
    sampled = [names.sampled("Örnek Göl", number, REFERENCE.places["16"], REFERENCE.definition) for number in range(16)]
    assert {kind: name["tr"] for kind, name in sampled} == {
        "district": "Örnek Göl Belediyesi",
        "town": "Örnek Göl Belediyesi",
        "metropolitan": "Örnek Göl Büyükşehir Belediyesi",
        "union": "Bursa Örnek Göl Belediyeler Birliği",
    }
    assert {name["en"].removeprefix("Bursa ") for _, name in sampled} == {
        "Örnek Göl Municipality",
        "Örnek Göl Metropolitan Municipality",
        "Örnek Göl Union of Municipalities",
    }

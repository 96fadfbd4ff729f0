"""The definition of the registry: every mistake in it is one clear problem, with an example."""

import re
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from registry.definition.model import Definition, Place
from registry.definition.read import load_definition
from source.layout import Layout
from source.problems.problem import SourceError
from support.golden import cases
from support.registry import DEFINITION, PLACES
from support.repository import ROOT, data

STATES = ROOT / "tests" / "cases" / "registry" / "states"


@cases("registry/definition.yaml")
def test_mistakes(case: dict[str, Any], tmp_path: Path) -> None:
    layout = _copy(tmp_path)
    path = tmp_path / case.get("file", "data/registry.yaml")
    text = path.read_text(encoding="utf-8")
    for before, after in {case.get("replace", ""): case.get("by", ""), **case.get("also", {})}.items():
        assert "write" in case or text.count(before) == 1
        text = text.replace(before, after)
    if "without" in case:
        text = re.sub(rf"^{case['without']}:\n(?:  .*\n)+", "", text, flags=re.MULTILINE)
    path.write_text(case.get("write", text), encoding="utf-8")
    with pytest.raises(SourceError) as error:
        load_definition(layout)
    for problem, expected in zip(error.value.problems, case["problems"], strict=True):
        rule, _, there = expected.partition(" ")
        line = (tmp_path / problem.path).read_text(encoding="utf-8").splitlines()[problem.line - 1]
        assert (problem.rule, line[problem.column - 1 :][: len(there)]) == (rule, there)
    assert all(each.example or each.rule == "wrong-shape" for each in error.value.problems)
    assert all(each.told("tr") != each.told("en") for each in error.value.problems)


@pytest.mark.parametrize(
    ("given", "example"), [("", "letters: łź"), ("letters: ź\n", "letters: źł"), ("letters: łź\n", "")]
)
def test_the_line_that_adds_a_letter_keeps_those_that_are_there(given: str, example: str, tmp_path: Path) -> None:
    layout = _copy(tmp_path)
    path = tmp_path / "data" / "registry.yaml"
    text = path.read_text(encoding="utf-8").replace("example: Deneme Municipality", "example: Deneme Miasto łódź")
    path.write_text(text.replace("\nnames:", f"\n{given}names:"), encoding="utf-8")
    try:
        load_definition(layout)
        said = ""
    except SourceError as error:
        (problem,) = error.problems
        said = problem.example
    assert said == example


def test_the_example_for_letters_that_only_look_alike_has_those_of_names(tmp_path: Path) -> None:
    layout = _copy(tmp_path)
    path = tmp_path / "data" / "registry.yaml"
    text = path.read_text(encoding="utf-8").replace("example: Deneme Municipality", "example: Dеneme Municipality")
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SourceError) as error:
        load_definition(layout)
    assert [each.example for each in error.value.problems] == ["example: Deneme Municipality"]


def test_the_definition_is_read_as_it_is_written() -> None:
    written = data("data/registry.yaml")
    assert DEFINITION.locales == tuple(written["names"])
    for choices, items in ((DEFINITION.kinds, written["kinds"]), (DEFINITION.evidence_kinds, written["evidence"])):
        assert [(each.value, each.words["tr"], each.words["en"], list(each.also)) for each in choices] == [
            (item["key"], item["tr"], item["en"], item["also"]) for item in items
        ]
    assert DEFINITION.examples["kind"] == next(each["key"] for each in written["kinds"] if each.get("usual"))
    assert DEFINITION.place
    assert (DEFINITION.place.key, DEFINITION.place.field.number, DEFINITION.place.map) == (
        "province",
        True,
        "turkey-map/provinces.json",
    )
    assert (DEFINITION.value("16"), len(PLACES)) == (16, 81)
    assert DEFINITION.reserved == {"il", "province", "why-so-few"}
    assert DEFINITION.place.code == {"tr": "plaka kodu", "en": "plate code"}
    assert DEFINITION.place.field.example == str(written["places"]["example"])


def test_places_are_read_with_their_facts() -> None:
    known = {"code", "tr", "en", "also"}
    for item in (written := data("data/provinces.yaml")["provinces"]):
        place = PLACES[str(item["code"])]
        assert (place.name, place.also) == ({"tr": item["tr"], "en": item["en"]}, tuple(item.get("also", ())))
        assert sorted(place.facts) == sorted(set(item) - known)
    assert [*PLACES] == [str(item["code"]) for item in written]


@pytest.mark.parametrize(
    "key", ["id", "name", "kind", "website", "logo", "wikidata", "aliases", "signatures", "withdrawn"]
)
def test_the_place_has_the_key_of_no_other_field(key: str, tmp_path: Path) -> None:
    layout = _copy(tmp_path)
    path = tmp_path / "data" / "registry.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("key: province", f"key: {key}"), encoding="utf-8")
    with pytest.raises(SourceError) as error:
        load_definition(layout)
    assert [problem.rule for problem in error.value.problems] == ["registry-key"]


def test_what_is_left_out_is_not_there(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    shutil.copy(STATES / "registry.yaml", tmp_path / "data")
    states, places = load_definition(Layout(tmp_path))
    assert (states.place, states.pack, places) == (None, "", {})
    assert _keys(states) == ["id", "name", "kind", "website", "aliases", "signatures", "withdrawn"]
    assert states.locale("tr") == states.locale("fr") == "fr"
    assert states.kinds[0].words == {"fr": "État", "en": "state"}
    assert (states.examples["kind"], states.reserved) == ("state", {"why-so-few"})
    assert all(each.needs_place for each in states.kinds)
    assert states.value("16") == "16"


def test_places_may_be_of_one_kind_alone_and_have_codes_of_letters(tmp_path: Path) -> None:
    changes = {"    en: observer\n": "    en: observer\n    place: no\n"}
    definition, places = _with_regions(tmp_path, changes, "north", ["{code: north, en: North, fr: Nord}"])
    assert definition.place
    assert (definition.place.field.number, definition.place.field.required) == (False, False)
    assert [each.value for each in definition.kinds if not each.needs_place] == ["observer"]
    assert (definition.value("north"), places["north"].name_in("fr")) == ("north", "Nord")


def test_the_usual_kind_is_the_example_and_a_code_with_a_zero_is_no_number(tmp_path: Path) -> None:
    changes = {
        "    fr: État\n": "    fr: État\n    usual: no\n",
        "    fr: observateur\n": "    fr: observateur\n    usual: yes\n",
    }
    listed = ["{code: 01, en: North, fr: Nord}", "{code: 10, en: South, fr: Sud}"]
    definition, places = _with_regions(tmp_path, changes, "01", listed)
    assert definition.place
    assert (definition.place.map, definition.place.code) == ("", {"en": "region", "fr": "région"})
    assert (definition.place.field.number, definition.place.field.required) == (False, True)
    assert (definition.examples["kind"], definition.value("10"), [*places]) == ("observer", "10", ["01", "10"])


def _keys(definition: Definition) -> list[str]:
    return [field.key for field in definition.signatory]


def _with_regions(
    folder: Path, changes: dict[str, str], example: str, listed: list[str]
) -> tuple[Definition, Mapping[str, Place]]:
    """Read the definition of the states with changes and with regions, whose list has these lines."""
    text = (STATES / "registry.yaml").read_text(encoding="utf-8")
    for before, after in changes.items():
        assert text.count(before) == 1
        text = text.replace(before, after)
    text += f"places: {{key: region, label: {{en: region, fr: région}}, example: {example}, list: regions.yaml}}\n"
    (folder / "data").mkdir()
    (folder / "data" / "registry.yaml").write_text(text, encoding="utf-8")
    regions = "".join(f"  - {line}\n" for line in listed)
    (folder / "data" / "regions.yaml").write_text(f"regions:\n{regions}", encoding="utf-8")
    return load_definition(Layout(folder))


def _copy(folder: Path) -> Layout:
    (folder / "data").mkdir()
    for name in ("registry.yaml", "provinces.yaml"):
        shutil.copy(ROOT / "data" / name, folder / "data")
    return Layout(folder)

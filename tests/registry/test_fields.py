"""The table of the fields: what else lists them says the same."""

import json
import re

import pytest
import yaml

import signatories
from registry.fields import Field
from registry.file.schema import json_schema
from registry.packs.turkiye.kinds import Kind, kind_in
from support.registry import BASE, EVIDENCE_KINDS, KINDS, REFERENCE, SIGNATORY
from support.repository import ROOT, data

PATHS = [
    "id", "name", "name.tr", "name.en", "kind", "province", "website", "logo", "wikidata", "aliases", "signatures",
    "signatures.edition", "signatures.date", "signatures.evidence", "signatures.evidence.url",
    "signatures.evidence.kind", "signatures.evidence.archive", "signatures.verified", "withdrawn", "withdrawn.date",
    "withdrawn.evidence", "withdrawn.evidence.url", "withdrawn.evidence.kind", "withdrawn.evidence.archive",
]  # fmt: skip
METROPOLITAN = {
    1, 6, 7, 9, 10, 16, 20, 21, 25, 26, 27, 31, 33, 34, 35, 38, 41, 42, 44, 45, 46, 47, 48, 52, 54, 55, 59, 61, 63, 65,
}  # fmt: skip
"""Plate codes by Laws 5216 (2004), 6360 (2012) and 6447 (2013)."""
OPTIONAL = {"website", "logo", "wikidata", "aliases", "archive", "withdrawn"}


def paths(fields: tuple[Field, ...], above: str = "") -> list[str]:
    return [path for field in fields for path in (above + field.key, *paths(field.fields, f"{above}{field.key}."))]


def test_the_fields_are_those_of_the_contract_in_its_order() -> None:
    assert paths(SIGNATORY) == PATHS


def test_what_is_optional() -> None:
    def optional(fields: tuple[Field, ...]) -> set[str]:
        below = set().union(*(optional(field.fields) for field in fields))
        return {field.key for field in fields if not field.required} | below

    assert optional(SIGNATORY) == OPTIONAL


def test_the_kinds_are_those_that_the_pack_distinguishes() -> None:
    assert [choice.value for choice in KINDS] == list(Kind)


def test_the_head_of_the_published_file_explains_every_field_and_word() -> None:
    text = (ROOT / "data" / "signatories.yaml").read_text(encoding="utf-8")
    head = text.partition("\nsignatories:")[0]
    for word in {path.rpartition(".")[2] for path in PATHS} | {choice.value for choice in (*KINDS, *EVIDENCE_KINDS)}:
        assert re.search(rf"\b{word}\b", head), word
    assert "scripts/signatories.py check" in head
    assert len(head.splitlines()) < 40


def test_the_schema_describes_the_golden_file() -> None:
    schema = json_schema(REFERENCE)
    for document in (yaml.safe_load(BASE), yaml.load(BASE, yaml.BaseLoader), {"signatories": []}):  # noqa: S506
        assert _faults(json.loads(json.dumps(document, default=str)), schema) == []


def test_the_schema_refuses_other_fields_and_words() -> None:
    document = yaml.safe_load(BASE)
    document["signatories"][0] |= {"nufus": 1, "kind": "ilçe", "id": "Deneme"}
    del document["signatories"][1]["name"]
    faults = _faults(json.loads(json.dumps(document, default=str)), json_schema(REFERENCE))
    assert sorted(faults) == ["ilçe", "missing name", "pattern Deneme", "unknown nufus"]


def test_the_schema_for_editors_is_fresh(capfd: pytest.CaptureFixture[str]) -> None:
    assert signatories.main(["schema"]) == 0
    assert (ROOT / "data" / "signatories.schema.json").read_text(encoding="utf-8") == capfd.readouterr().out


def test_the_provinces_are_all_there() -> None:
    provinces = data("data/provinces.yaml")["provinces"]
    assert [province["code"] for province in provinces] == list(range(1, 82))
    assert len({province["tr"] for province in provinces}) == 81
    assert len({province["region"] for province in provinces}) == 7
    assert sum(province["region"] == "marmara" for province in provinces) == 11
    metropolitan = {province["code"] for province in provinces if province.get("metropolitan")}
    assert metropolitan == METROPOLITAN
    assert {
        int(code) for code, place in REFERENCE.places.items() if kind_in(place) == Kind.METROPOLITAN
    } == METROPOLITAN
    alphabet = "ABCÇDEFGĞHIİJKLMNOÖPRSŞTUÜVYZ"
    then = {"Mersin": "İçel", "Kahramanmaraş": "Maraş", "Şanlıurfa": "Urfa"}  # when the first 67 codes were given
    names = [then.get(province["tr"], province["tr"]).replace("â", "a") for province in provinces[:67]]
    assert names == sorted(names, key=lambda name: [alphabet.index(letter) for letter in _upper(name)])


def _upper(text: str) -> str:
    return text.replace("i", "İ").replace("ı", "I").upper()


def _faults(value: object, schema: dict) -> list[str]:
    """Judge a value by the words of JSON Schema that ours uses, and by none that it does not know."""
    known = {"$schema", "title", "description", "type", "properties", "required", "additionalProperties"}
    assert schema.keys() <= known | {"items", "minItems", "enum", "pattern", "maxLength"}, schema.keys()
    found = []
    types = {"object": dict, "array": list, "string": str, "integer": int}
    allowed = schema.get("type", [])
    if allowed and not isinstance(
        value, tuple(types[name] for name in ([allowed] if isinstance(allowed, str) else allowed))
    ):
        found.append(f"type {value}")
    if "enum" in schema and value not in schema["enum"]:
        found.append(str(value))
    if "pattern" in schema and not re.search(schema["pattern"], str(value)):
        found.append(f"pattern {value}")
    if isinstance(value, dict):
        found += [f"missing {key}" for key in schema["required"] if key not in value]
        found += [f"unknown {key}" for key in value if key not in schema["properties"]]
        for key in value.keys() & schema["properties"].keys():
            found += _faults(value[key], schema["properties"][key])
    if isinstance(value, list):
        assert len(value) >= schema.get("minItems", 0)
        found += [fault for item in value for fault in _faults(item, schema["items"])]
    return found

"""The model of the registry: every field of an entry as the file has it."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from registry.counts import Tally
from registry.load import load
from registry.model import Registry
from support.registry import BASE, REFERENCE, SIGNATORY
from support.repository import data

WRITTEN = yaml.load(BASE, yaml.BaseLoader)["signatories"]  # noqa: S506 - text alone
PROVINCES = data("data/provinces.yaml")["provinces"]


@pytest.fixture
def registry(tmp_path: Path) -> Registry:
    path = tmp_path / "signatories.yaml"
    path.write_text(BASE, encoding="utf-8")
    return load(path, "x", REFERENCE)


def _evidence(written: dict[str, Any]) -> tuple[str, str, str]:
    return written["url"], written["kind"], written.get("archive", "")


def test_an_entry_is_read_as_it_is_written(registry: Registry) -> None:
    for entry, written in zip(registry.signatories, WRITTEN, strict=True):
        assert (entry.id, entry.name, entry.kind) == (written["id"], written["name"], written["kind"])
        assert entry.place == written["province"]
        for key in ("website", "logo", "wikidata"):
            assert getattr(entry, key) == written.get(key, "")
        assert list(entry.aliases) == written.get("aliases", [])
        for signature, signed in zip(entry.signatures, written["signatures"], strict=True):
            said = (signature.edition, str(signature.date), str(signature.verified))
            assert said == (signed["edition"], signed["date"], signed["verified"])
            evidence = signature.evidence
            assert (evidence.url, evidence.kind, evidence.archive) == _evidence(signed["evidence"])
        gone = written.get("withdrawn")
        assert (str(entry.withdrawn.date) if entry.withdrawn else None) == (gone["date"] if gone else None)
        if entry.withdrawn:
            evidence = entry.withdrawn.evidence
            assert (evidence.url, evidence.kind, evidence.archive) == _evidence(gone["evidence"])


def test_a_withdrawn_entry_supports_no_edition(registry: Registry) -> None:
    assert Tally.of(registry).editions == {"2018": 1, "2021": 1}


def test_readers_of_other_languages_read_english_names(registry: Registry) -> None:
    names = {locale: registry.signatories[0].name_in(locale) for locale in ("tr", "en", "ar")}
    assert names == {"tr": "Deneme Belediyesi", "en": "Deneme Municipality", "ar": "Deneme Municipality"}
    assert [REFERENCE.places["34"].name_in(locale) for locale in ("tr", "en", "ar")] == ["İstanbul", *["Istanbul"] * 2]
    assert [REFERENCE.definition.locale(locale) for locale in ("tr", "en", "de")] == ["tr", "en", "en"]


def test_a_province_is_read_as_it_is_written() -> None:
    for written, province in zip(PROVINCES, REFERENCE.places.values(), strict=True):
        assert (province.code, province.facts["region"]) == (str(written["code"]), written["region"])
        assert province.name == {"tr": written["tr"], "en": written["en"]}
        assert list(province.also) == written.get("also", [])
        assert (province.facts.get("metropolitan") == "yes") == (written.get("metropolitan") in {True, "yes"})


def test_labels_of_fields_are_said_in_both_languages() -> None:
    (website,) = [field for field in SIGNATORY if field.key == "website"]
    assert (website.words("tr"), website.words("en")) == ("internet sitesi", "website")

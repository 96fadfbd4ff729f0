"""A fictional registry from a few facts for each entry: what the tests of the directory look through."""

from typing import Any

from registry.file.document import Document, Entry, Plain
from registry.sample import HEAD
from support.registry import render

_DATES = {"2018": "2018-11", "2021": "2021-12-01"}
_HOST = "https://ornek.example"


def registry_text(entries: list[dict[str, Any]]) -> str:
    """Return the registry file of entries as cases/directory/entries.yaml has them."""
    return render(Document.of((HEAD,), (Entry(_fields(entry)) for entry in entries)))


def _fields(entry: dict[str, Any]) -> dict[str, Plain]:
    fields: dict[str, Plain] = {
        "id": entry["case"],
        "name": {"tr": entry["tr"], "en": entry["en"]},
        "kind": entry["kind"],
        "province": str(entry["province"]),
        "signatures": [_signature(entry["case"], str(edition)) for edition in entry["editions"]],
    }
    if "withdrawn" in entry:
        fields["withdrawn"] = {"date": str(entry["withdrawn"]), "evidence": _evidence(f"{entry['case']}/cekilme")}
    return fields


def _signature(identifier: str, edition: str) -> dict[str, Plain]:
    evidence = _evidence(f"{identifier}/{edition}")
    return {"edition": edition, "date": _DATES[edition], "evidence": evidence, "verified": "2022-02-01"}


def _evidence(path: str) -> dict[str, Plain]:
    return {"url": f"{_HOST}/{path}", "kind": "council-decision"}

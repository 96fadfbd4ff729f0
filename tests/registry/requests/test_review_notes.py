"""What a reviewer should look at twice."""

from typing import Any, get_args

from registry.requests.review_notes import Note, NoteKind, address_notes, evidence_notes
from support.golden import cases, load


@cases("registry/notes.yaml")
def test_weak_evidence_is_noted(case: dict[str, Any]) -> None:
    assert list(evidence_notes(case["url"])) == [Note(kind, case["url"]) for kind in case["notes"]]


def test_changed_and_reserved_addresses_are_noted() -> None:
    url = "https://deneme.example/karar"
    assert list(address_notes(url, secured=True)) == [Note("secured", url), Note("reserved", url)]
    assert list(address_notes("https://www.deneme.bel.tr/karar", secured=False)) == []
    assert list(address_notes("", secured=False)) == []


def test_every_kind_of_note_has_a_case() -> None:
    noted = {kind for case in load("registry/notes.yaml") for kind in case["notes"]}
    assert noted | {"secured", "reserved"} == set(get_args(NoteKind))

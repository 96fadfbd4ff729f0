"""Which entries are of one municipality or union: a table, whichever of two entries comes first."""

from itertools import combinations
from typing import Any

from registry.packs.turkiye.same_body import Index
from source.yaml.nodes import Fields, Node, Scalar
from support.golden import cases
from support.registry import REFERENCE


def entry(number: int, name: str, kind: str, province: int, *rest: str) -> Fields:
    """Return an entry; without id and English name it has some that no other has."""
    identifier, english = (*rest, *(f"x{number}", f"X{number}")[len(rest) :])
    texts = {"id": identifier, "kind": kind, "province": str(province)}
    return Fields({**_scalars(texts), "name": Fields(_scalars({"tr": name, "en": english}), (), 1, 1)}, (), 1, 1)


def _scalars(texts: dict[str, str]) -> dict[str, Node]:
    return {key: Scalar(text, 1, 1) for key, text in texts.items()}


@cases("registry/same_entry.yaml")
def test_finds_the_entries_of_one_body(case: dict[str, Any]) -> None:
    listed = [(group, written) for group, body in enumerate(case["entries"]) for written in body]
    entries = [(group, entry(number, *written)) for number, (group, written) in enumerate(listed)]
    for (group, one), (other_group, other) in combinations(entries, 2):
        for first, second in ((one, other), (other, one)):
            index = Index(REFERENCE)
            assert index.add(first) == []
            assert bool(index.add(second)) == (group == other_group), (first, second)


def test_names_the_entry_that_was_there_first() -> None:
    first, second, third = (entry(number, "Deneme Belediyesi", "district", 16) for number in range(3))
    index = Index(REFERENCE)
    for each in (first, second):
        index.add(each)
    assert index.add(third) == [(first, Scalar("Deneme Belediyesi", 1, 1))]

"""Fictional registries."""

import re
from collections import Counter
from dataclasses import replace
from itertools import cycle, islice
from pathlib import Path
from typing import Any

import pytest

from registry.packs.turkiye.kinds import Kind, kind_in
from registry.sample import HEAD, refuse_to_overwrite, sample
from source.problems.problem import SourceError
from support.registry import REFERENCE, problems, render


@pytest.mark.slow
def test_every_size_passes(tmp_path: Path) -> None:
    for count in (0, 1, 7, 3000):
        document = sample(count, REFERENCE)
        assert len(document.entries) == count
        assert problems(render(document), tmp_path) == []


@pytest.mark.slow
def test_no_two_entries_are_alike() -> None:
    entries = sample(20_000, REFERENCE).entries
    assert len({entry.id for entry in entries}) == len(entries)
    assert len({(str(entry.fields["name"]), entry.fields["province"]) for entry in entries}) == len(entries)


def test_one_place_has_names_enough() -> None:
    """Each word after each of the two first ones, then all of them with a number."""
    reference = replace(REFERENCE, places={"16": REFERENCE.places["16"]})
    entries = sample(720, reference).entries
    names = [str(entry.fields["name"]["tr"]) for entry in sorted(entries, key=lambda entry: entry.id)]  # type: ignore[call-overload, index]
    assert len({entry.id for entry in entries}) == len(set(names)) == len(entries)
    numbers = Counter(found[0] if (found := re.search(r"\d+", name)) else "" for name in names)
    assert numbers[""] == numbers["2"] == numbers["3"] == numbers["4"] > 720 / 5


def test_provinces_have_more_entries_and_fewer() -> None:
    """In rounds of all provinces, so that a sample of any size has them all."""
    found = Counter(str(entry.fields["province"]) for entry in sample(342, REFERENCE).entries)
    shares = list(islice(cycle([2, 12, 2, 4, 2, 6, 2, 4]), 81))
    assert [found[code] for code in REFERENCE.places] == shares


@pytest.mark.parametrize(
    ("has", "least", "most"),
    [
        (lambda fields: "withdrawn" in fields, 1, 5),
        (lambda fields: "aliases" in fields, 1, 5),
        (lambda fields: "website" in fields, 60, 70),
        (lambda fields: len(fields["signatures"]) == 2, 5, 15),
        (lambda fields: fields["signatures"][0]["edition"] == "2018", 15, 35),
        (lambda fields: "archive" in fields["signatures"][0]["evidence"], 20, 30),
        (lambda fields: fields["kind"] == "district", 60, 80),
        (lambda fields: fields["kind"] == "union", 3, 10),
        (lambda fields: fields["kind"] == "town", 3, 10),
        (lambda fields: len(fields["signatures"][0]["date"]) == 10, 40, 60),
        (lambda fields: len(fields["signatures"][0]["date"]) == 4, 20, 30),
    ],
)
def test_there_is_something_of_everything(has: Any, least: int, most: int) -> None:
    """A sample looks as a registry would: in percent of its entries."""
    entries = sample(1000, REFERENCE).entries
    assert least <= 100 * sum(has(entry.fields) for entry in entries) / len(entries) <= most


def test_kinds_are_those_that_their_province_has() -> None:
    for entry in sample(500, REFERENCE).entries:
        is_metropolitan = kind_in(REFERENCE.places[str(entry.fields["province"])]) == Kind.METROPOLITAN
        assert entry.fields["kind"] != ("provincial" if is_metropolitan else "metropolitan")


def test_is_openly_fictional_and_the_same_each_time() -> None:
    text = render(sample(500, REFERENCE))
    assert text == render(sample(500, REFERENCE))
    assert text.startswith(HEAD)
    assert all(url.split("/")[2].endswith(".example") for url in re.findall(r"https://\S+", text))
    assert all(re.search("Örnek|Deneme", name) for name in re.findall(r"\b(?:tr|en): (.+)", text))
    for word in ("withdrawn", "aliases", "archive", "union", "town", "edition: 2018", "press"):
        assert word in text


def test_overwrites_samples_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    refuse_to_overwrite(path)
    for content in ("", "\n", f"{HEAD}\nsignatories: []\n"):
        path.write_text(content, encoding="utf-8")
        refuse_to_overwrite(path)
    path.write_text("signatories: []\n")
    with pytest.raises(SourceError) as error:
        refuse_to_overwrite(path)
    assert [(each.path, each.line, each.column) for each in error.value.problems] == [(str(path), 1, 1)]

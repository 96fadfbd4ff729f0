"""Fictional registries."""

import re
from pathlib import Path

import pytest

from registry.file.layout import render
from registry.sample import HEAD, refuse_to_overwrite, sample
from source.problems.problem import SourceError
from support.registry import REFERENCE, problems


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
    for content in ("", f"{HEAD}\nsignatories: []\n"):
        path.write_text(content, encoding="utf-8")
        refuse_to_overwrite(path)
    path.write_text("signatories: []\n")
    with pytest.raises(SourceError):
        refuse_to_overwrite(path)

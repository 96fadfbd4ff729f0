"""Reading and judging whole files: hostile ones, good ones, the published one."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml

from registry.counts import Tally
from registry.load import check, load
from registry.reference import Reference
from registry.rules.run import MAX_FINDINGS
from source.files import MAX_BYTES
from source.problems.problem import SourceError
from support.registry import BASE, CASES, REFERENCE, problems
from support.repository import ROOT, data

HOSTILE = sorted((CASES / "hostile").iterdir())
GOOD = sorted((CASES / "good").iterdir())
PUBLISHED = data("data/signatories.yaml")["signatories"]


def test_the_hostile_corpus_is_large() -> None:
    assert len(HOSTILE) >= 80


@pytest.mark.parametrize("path", HOSTILE, ids=lambda path: path.stem)
def test_a_hostile_file_gets_one_clear_problem(path: Path) -> None:
    found = check(path, path.name, REFERENCE)
    assert [problem.rule for problem in found] == [path.name.partition("--")[0]]
    assert all(
        len(sentence) < 300 and sentence.isprintable() for sentence in (found[0].told("tr"), found[0].told("en"))
    )


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.stem)
def test_a_good_file_passes(path: Path) -> None:
    assert check(path, path.name, REFERENCE) == []


LARGE: dict[str, tuple[str, Any]] = {
    "100 MB of nothing": ("file-size", lambda file: file.truncate(100 * 1024 * 1024)),
    "100 MB of entries": ("file-size", lambda file: file.write(BASE.encode() * 100_000)),
    "10 MB of short lines": ("file-size", lambda file: file.write(b"- a\n" * 2_500_000)),
    "12 MB of brackets": ("yaml-size", lambda file: file.write(b"[" * 12_000_000)),
    "12 MB of dashes": ("yaml-size", lambda file: file.write(b"- " * 6_000_000)),
    "12 MB of open quote": ("yaml-syntax", lambda file: file.write(b'a: "' + b"x" * 12_000_000)),
    "12 MB of one text": ("wrong-shape", lambda file: file.write(b"signatories: " + b"x" * 12_000_000)),
    "12 MB of name": (
        "name-length",
        lambda file: file.write(BASE.replace("Deneme B", "Ğ" * 6_000_000 + " B").encode()),
    ),
    "12 MB of id": ("id-form", lambda file: file.write(BASE.replace("ornek-izmir", "o" * 12_000_000).encode())),
    "12 MB of carriage returns": ("file-size", lambda file: file.write(b"#\r" * 6_000_000 + BASE.encode())),
    "12 MB of next lines": ("file-size", lambda file: file.write("#\x85".encode() * 4_000_000 + BASE.encode())),
    "12 MB of line separators": ("file-size", lambda file: file.write("#\u2028".encode() * 3_000_000 + BASE.encode())),
    "12 MB of anchor": ("yaml-anchor", lambda file: file.write(b"signatories: &" + b"a" * 12_000_000 + b" []")),
    "12 MB of tag": ("yaml-tag", lambda file: file.write(b"signatories: !" + b"a" * 12_000_000 + b" []")),
    "12 MB of items": ("yaml-size", lambda file: file.write(b"signatories: [" + b"a, " * 4_000_000)),
    "12 MB of keys": ("yaml-size", lambda file: file.write(b"signatories: {" + b"a: b, " * 2_000_000)),
    "12 MB of anchors": ("yaml-anchor", lambda file: file.write(b"[" + b"&a b, " * 2_000_000)),
}


@pytest.mark.slow
@pytest.mark.parametrize("name", LARGE)
def test_a_huge_file_gets_one_problem(name: str, tmp_path: Path) -> None:
    rule, write = LARGE[name]
    path = tmp_path / "signatories.yaml"
    with path.open("wb") as file:
        write(file)
    found = check(path, "huge", REFERENCE)
    assert [problem.rule for problem in found] == [rule]
    assert all(len(text) < 300 for text in (found[0].entry, found[0].told("tr"), found[0].told("en")))


FLOODS = {
    "at signs": "a@",
    "letters": "a",
    "digits": "1",
    "numbers of eleven digits": "12345678901 ",
    "phone numbers": "0555 000 00 00 ",
    "zero-width characters": "a\u200b",
    "plus signs": "+",
    "open brackets and spaces": "( ",
    "numbers and spaces": "1       ",
    "comments": "#                  \n# ",
    "backslashes": "\\",
}
"""What a file may be full of. How long each takes is measured by tests/bench; here a rule that hangs meets the limit
that every test has."""


@pytest.mark.slow
@pytest.mark.parametrize("name", FLOODS)
def test_a_flood_is_read_to_its_end(name: str, tmp_path: Path) -> None:
    flood = FLOODS[name] * (MAX_BYTES // 4 // len(FLOODS[name].encode()))
    found = {problem.rule for problem in problems(f"# {flood}@\n{BASE}", tmp_path)}
    assert found == {"phone numbers": {"phone"}, "zero-width characters": {"hidden-character"}}.get(name, set())


def test_a_missing_file_is_one_problem(tmp_path: Path) -> None:
    for path in (tmp_path / "yok.yaml", tmp_path):
        assert [problem.rule for problem in check(path, "x", REFERENCE)] == ["file-missing"]


@pytest.mark.parametrize("entry", PUBLISHED, ids=lambda entry: entry["id"])
def test_every_published_entry_is_documented(entry: dict[str, Any]) -> None:
    registry = load(ROOT / "data" / "signatories.yaml", "data/signatories.yaml", _today())
    listed = next(each for each in registry.signatories if each.id == entry["id"])
    assert listed.name == entry["name"]
    assert [signature.edition for signature in listed.signatures] == [
        str(each["edition"]) for each in entry["signatures"]
    ]
    assert not any(".example" in str(value) for value in yaml.safe_dump(entry).split())
    assert all(signature.evidence.url.startswith("https://") for signature in listed.signatures)


def test_the_published_registry_passes() -> None:
    assert check(ROOT / "data" / "signatories.yaml", "data/signatories.yaml", _today()) == []


@pytest.mark.slow
@pytest.mark.parametrize("path", [*HOSTILE, *GOOD], ids=lambda path: path.stem)
def test_two_processes_find_what_one_finds(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = check(path, path.name, REFERENCE)
    monkeypatch.setattr("registry.load._LONG", 0)
    assert check(path, path.name, REFERENCE) == found


@pytest.mark.slow
def test_a_long_file_is_judged_to_its_end(tmp_path: Path) -> None:
    entry = BASE[BASE.index("  - id: ornek-izmir") :]
    entries = [entry.replace("ornek-izmir", f"ornek-{number:04}") for number in range(4000)]
    text = f"signatories:\n{''.join(entries)}".replace("Örnek", "Örnek ornek", 1) + "# 0555 000 00 00\n"
    assert len(text) > 1_000_000
    rules = [problem.rule for problem in problems(text, tmp_path)]
    assert rules.count("phone") == 1
    assert rules.count("same-entry") == MAX_FINDINGS


def test_builds_the_model(tmp_path: Path) -> None:
    path = tmp_path / "signatories.yaml"
    path.write_text(BASE, encoding="utf-8")
    deneme, ornek = load(path, "x", REFERENCE).signatories
    assert (deneme.id, deneme.kind, deneme.place, deneme.aliases) == ("deneme-bursa", "district", "16", ("deneme",))
    assert deneme.withdrawn
    assert str(deneme.withdrawn.date) == "2023-01-15"
    assert deneme.signatures[0].evidence.archive == "https://deneme.example/kopya/12"
    assert [str(signature.date) for signature in ornek.signatures] == ["2018-11-05", "2021"]
    assert ornek.signatures[1].evidence.kind == "signed-copy"
    assert (ornek.website, ornek.logo, ornek.wikidata, ornek.withdrawn) == ("", "", "", None)


def test_counts_an_edition_by_its_own_standing_signatures(tmp_path: Path) -> None:
    path = tmp_path / "signatories.yaml"
    path.write_text(BASE, encoding="utf-8")
    registry = load(path, "x", REFERENCE)
    assert Tally.of(registry).editions == {"2018": 1, "2021": 1}


def test_load_raises_what_check_returns(tmp_path: Path) -> None:
    text = BASE.replace("province: 16", "province: Bursa").replace("2022-01\n", "5 Ocak 2022\n")
    found = problems(text, tmp_path)
    with pytest.raises(SourceError) as raised:
        load(tmp_path / "signatories.yaml", "signatories.yaml", REFERENCE)
    assert list(raised.value.problems) == found
    assert len(found) == 2


def _today() -> Reference:
    """Return the facts of the fixed reference, on the day of the test."""
    return replace(REFERENCE, today=datetime.now(UTC).date() + timedelta(days=1))


def test_the_published_file_alone_refuses_hosts_of_examples(tmp_path: Path) -> None:
    """By its place, however it is named: with ".." in it, through a link."""
    published, sample, link = tmp_path / "a" / "signatories.yaml", tmp_path / "b.yaml", tmp_path / "c.yaml"
    published.parent.mkdir()
    text = BASE.replace("https://ornek.example/haber", "https://www.example.org/haber")
    for path in (published, sample):
        path.write_text(text, encoding="utf-8")
    link.symlink_to(published)
    strict = replace(REFERENCE, published=published)
    hosts = text.count("https://")
    for path in (published, published.parent / ".." / "a" / "signatories.yaml", link):
        found = check(path, "x", strict)
        assert [problem.rule for problem in found] == ["url-reserved"] * hosts
        assert all(problem.fix == problem.example == "" for problem in found)
    assert check(sample, "x", strict) == []
    assert check(published, "x", REFERENCE) == []
    real = text.replace(".example", ".bel.tr").replace("example.org", "ornek.bel.tr")
    published.write_text(real, encoding="utf-8")
    assert check(published, "x", strict) == []

"""Reading and judging whole files: hostile ones, good ones, the published one."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from registry.counts import Tally
from registry.draft import Draft
from registry.file.document import Document
from registry.load import MAX_FINDINGS, load, run_rules
from registry.model import Signatory
from registry.reference import Reference
from registry.rules import form_rules
from source.files import MAX_BYTES
from source.problems.problem import Problem, SourceError
from source.yaml.reader import compose
from support.registry import BASE, CASES, REFERENCE, SIGNATORY, check, every_field, problems, render
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


MOVED_BY_FORMAT = {"entry-order", "comment-place"}
KEYS = [field.key for field in every_field(SIGNATORY)]
WORDS = """
    ~ no 16 016 Bursa district ilçe press 2021 2022-01 2022-13 9999 https://a.example http://a a@b.example deneme-bursa
    il Deneme xxx <b> а \u200b
""".split()  # noqa: SIM905 - easier to read
SCALARS = st.sampled_from(["", "5 Ocak 2022", "Deneme Belediyesi", *WORDS]) | st.text(max_size=8)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS) | st.text(max_size=5), inner),
    max_leaves=12,
)
LINES = BASE.splitlines(keepends=True)


def found(text: str) -> list[Problem]:
    """Return all problems; where the form is right, every entry becomes a signatory."""
    try:
        draft = Draft(text, compose(text, "x"), REFERENCE, logos=Path("/nonexistent"))
    except SourceError as error:
        return list(error.problems)
    problems = run_rules(draft, "x")
    if not run_rules(draft, "x", form_rules(REFERENCE)):
        assert all(Signatory.from_yaml(entry, REFERENCE.definition).id for entry in draft.entries)
    return problems


@pytest.mark.slow
@given(VALUES)
def test_any_value_is_judged(value: object) -> None:
    text = yaml.safe_dump({"signatories": value}, allow_unicode=True)
    places = [(problem.line, problem.column) for problem in found(text)]
    assert places == sorted(places)


@pytest.mark.slow
@given(st.sampled_from(LINES), st.sampled_from(KEYS), VALUES)
def test_any_field_can_hold_anything(line: str, key: str, value: object) -> None:
    indent = " " * (len(line) - len(line.lstrip(" -")))
    dumped = yaml.safe_dump({key: value}, allow_unicode=True, default_flow_style=True, width=10**6).strip()[1:-1]
    found(BASE.replace(line, f"{line}{indent}{dumped}\n", 1))
    found(BASE.replace(line, f"{indent}{dumped}\n", 1))


@given(
    st.lists(
        st.tuples(
            st.integers(0, len(BASE) - 1), st.sampled_from(["", "\n", " ", ":", "-", "#", '"', "'", "{", "9", "ğ"])
        )
    )
)
def test_any_slip_of_the_keyboard_is_judged(slips: list[tuple[int, str]]) -> None:
    text = list(BASE)
    for at, letter in slips:
        text[at] = letter
    for problem in found("".join(text)):
        assert problem.line >= 1
        assert problem.column >= 1
        assert problem.told("tr")
        assert problem.told("en")


@given(VALUES)
def test_layout_changes_no_problem(value: object) -> None:
    text = yaml.safe_dump({"signatories": value}, allow_unicode=True)
    try:
        formatted = render(Document.from_yaml(text, "x"))
    except SourceError:
        return
    before, after = ({problem.rule for problem in found(each)} - MOVED_BY_FORMAT for each in (text, formatted))
    assert before == after


@pytest.mark.parametrize(
    "text", ["signatories: 5", "signatories:\n- ", "signatories:\n  -", "{signatories: [}", "signatories: {a: b}"]
)
def test_odd_files_are_judged(text: str) -> None:
    assert found(text)


@pytest.mark.parametrize(("identifier", "line"), [("deneme-bursa", 3), ("ornek-izmir", 27)])
def test_a_problem_on_the_first_line_of_an_entry_is_of_that_entry(identifier: str, line: int) -> None:
    wrong = identifier.upper()
    (problem,) = [each for each in found(BASE.replace(f"id: {identifier}", f"id: {wrong}")) if each.rule == "id-form"]
    assert (problem.line, problem.entry) == (line, wrong)


def test_an_entry_that_is_listed_twice_already_is_told_once() -> None:
    entry = (CASES / "good" / "comment-with-dates.yaml").read_text(encoding="utf-8").partition("signatories:\n")[2]
    three = [entry.replace("id: deneme-bursa", f"id: deneme-bursa-{number}") for number in (1, 2, 3)]
    problems = found("signatories:\n" + "".join(three))
    assert [each.entry for each in problems if each.rule == "same-entry"] == ["deneme-bursa-2", "deneme-bursa-3"]

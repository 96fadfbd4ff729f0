"""A registry unlike ours: states and observers, named in English and French, without places and without a pack."""

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

import signatories
from declaration.editions import days_of_adoption, load_editions
from registry.draft import Draft
from registry.file.schema import json_schema
from registry.load import run_rules
from registry.reference import Reference, load_reference
from registry.requests.form import questions
from registry.requests.intake import Reading, read_request
from source.layout import Layout
from source.problems.problem import SourceError
from source.yaml.reader import compose
from support.repository import ROOT

STATES = ROOT / "tests" / "cases" / "registry" / "states"
TEXT = (STATES / "signatories.yaml").read_text(encoding="utf-8")
ANSWERS = {
    "name-en": "Example of the West",
    "name-fr": "Exemple de l’Ouest",
    "kind": "Nation",
    "edition": "2021",
    "date": "5 January 2022",
    "evidence-url": "https://west.example/instrument",
    "evidence-kind": "instrument of accession",
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "data").mkdir()
    for file in (STATES / "registry.yaml", STATES / "signatories.yaml", ROOT / "data" / "editions.yaml"):
        shutil.copy(file, tmp_path / "data")
    (tmp_path / "docs").symlink_to(ROOT / "docs")
    shutil.copy(STATES / "signatories.yaml", tmp_path / "x.yaml")
    monkeypatch.setattr(signatories, "LAYOUT", Layout(tmp_path))
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def reference(folder: Path) -> Reference:
    layout = Layout(folder)
    return load_reference(layout, days_of_adoption(load_editions(layout)))


def _body(reference: Reference, **answers: str) -> str:
    given = ANSWERS | answers
    asked = questions(reference)
    return "\n\n".join(f"### {each.heading}\n\n{given.get(each.id, '_No response_')}" for each in asked)


def test_every_command_runs(folder: Path) -> None:
    for command in (["check", "x.yaml"], ["format", "x.yaml", "--check"], ["sample", "300", "s.yaml"]):
        assert signatories.main(command) == 0, command
    assert [signatories.main(each) for each in (["check", "s.yaml"], ["format", "s.yaml", "--check"])] == [0, 0]
    entries = yaml.safe_load((folder / "s.yaml").read_text(encoding="utf-8"))["signatories"]
    assert {entry["kind"] for entry in entries} == {"state", "observer"}
    assert {tuple(entry["name"]) for entry in entries} == {("en", "fr")}
    assert {signature["evidence"]["kind"] for entry in entries for signature in entry["signatures"]} == {
        "instrument",
        "letter",
    }


def test_two_sides_are_merged(folder: Path) -> None:
    base = TEXT.replace("kind: letter", "kind: instrument")
    (folder / "base.yaml").write_text(base, encoding="utf-8")
    (folder / "theirs.yaml").write_text(base.replace("kind: observer", "kind: state"), encoding="utf-8")
    assert signatories.main(["merge", "base.yaml", "x.yaml", "theirs.yaml"]) == 0
    merged = (folder / "x.yaml").read_text(encoding="utf-8")
    assert merged == TEXT.replace("kind: observer", "kind: state")


def test_the_schema_has_the_fields_of_this_registry(reference: Reference) -> None:
    schema: Any = json_schema(reference)
    entry = schema["properties"]["signatories"]["items"]["properties"]
    assert list(entry) == ["id", "name", "kind", "website", "aliases", "signatures", "withdrawn"]
    assert entry["kind"]["enum"] == ["state", "observer"]
    assert list(entry["name"]["properties"]) == ["en", "fr"]
    assert "Türk" not in json.dumps(entry["name"], ensure_ascii=False)


def test_only_turkish_words_have_a_capital_with_a_dot(reference: Reference) -> None:
    options = [option for question in questions(reference) for option in question.options]
    assert "Instrument of accession / Instrument d’adhésion" in options


def test_the_form_is_in_the_languages_of_names_and_says_nothing_twice(reference: Reference) -> None:
    headings = {each.id: each.heading for each in questions(reference)}
    assert headings["name-fr"] == "Name in French / Nom français"
    assert headings["date"] == "Date of signature"


def test_a_request_is_read(reference: Reference) -> None:
    reading = read_request(_body(reference), "b.md", _draft(reference))
    assert isinstance(reading, Reading)
    assert {**reading.entry.fields, "signatures": None} == {
        "id": "example-of-the-west",
        "name": {"en": "Example of the West", "fr": "Exemple de l’Ouest"},
        "kind": "state",
        "signatures": None,
    }


def test_a_second_signature_is_added_to_the_entry_of_the_same_name(reference: Reference) -> None:
    body = _body(reference, **{"name-en": "EXAMPLE of the North", "name-fr": "Exemple du Nord", "edition": "2018"})
    entry = read_request(body, "b.md", _draft(reference)).entry
    assert entry.id == "example-of-the-north"
    assert [each["edition"] for each in entry.fields["signatures"]] == ["2021", "2018"]  # type: ignore[union-attr, index, call-overload]


def test_what_is_wrong_with_a_request_is_said_in_the_words_of_this_registry(reference: Reference) -> None:
    with pytest.raises(SourceError) as error:
        read_request(_body(reference, kind="ilçe", **{"name-fr": "_No response_"}), "b.md", _draft(reference))
    said = {problem.rule: problem.told("en") for problem in error.value.problems}
    assert said["unknown-kind"] == "Write only one of these: state, observer."
    assert said["empty-value"] == "This question has no answer: write one."


@pytest.mark.parametrize("written", ["5 janvier 2022", "1er mars 2022", "5 January 2022"])
def test_a_date_is_read_in_the_languages_of_names(reference: Reference, written: str) -> None:
    reading = read_request(_body(reference, date=written), "b.md", _draft(reference))
    assert isinstance(reading, Reading)
    (signature,) = reading.entry.fields["signatures"]
    assert signature["date"] == ("2022-03-01" if "mars" in written else "2022-01-05")


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("31 février 2022", "There is no such day in the calendar"),
        ("5 janvier 2022 et 6 mars 2022", "There is more than a date here"),
    ],
)
def test_what_is_wrong_with_a_date_is_told_in_the_languages_of_names(
    reference: Reference, written: str, words: str
) -> None:
    with pytest.raises(SourceError) as error:
        read_request(_body(reference, date=written), "b.md", _draft(reference))
    (problem,) = error.value.problems
    assert problem.told("en").startswith(words)


def test_a_date_in_the_file_is_corrected_in_the_languages_of_names(reference: Reference) -> None:
    text = re.sub("date: .*", "date: 12 octobre 2021", TEXT, count=1)
    found = run_rules(Draft(text, compose(text, "x.yaml"), reference), "x.yaml")
    assert "date: 2021-10-12" in [problem.fix for problem in found if problem.rule == "date-form"]


def _draft(reference: Reference) -> Draft:
    return Draft(TEXT, compose(TEXT, "x.yaml"), reference)


@pytest.mark.parametrize(
    ("before", "after", "rules"),
    [
        ("kind: observer", "kind: district", ["unknown-kind"]),
        ("kind: letter", "kind: press", ["unknown-evidence-kind"]),
        ("    kind: observer", "    kind: observer\n    province: 16", ["unknown-key"]),
        ("Example of the South", "EXAMPLE of the North", ["same-entry"]),
        ("Example of the South", "xxx", ["name-placeholder"]),
        ("      fr: Exemple du Sud\n", "", ["missing-key"]),
        ("# Fictional states", "# +33 1 00 00 00 00", ["phone"]),
        ("# Fictional states", "# kisi@deneme.example", ["email"]),
        ("id: example-of-the-south", "id: Example", ["id-form"]),
        ("date: 2022-03-04", "date: 2099-01-01", ["date-future"]),
        ("https://south.example/letter", "http://south.example/letter", ["url-https"]),
        ("id: example-of-the-south", "id: province", []),
        ("Example of the South", "Deneme Belediyesi Başkanı", []),
    ],
)
def test_the_general_rules_hold(folder: Path, before: str, after: str, rules: list[str], capfd: Any) -> None:
    """Those of a country do not: no names of offices, no identity numbers, no words of its addresses."""
    assert TEXT.count(before) == 1
    (folder / "x.yaml").write_text(TEXT.replace(before, after), encoding="utf-8")
    signatories.main(["check", "x.yaml", "--format", "json"])
    found = json.loads(capfd.readouterr().out)
    assert [each["rule"] for each in found] == rules

"""Whatever stands in a file: there are problems, or there is a registry."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from registry.draft import Draft
from registry.file.document import Document
from registry.model import Signatory
from registry.rules import form_rules
from registry.rules.run import run_rules
from source.problems.problem import Problem, SourceError
from source.yaml.reader import compose
from support.registry import BASE, CASES, REFERENCE, SIGNATORY, every_field, render

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

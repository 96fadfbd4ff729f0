"""Requests become entries, or answers a clerk can act upon."""

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.document import Document, Entry
from registry.draft import Draft
from registry.form import questions
from registry.intake import added, read_request
from registry.write import render
from source.problem import Problem, SourceError
from source.yaml_text import compose
from support.golden import cases
from support.registry import BASE, CASES, REFERENCE

REQUEST = (CASES / "request.md").read_text(encoding="utf-8")
REGISTRY = Draft(BASE, compose(BASE, "base.yaml"), REFERENCE)
QUESTIONS = {question.id: question for question in questions(REFERENCE)}


def answered(case: dict[str, Any]) -> str:
    body = REQUEST
    for question, answer in case.get("answers", {}).items():
        section = re.compile(rf"(### {re.escape(QUESTIONS[question].heading)}\n\n).*?\n(?=\n###)", re.DOTALL)
        assert len(section.findall(body)) == 1
        text = None if answer is None else (answer or "_No response_") * case.get("times", 1)
        body = section.sub(lambda found, text=text: "" if text is None else f"{found[1]}{text}\n", body)
    return body


@cases("registry/intake.yaml")
def test_takes_in(case: dict[str, Any]) -> None:
    body = answered(case)
    if "problems" in case:
        with pytest.raises(SourceError) as raised:
            read_request(body, "request.md", REGISTRY)
        found = raised.value.problems
        assert [problem.rule for problem in found] == [each["rule"] for each in case["problems"]]
        for problem, expected in zip(found, case["problems"], strict=True):
            assert body.split("\n")[problem.line - 1][problem.column - 1 :].startswith(expected["at"])
            assert problem.fix.split("\n")[-1] == expected["answer"]
    else:
        fields = read_request(body, "request.md", REGISTRY).fields
        assert {key: fields.get(key) for key in case["entry"]} == case["entry"]


@cases("registry/intake.yaml")
def test_an_answer_that_is_pasted_passes(case: dict[str, Any]) -> None:
    """Every fix that is a heading with an answer mends its problem; in an empty registry nothing is listed already."""
    body, empty = answered(case), Draft("signatories: []", compose("signatories: []", "x"), REFERENCE)
    for problem in reversed(_problems(body, empty)):
        heading, _, answer = problem.fix.partition("\n\n")
        if heading.startswith("###") and answer:
            start = body.find(heading) % (len(body) + 1)
            end = body.find("\n### ", start + 1)
            body = f"{body[:start]}\n{problem.fix}\n{body[end if end > 0 else len(body) :]}"
            assert problem.rule not in {left.rule for left in _problems(body, empty)}


def _problems(body: str, registry: Draft) -> tuple[Problem, ...]:
    try:
        read_request(body, "request.md", registry)
    except SourceError as error:
        return error.problems
    return ()


def test_the_form_asks_what_an_entry_needs() -> None:
    asked = {question.path for question in QUESTIONS.values()}
    entry = read_request(REQUEST, "request.md", REGISTRY)
    assert {("name", "tr"), ("kind",), ("province",), ("signatures", "evidence", "url")} <= asked
    assert "verified" not in str(asked)
    assert set(entry.fields) == {"id", "name", "kind", "province", "signatures"}


def test_the_headings_are_all_different() -> None:
    headings = [question.heading for question in QUESTIONS.values()]
    assert len(set(headings)) == len(headings)
    assert QUESTIONS["edition"].heading == "İmzalanan metin / Edition signed"
    assert all(re.fullmatch("[a-z]+(-[a-z]+)?", identifier) for identifier in QUESTIONS)


def test_a_letter_is_no_request() -> None:
    for body in (
        "Merhaba, listeye eklenmek istiyoruz.",
        "### Başka\n\nform",
        "#" * 70_000,
        "### " + " " * 60_000 + "x",
        "### x" + " " * 60_000 + "x",
    ):
        with pytest.raises(SourceError) as raised:
            read_request(body, "request.md", REGISTRY)
        assert [problem.rule for problem in raised.value.problems] == ["request-form"]


@given(st.text(), st.sampled_from(list(QUESTIONS)))
def test_no_answer_breaks_anything(text: str, question: str) -> None:
    """Whatever stands in an answer, there is an entry that passes, or problems; never anything else."""
    body = answered({"answers": {question: text.replace("\r", "") or "x"}})
    if not _problems(body, REGISTRY):
        entry = read_request(body, "request.md", REGISTRY)
        assert Document.from_yaml(render(Document.of((), [entry])), "x").entries == (entry,)


def test_an_entry_is_added_in_its_place() -> None:
    registry = Document.from_yaml(BASE, "x")
    grown = added(registry, Entry({"id": "m-bursa"}))
    assert [entry.id for entry in grown.entries] == ["deneme-bursa", "m-bursa", "ornek-izmir"]
    assert grown.entries[2].comments == registry.entries[1].comments
    replaced = added(registry, Entry({"id": "ornek-izmir", "kind": "town"}))
    assert replaced.entries[1] == Entry({"id": "ornek-izmir", "kind": "town"}, registry.entries[1].comments)

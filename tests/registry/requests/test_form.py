"""The form: what it asked in every version is understood for good."""

from typing import Any

import pytest

from registry.requests.answers import keep_answers
from registry.requests.body import read_body
from registry.requests.form import questions
from support.golden import cases, load
from support.registry import REFERENCE
from support.requests import QUESTIONS

ASKED = questions(REFERENCE)


@cases("registry/headings.yaml")
def test_every_version_is_understood(case: dict[str, Any]) -> None:
    both = case["headings"].values()
    for headings in (
        both,
        [heading.split(" / ")[0] for heading in both],
        [heading.split(" / ")[1] for heading in both],
    ):
        body = "\n\n".join(f"### {heading}\n\nx{at}" for at, heading in enumerate(headings))
        read = read_body(body, ASKED, "x")
        assert {key: answer.text for key, answer in read.answers.items()} == {
            key: f"x{at}" for at, key in enumerate(case["headings"])
        }
    for question, options in case["options"].items():
        for option, value in options.items():
            body = f"### {case['headings'][question]}\n\n{option}"
            assert keep_answers(read_body(body, ASKED, "x"), REFERENCE).text(question) == value


def test_the_present_version_is_recorded() -> None:
    """A heading or option that changes is a new version: add it to the cases, and the old one
    to registry/requests/form.py."""
    last = load("registry/headings.yaml")[-1]
    assert list(last["headings"].items()) == [(question.id, question.heading) for question in ASKED]
    for question, options in last["options"].items():
        assert options.items() <= QUESTIONS[question].options.items()


def test_what_is_offered_is_understood() -> None:
    for question in ASKED:
        for label, value in question.options.items():
            body = f"### {question.heading}\n\n{label}"
            assert keep_answers(read_body(body, ASKED, "x"), REFERENCE).text(question.id) == value
            assert question.label(value) == label
        assert question.example


OTHER_HEADINGS = {
    "name-tr": ["Belediyenin adı", "Belediye adı", "Belediye", "Adı", "Name"],
    "province": ["İlin plaka kodu", "Plate code of the province", "İl", "Province"],
    "district": ["İlçe", "District"],
    "website": ["Web sitesi", "Site"],
    "edition": ["Metin", "Edition"],
    "date": ["Tarih", "Date"],
    "evidence-url": ["Dayanağın adresi", "Kanıt", "Evidence"],
    "evidence-kind": ["Dayanağın türü"],
    "evidence-archive": ["Saklanan kopyanın adresi", "Arşiv kopyası"],
}
"""What earlier forms asked, and what people write in place of a heading."""


@pytest.mark.parametrize(
    ("question", "heading"), [(each, heading) for each, listed in OTHER_HEADINGS.items() for heading in listed]
)
def test_other_headings_stay_understood(question: str, heading: str) -> None:
    read = read_body(f"### {heading.upper()}\n\nx", ASKED, "x")
    assert {key: answer.text for key, answer in read.answers.items()} == {question: "x"}

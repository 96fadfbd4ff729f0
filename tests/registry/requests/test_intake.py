"""What is no form, what a letter says, and what holds for any body."""

import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.draft import Draft
from registry.file.document import Document, Entry
from registry.requests.form import filled_in
from registry.requests.intake import Reading, added, has_form, heading_at, read_request, understood
from source.problems.problem import SourceError
from source.yaml.reader import compose
from support.registry import BASE, REFERENCE, render
from support.requests import QUESTIONS, REGISTRY, REQUEST, body_of, read

EMPTY = Draft("signatories: []", compose("signatories: []", "x"), REFERENCE)


def test_the_form_asks_what_an_entry_needs() -> None:
    asked = {question.path for question in QUESTIONS.values()}
    entry = read_request(REQUEST, "request.md", REGISTRY).entry
    assert {("name", "tr"), ("kind",), ("province",), ("signatures", "evidence", "url")} <= asked
    assert "verified" not in str(asked)
    assert set(entry.fields) == {"id", "name", "kind", "province", "signatures"}
    assert not QUESTIONS["name-en"].field.required


def test_the_headings_are_all_different() -> None:
    headings = [question.heading for question in QUESTIONS.values()]
    marks = [mark for question in QUESTIONS.values() for mark in question.marks]
    assert len(set(headings)) == len(headings)
    assert len(set(marks)) == len(marks)
    assert QUESTIONS["edition"].heading == "İmzalanan metin / Edition signed"
    assert all(re.fullmatch("[a-z]+(-[a-z]+)?", identifier) for identifier in QUESTIONS)


@pytest.mark.parametrize(
    "body",
    [
        "",
        "Merhaba, listeye eklenmek istiyoruz.",
        "### Başka\n\nform",
        "#" * 70_000,
        "### " + " " * 60_000 + "x",
        "### x" + " " * 60_000 + "x",
        "\n" * 90_000,
        "a: " * 30_000,
        "### Yok\n" * 9_000,
        REQUEST + "x" * 100_000,
    ],
    ids=[
        "nothing",
        "a letter",
        "another form",
        "hashes",
        "blanks",
        "more blanks",
        "lines",
        "colons",
        "headings",
        "long",
    ],
)
def test_what_is_no_form_is_shown_one(body: str) -> None:
    with pytest.raises(SourceError) as raised:
        read_request(body, "request.md", REGISTRY)
    (problem,) = raised.value.problems
    assert (problem.rule, problem.line, problem.column, problem.fix) == ("request-form", 1, 1, "")
    assert isinstance(read(problem.example, EMPTY), Reading), "the example is no form"


def test_one_heading_with_two_answers_is_a_problem_at_the_second() -> None:
    body = f"{REQUEST}\n\n### İmza tarihi / Date of signature\n\n2021-12\n"
    with pytest.raises(SourceError) as raised:
        read_request(body, "request.md", REGISTRY)
    (problem,) = raised.value.problems
    assert problem.rule == "request-form"
    assert body.split("\n")[problem.line - 1] == "2021-12"


@pytest.mark.parametrize(
    ("letter", "said"),
    [
        ("", {}),
        ("Merhaba, listeye eklenmek istiyoruz. Ayşe Örnek", {}),
        (
            "Sayın yetkili, Deneme Belediyesi olarak imzaladık: https://deneme.example/karar/12. Saygılarımla",
            {
                "name-tr": "Deneme Belediyesi",
                "name-en": "Deneme Municipality",
                "evidence-url": "https://deneme.example/karar/12",
            },
        ),
        (
            "Türkçe adı: Deneme Belediyesi\n- **İl:** Bursa\nTür: ilçe\nTarih: 5 Ocak 2022\nTelefon: 0555 000 00 00",
            {
                "name-tr": "Deneme Belediyesi",
                "name-en": "Deneme Municipality",
                "province": "16 Bursa",
                "date": "2022-01-05",
            },
        ),
        (
            "Ayşe Örnek, Deneme Belediyesi, kisi@deneme.example",
            {"name-tr": "Deneme Belediyesi", "name-en": "Deneme Municipality"},
        ),
        ("https://deneme.example/12?eposta=kisi@deneme.example", {"evidence-url": "https://deneme.example/12"}),
        ("İnternet: www.deneme.example", {}),
        ("Web sitesi: https://deneme.example/tr/belediye", {"website": "https://deneme.example/tr/belediye"}),
        ("https://deneme.example/karar/12 https://deneme.example/iletisim", {}),
    ],
)
def test_a_letter_fills_in_what_it_says(letter: str, said: dict[str, str]) -> None:
    assert understood(letter, REFERENCE) == said


@pytest.mark.parametrize(
    "sent",
    [
        lambda body: re.sub("^", "> ", body, flags=re.MULTILINE),
        lambda body: re.sub("^", "> > ", body, flags=re.MULTILINE),
        lambda body: body.replace("### ", ""),
        lambda body: re.sub("### (.*)", r"**\1**", body),
        lambda body: re.sub("### (.*)", r"\1:", body),
        lambda body: re.sub("### (.*)", r"## **\1**", body),
    ],
    ids=["quoted", "quoted twice", "without marks", "bold", "colons", "other headings"],
)
def test_a_form_is_read_however_it_was_sent_back(sent: Callable[[str], str]) -> None:
    assert read(sent(REQUEST)) == read(REQUEST)
    assert understood(sent(REQUEST), REFERENCE) == understood(REQUEST, REFERENCE)
    assert has_form(sent(REQUEST), REFERENCE)


def test_a_line_belongs_to_the_heading_above_it() -> None:
    lines = REQUEST.split("\n")
    date = lines.index("### İmza tarihi / Date of signature") + 1
    following = next(number for number, line in enumerate(lines, 1) if number > date and line.startswith("### "))
    headings = {heading_at(REQUEST, line, REFERENCE) for line in range(date, following)}
    assert headings == {"İmza tarihi / Date of signature"}
    assert f"### {heading_at(REQUEST, following, REFERENCE)}" == lines[following - 1]
    first = next(number for number, line in enumerate(lines, 1) if line.startswith("### "))
    assert [heading_at(REQUEST, line, REFERENCE) for line in (first - 1, len(lines) + 1)] == ["", ""]


@pytest.mark.parametrize(
    ("count", "one", "enough"),
    [(0, False, False), (1, True, False), (2, True, False), (3, True, True), (4, True, True)],
)
def test_how_many_headings_make_a_form(count: int, one: bool, enough: bool) -> None:  # noqa: FBT001
    body = "Merhaba\n\n" + "\n\n".join(f"### {question.heading}" for question in list(QUESTIONS.values())[:count])
    assert (has_form(body, REFERENCE, least=1), has_form(body, REFERENCE)) == (one, enough)


def test_a_heading_with_two_answers_leaves_the_others_understood() -> None:
    body = f"{REQUEST}\n\n### İmza tarihi / Date of signature\n\n2021-12\n"
    said = understood(REQUEST, REFERENCE)
    assert understood(body, REFERENCE) == {key: value for key, value in said.items() if key != "date"}


def test_personal_data_are_told_of_where_there_is_no_form() -> None:
    with pytest.raises(SourceError) as raised:
        read_request("Ayşe Örnek\n0555 000 00 00\nkisi@deneme.example\n10000000146", "request.md", REGISTRY)
    assert {each.rule for each in raised.value.problems} == {"request-form", "phone", "email", "identity-number"}
    assert "0555" not in str(raised.value)
    assert "kisi@" not in str(raised.value)


def test_the_address_of_the_form_is_short_enough_and_harmless() -> None:
    query = filled_in(
        {"name-tr": "a&b=c#d ](x)", "evidence-url": "https://deneme.example/" + "ç" * 1900, "date": "2022"}
    )
    assert query == "name-tr=a%26b%3Dc%23d%20%5D%28x%29&date=2022"
    assert filled_in({}) == ""


@pytest.mark.slow
@given(st.text(), st.sampled_from(list(QUESTIONS)))
def test_no_answer_breaks_anything(text: str, question: str) -> None:
    """Whatever stands in an answer, there is an entry that passes, or problems; never anything else."""
    body = body_of({"answers": {question: text.replace("\r", "")}})
    result = read(body)
    if isinstance(result, Reading):
        assert Document.from_yaml(render(Document.of((), [result.entry])), "x").entries == (result.entry,)
    understood(body, REFERENCE)


@given(st.text())
def test_no_body_breaks_anything(text: str) -> None:
    read(text)
    filled_in(understood(text, REFERENCE))


def test_an_entry_is_added_in_its_place() -> None:
    registry = Document.from_yaml(BASE, "x")
    grown = added(registry, Entry({"id": "m-bursa"}))
    assert [entry.id for entry in grown.entries] == ["deneme-bursa", "m-bursa", "ornek-izmir"]
    assert grown.entries[2].comments == registry.entries[1].comments
    replaced = added(registry, Entry({"id": "ornek-izmir", "kind": "town"}))
    assert replaced.entries[1] == Entry({"id": "ornek-izmir", "kind": "town"}, registry.entries[1].comments)

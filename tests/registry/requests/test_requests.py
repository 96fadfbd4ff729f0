"""Requests as clerks write them: body, answer, what is pasted of it, the next answer, and in the end an entry."""

import re
from typing import Any
from urllib.parse import unquote

import pytest

from registry.draft import Draft
from registry.requests.form import filled_in
from registry.requests.intake import Reading, understood
from registry.words.folding import fold
from source.problems.problem import Problem
from source.yaml.reader import compose
from support.golden import cases, load
from support.registry import BASE, REFERENCE, quotations
from support.requests import QUESTIONS, REQUEST, body_of, flat, pasted, read, told, with_answer

CASES = load("registry/requests.yaml")
DERIVED = {
    "belediyesi",
    "municipality",
    "buyuksehir",
    "metropolitan",
    "union",
    "of",
    "municipalities",
    "https",
}
"""What the registry may add to the words of a clerk: the ending of a name, and what an address begins with."""
MONTHS = ["ocak", "subat", "mart", "nisan", "mayis", "haziran", "temmuz", "agustos", "eylul", "ekim", "kasim", "aralik"]


def followed(case: dict[str, Any]) -> tuple[list[list[str]], list[str], Any]:
    """Return what a clerk is told in each round, every body, and what the last one is read as."""
    body, then, rounds = body_of(case), dict(case.get("then", {})), []
    bodies = [body]
    while not isinstance(result := read(body), Reading):
        rounds.append([told(problem, body) for problem in result])
        if (better := pasted(body, result)) == body:
            if not then:
                break
            for question, answer in then.items():
                better = with_answer(better, QUESTIONS[question].heading, answer or "_No response_")
            then = {}
        body = better
        bodies.append(body)
        assert len(bodies) < 6, rounds
    assert not then
    return rounds, bodies, result


def words(text: str) -> set[str]:
    return set(re.findall("[a-z0-9]+", fold(unquote(text))))


def said(case: dict[str, Any]) -> set[str]:
    """Return the words that a clerk wrote, figures of dates also with a zero and a century, months by their number."""
    written = words(case_text(case))
    figures = {word for word in written if word.isdecimal()}
    figures |= {part for word in figures if len(word) == 8 for part in (word[:4], word[4:6], word[6:])}
    months = {f"{number:02}" for number, month in enumerate(MONTHS, 1) if month in written}
    return written | {f"{int(word):02}" for word in figures} | {f"20{word}" for word in figures} | months | DERIVED


def case_text(case: dict[str, Any]) -> str:
    """Return what is written in a request in the beginning, and what its clerk writes later."""
    return "\n".join([body_of(case), *map(str, case.get("then", {}).values())])


@cases("registry/requests.yaml")
def test_is_told_what_to_correct_until_there_is_an_entry(case: dict[str, Any]) -> None:
    rounds, _, result = followed(case)
    assert rounds == case.get("told", [])
    if "left" in case:
        assert not isinstance(result, Reading)
    else:
        assert flat(result) == flat(read(REQUEST)) | {key: str(value) for key, value in case["entry"].items()}


@cases("registry/requests.yaml")
def test_reviewers_are_told_what_to_look_at(case: dict[str, Any]) -> None:
    result = followed(case)[2]
    if isinstance(result, Reading):
        assert [note.kind for note in result.notes if note.kind != "reserved"] == case.get("notes", [])


@cases("registry/requests.yaml")
def test_nothing_is_in_the_entry_that_nobody_said(case: dict[str, Any]) -> None:
    """Every word of an entry stands in the body or in a later answer, or is one of a few that are derived."""
    result = followed(case)[2]
    if isinstance(result, Reading) and "listed" not in case["case"]:
        entry = flat(result)
        provinces, kinds = REFERENCE.places, {choice.value for choice in QUESTIONS["kind"].field.choices}
        chosen = {*kinds, *(choice.value for choice in QUESTIONS["evidence-kind"].field.choices)}
        assert {entry["kind"], entry["evidence-kind"]} <= chosen
        allowed = said(case) | words(provinces[entry["province"]].name["tr"])
        values = {key: value for key, value in entry.items() if key not in {"kind", "evidence-kind", "province"}}
        assert words(" ".join(values.values())) - allowed == set()


@pytest.mark.slow
@cases("registry/requests.yaml")
def test_nobody_is_stuck(case: dict[str, Any]) -> None:
    """Each problem of an answer has something to paste, or an example of what to write, apart from each other."""
    for body in followed(case)[1]:
        for problem in result if not isinstance(result := read(body), Reading) else ():
            assert bool(problem.fix) + bool(problem.example) == (problem.rule != "edition-twice")
            assert re.fullmatch(r"\S.*[.:]", problem.told("tr"))
            assert re.fullmatch(r"\S.*[.:]", problem.told("en"))
            if problem.fix:
                heading, _, answer = problem.fix.partition("\n\n")
                assert heading in {f"### {question.heading}" for question in QUESTIONS.values()}
                assert "\n" not in answer
                assert "example" not in answer or "example" in case_text(case)


def followed_to_the_letter(body: str) -> list[list[str]]:
    """Return what a clerk is told who does nothing but paste; ends where there is nothing more to paste."""
    rounds = []
    while not isinstance(result := read(body), Reading):
        rounds.append([each.as_text() for each in result])
        better = pasted(body, result)
        assert rounds.count(rounds[-1]) == 1, rounds[-1]
        if better == body:
            break
        body = better
    return rounds


@pytest.mark.slow
@cases("registry/requests.yaml")
def test_following_an_answer_to_the_letter_never_returns_the_same_answer_twice(case: dict[str, Any]) -> None:
    assert len(followed_to_the_letter(body_of(case))) < 5


ENDINGS = ["Belediyesi", "Büyükşehir Belediyesi", "İl Belediyesi", "İlçe Belediyesi", "Belde Belediyesi"]


@pytest.mark.slow
@pytest.mark.parametrize("ending", [*ENDINGS, "Belediyeler Birliği", "Belediyeleri Birliği", "Belediye Başkanı", ""])
@pytest.mark.parametrize("own", ["Yalova", "Bursa", "Yeni", "İzmit", "Merkez", "Ahmet Örnekoğlu"])
def test_no_kind_and_name_and_province_send_a_clerk_round_in_circles(own: str, ending: str) -> None:
    for kind in ("metropolitan", "provincial", "district", "town", "union"):
        for province, district in (("41" if own == "İzmit" else "16", ""), ("77", "Ova")):
            answers = {"name-tr": f"{own} {ending}", "name-en": "", "kind": kind, "province": province}
            assert len(followed_to_the_letter(body_of({"answers": answers | {"district": district}}))) < 5


SAYINGS = [
    "{}",
    "{} imzaladı",
    "2022 {}",
    "Başkan {}",
    "{} (2021)",
    "{}, Bursa",
    "ilçe {}",
    "<{}>",
    "{} https://x",
    "{}?",
]


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize("saying", SAYINGS)
def test_no_answer_is_repeated_that_may_name_a_person(question: str, saying: str) -> None:
    """Where an answer is not understood, it is said which one it is, and not what was written."""
    for kind in ("town", "union"):
        answers = {"kind": kind, "district": "Ova", question: saying.format("Zeynep Örnekoğlu")}
        result = read(body_of({"answers": answers}))
        if not isinstance(result, Reading):
            assert "rnekoğlu" not in str(
                [(each.told("tr"), each.told("en"), each.fix, each.example) for each in result]
            )


@pytest.mark.slow
@cases("registry/requests.yaml")
def test_what_is_private_is_repeated_nowhere(case: dict[str, Any]) -> None:
    for body in followed(case)[1]:
        result = read(body)
        shown = [understood(body, REFERENCE), filled_in(understood(body, REFERENCE))]
        shown += [result.entry, result.notes] if isinstance(result, Reading) else [each.as_text() for each in result]
        for private in case.get("private", ()):
            assert str(private) not in str(shown)
            assert str(private) not in unquote(str(shown))


@pytest.mark.slow
@cases("registry/requests.yaml")
def test_the_form_can_be_opened_with_what_was_understood(case: dict[str, Any]) -> None:
    """What is filled in is understood again in the same way."""
    body = body_of(case)
    for question, answer in understood(body, REFERENCE).items():
        body = with_answer(body, QUESTIONS[question].heading, answer)
        assert words(answer) <= words(case_text(case)) | DERIVED | words(
            QUESTIONS[question].label(answer)
        ) or answer in (QUESTIONS[question].options)
    before, after = (understood(each, REFERENCE) for each in (body_of(case), body))
    assert {key: after[key] for key in before} == before


def test_a_signature_after_a_withdrawal_is_told_at_its_date() -> None:
    """Where the list, which the applicant did not write, speaks against a request, the answer concerned is named."""
    answers = {"name-tr": "Deneme Belediyesi", "name-en": "", "edition": "2018", "date": "2024-05-01"}
    body = body_of({"answers": answers})
    result = read(body)
    assert not isinstance(result, Reading)
    (problem,) = result
    assert told(problem, body) == "withdrawal-before-signature date ~ 2022-01"
    assert body.split("\n")[problem.line - 1] == "2024-05-01"
    assert "2023" not in problem.as_text()


def test_personal_data_is_told_once_in_an_answer_and_once_in_every_other_line() -> None:
    answer = with_answer(REQUEST, QUESTIONS["website"].heading, "0555 000 00 00\n0555 000 00 01")
    assert [told(each, answer) for each in _problems(answer)] == ["phone website → _No response_"]
    elsewhere = f"0555 000 00 00\n0555 000 00 01\n\n{REQUEST}"
    assert [(each.rule, each.line) for each in _problems(elsewhere)] == [("phone", 1), ("phone", 2)]


def _problems(body: str) -> tuple[Problem, ...]:
    return () if isinstance(result := read(body), Reading) else result


def test_a_question_that_was_deleted_is_asked_again() -> None:
    """The province is beside the name, and its question is not in the body."""
    body = with_answer(REQUEST, QUESTIONS["name-tr"].heading, "Yeni Belediyesi (Bursa)")
    body = re.sub(rf"### {re.escape(QUESTIONS['province'].heading)}\n[^#]*", "", body)
    result = read(body)
    assert not isinstance(result, Reading)
    assert [told(problem, body) for problem in result] == ["empty-value province → 16 Bursa"]


def test_applicants_are_told_the_same_in_both_languages() -> None:
    found = [each for case in CASES if not isinstance(result := read(body_of(case)), Reading) for each in result]
    assert [
        (each.told("tr"), each.told("en"))
        for each in found
        if quotations(each.told("tr")) != quotations(each.told("en"))
    ] == []


@pytest.mark.parametrize("kind", ["district", "town", "union"])
@pytest.mark.parametrize("question", QUESTIONS)
def test_any_question_may_be_deleted(question: str, kind: str) -> None:
    """What is needed is asked for by its heading."""
    name = "Yeni Belediyeler Birliği" if kind == "union" else "Yeni Belediyesi"
    body = body_of({"answers": {"kind": kind, "district": "Ova", "name-tr": name, "name-en": ""}})
    heading = QUESTIONS[question].heading
    body = re.sub(rf"### {re.escape(heading)}\n[^#]*", "", body)
    assert heading not in body
    result = read(body)
    needed = QUESTIONS[question].field.required or (question, kind) == ("district", "town")
    assert isinstance(result, Reading) != needed
    if not isinstance(result, Reading):
        assert any(heading in each.told("tr") or heading in each.fix or each.line == 1 for each in result)


def test_an_id_that_is_cut_ends_with_a_word() -> None:
    """An id has at most 80 characters: of this name, the 80th is a hyphen."""
    own = f"Deneme {'a' * 24} {'b' * 23} {'c' * 23}"
    name = f"{own} Belediyeler Birliği"
    result = read(
        body_of({"answers": {"name-tr": name, "name-en": "Example Union of Municipalities", "kind": "birlik"}})
    )
    assert isinstance(result, Reading), result
    assert flat(result)["id"] == own.lower().replace(" ", "-")


def test_a_form_has_at_most_a_hundred_thousand_characters() -> None:
    assert isinstance(read(REQUEST.ljust(100_000)), Reading)
    assert [each.rule for each in _problems(REQUEST.ljust(100_001))] == ["request-form"]


def test_there_are_requests_enough() -> None:
    assert len(CASES) >= 60
    reached = {line.split()[0] for case in CASES for lines in case.get("told", ()) for line in lines}
    assert {"one-answer", "answers-agree", "full-name", "name-alone", "name-several", "kind-province"} <= reached


FORMS = {
    "metropolitan": (
        "Bursa Büyükşehir Belediyesi",
        "T.C. BURSA BÜYÜKŞEHİR BELEDİYE BAŞKANLIĞI",
        "bursa büyükşehir bld.",
    ),
    "district": ("Deneme Belediyesi", "T.C. DENEME BELEDİYE BAŞKANLIĞI", "Bursa Deneme Belediyesi", "deneme bld."),
    "town": (
        "Deneme Belediyesi",
        "Deneme Belde Belediyesi",
        "T.C. Deneme Belediye Başkanlığı",
        "Ova Deneme Belediyesi",
    ),
    "union": ("Deneme Belediyeler Birliği", "T.C. DENEME BELEDİYELER BİRLİĞİ", "Deneme Belediyeler Birliği (DBB)"),
}


@pytest.mark.parametrize("kind", FORMS)
@pytest.mark.parametrize("province", ["16", "16 Bursa", "Bursa", "bursa", "BURSA"])
def test_all_forms_of_a_name_lead_to_one_entry(kind: str, province: str) -> None:
    entries = set()
    for name in FORMS[kind]:
        answers = {"name-tr": name, "name-en": "", "kind": kind, "province": province, "district": "Ova"}
        result = read(body_of({"answers": answers | {"edition": "2018", "date": "2019"}}))
        assert isinstance(result, Reading), result
        entries.add(tuple(flat(result).values())[:5])
    assert len(entries) == 1


def test_a_former_id_is_enough_to_find_the_listed_signatory() -> None:
    """A municipality that is listed under another name asks under its earlier one."""
    text = BASE.replace("      - deneme\n", "      - eski-bursa\n")
    registry = Draft(text, compose(text, "base.yaml"), REFERENCE)
    answers = {"name-tr": "Eski Belediyesi", "name-en": "", "edition": "2018", "date": "2018-12"}
    result = read(body_of({"answers": answers}), registry)
    assert isinstance(result, Reading)
    assert (flat(result)["id"], flat(result)["name-tr"]) == ("deneme-bursa", "Deneme Belediyesi")


def test_a_district_is_not_the_metropolitan_municipality_of_its_name() -> None:
    """A request of the one is never taken for another signature of the other, though it be told to choose a name."""
    answers = {"name-tr": "Örnek Belediyesi", "name-en": "", "kind": "district", "province": "35", "edition": "2018"}
    body = body_of({"answers": answers | {"date": "2019"}})
    result = read(body)
    assert not isinstance(result, Reading)
    assert [told(problem, body) for problem in result] == ["id-taken name-tr"]
    assert body.split("\n")[result[0].line - 1] == "Örnek Belediyesi"
    assert "derived from this name" in result[0].told("en")

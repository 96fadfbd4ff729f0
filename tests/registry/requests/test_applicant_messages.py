"""What applicants are told: in the words of the form, about the answer, and never what it was."""

import pytest

from registry.requests.applicant_messages import in_words_of_the_form
from registry.requests.intake import Reading
from registry.rule import Finding, quoted
from source.problems.message import Message
from source.yaml.nodes import Scalar
from support.registry import EVIDENCE_KINDS, KINDS, REFERENCE, RULES
from support.requests import QUESTIONS, body_of, read


def told(question: str, answer: str) -> tuple[str, str]:
    """Return the two sentences about one wrong answer."""
    result = read(body_of({"answers": {question: answer}}))
    assert not isinstance(result, Reading)
    (problem,) = result
    return problem.told("tr"), problem.told("en")


@pytest.mark.parametrize(("question", "choices"), [("kind", KINDS), ("evidence-kind", EVIDENCE_KINDS)])
def test_what_can_be_chosen_is_said_in_words_and_not_in_codes(question: str, choices: tuple) -> None:
    tr, en = told(question, "bambaşka")
    for choice in choices:
        assert choice.words["tr"] in tr
        assert choice.words["en"] in en
        assert choice.value in {"press", choice.words["en"]} or choice.value not in tr + en.replace(
            choice.words["en"], ""
        )
        assert isinstance(read(body_of({"answers": {"evidence-kind": EVIDENCE_KINDS[0].words["tr"]}})), Reading)


@pytest.mark.parametrize(
    ("question", "answer", "words"),
    [
        ("date", "Tarih bilinmiyor", "ay ya da yıl yeter"),
        ("date", "31.02.2022", "böyle bir gün yok"),
        ("date", "05.01.2022 / 12", "bir tarihten fazlası"),
        ("evidence-url", "Ekte sunulmuştur.", "Ek dosya"),
        ("evidence-url", r"C:\\Users\\Yeni\\karar.pdf", "bilgisayarınızdaki bir dosya"),
        ("evidence-url", "http://192.168.1.10/karar.pdf", "herkese açık bir siteye gitmiyor"),
        ("website", "sitemiz yapım aşamasında", "boş kalabilir"),
        ("edition", "imzalamak istiyoruz", "yalnızca atılmış imzalar"),
        ("name-tr", "Yeni Mahallesi", "mahalle"),
        ("name-en", "Example Municipality", "Türkçe adından türetilir"),
        ("province", "Yeni", "yalnızca ilin adını"),
    ],
)
def test_an_answer_says_what_to_do(question: str, answer: str, words: str) -> None:
    assert words in told(question, answer)[0]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
@pytest.mark.parametrize("question", ["name-tr", "name-en", "district"])
def test_no_rule_quotes_a_free_text(rule, question: str) -> None:
    """Whatever sentence a rule makes of an answer, the answer is not in what the applicant is told."""
    text = "Zeynep Örnekoğlu"
    finding = Finding(Scalar(text, 1, 1), Message("{name} is wrong.", name=quoted(text)))
    said = in_words_of_the_form(rule, finding, QUESTIONS[question], REFERENCE, answered=True)
    assert "rnekoğlu" not in said.message.told("tr") + said.message.told("en")


def test_a_value_in_the_form_of_its_field_is_quoted() -> None:
    assert "“2017”" in told("date", "2017")[0]

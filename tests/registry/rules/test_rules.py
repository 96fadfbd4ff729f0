"""The rules: every one has golden cases, says both languages, and its fix passes when pasted."""

import re
from pathlib import Path
from typing import Any

import pytest

from registry.pack import pack_of
from registry.rules import ONE_ANSWER
from registry.words.personal_data import masked
from source.problems.message import Message
from source.problems.problem import Problem
from support.golden import cases, load
from support.registry import BASE, CASES, DOCUMENTED_RULES, REFERENCE, RULES, paste, problems, quotations
from support.repository import ROOT


def changed(case: dict[str, Any]) -> str:
    text = BASE
    for change in case["changes"]:
        assert text.count(change["replace"]) == 1, change
        text = text.replace(change["replace"], change["by"])
    return text


def test_the_unchanged_file_passes(tmp_path: Path) -> None:
    assert problems(BASE, tmp_path) == []


@pytest.fixture(scope="module")
def all_found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Problem]]:
    """What is found in the file of each case, by its name."""
    folder = tmp_path_factory.mktemp("rules")
    return {case["case"]: problems(changed(case), folder) for case in load("registry/rules.yaml")}


@cases("registry/rules.yaml")
def test_finds_each_mistake_at_its_place(case: dict[str, Any], all_found: dict[str, list[Problem]]) -> None:
    found = all_found[case["case"]]
    assert [f"{problem.rule}@{problem.line}:{problem.column}" for problem in found] == case["problems"]
    assert [problem.fix for problem in found] == case["fix"]
    assert [problem.example for problem in found] == case.get("example", [""] * len(found))


@cases("registry/rules.yaml")
def test_every_fix_passes_when_pasted(
    case: dict[str, Any], all_found: dict[str, list[Problem]], tmp_path: Path
) -> None:
    text, found = changed(case), all_found[case["case"]]
    for problem in reversed(found):
        if problem.fix:
            text = paste(problem.fix, text, problem)
    left = problems(text, tmp_path)
    assert [problem.rule for problem in left] == [problem.rule for problem in found if not problem.fix]


def test_tells_each_mistake_in_both_languages(all_found: dict[str, list[Problem]]) -> None:
    sentence = re.compile(r"(?=.{,259}\Z)\S.*[.?:]( .venv/bin/python scripts/\S+ format)?")
    wrong = {
        name: (problem.told("tr"), problem.told("en"))
        for name, found in all_found.items()
        for problem in found
        if problem.told("tr") == problem.told("en")
        or not (sentence.fullmatch(problem.told("tr")) and sentence.fullmatch(problem.told("en")))
    }
    assert wrong == {}


def test_quotes_the_same_in_both_languages(all_found: dict[str, list[Problem]]) -> None:
    other = {
        name: (problem.told("tr"), problem.told("en"))
        for name, found in all_found.items()
        for problem in found
        if quotations(problem.told("tr")) != quotations(problem.told("en"))
    }
    assert other == {}


@pytest.mark.parametrize(
    ("turkish", "english"),
    [
        ("ya da satırı silin", "or delete the line"),
        (": satırı silin", ": delete the line"),
        ("mi demek istediniz", "did you mean"),
        ("boşluk", "space"),
        ("ilçe", "district"),
    ],
)
def test_advises_the_same_in_both_languages(turkish: str, english: str, all_found: dict[str, list[Problem]]) -> None:
    found = [problem for problems in all_found.values() for problem in problems]
    assert [each.told("tr") for each in found if (turkish in each.told("tr")) != (english in each.told("en"))] == []
    assert [each for each in found if turkish in each.told("tr")]


def test_repeats_nothing_personal(all_found: dict[str, list[Problem]]) -> None:
    repeated = {
        name: text
        for name, found in all_found.items()
        for problem in found
        for text in (problem.told("tr"), problem.told("en"), problem.fix, problem.example, problem.entry)
        if masked(text) != text
    }
    assert repeated == {}


def test_every_rule_has_a_golden_case() -> None:
    """All but two, which only the published file can break."""
    named = {
        problem.partition("@")[0]
        for file in ("rules", "logos")
        for case in load(f"registry/{file}.yaml")
        for problem in case["problems"]
    }
    assert {rule.name for rule in RULES} - named == {"url-reserved", "alias-published"}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_the_docstring_is_the_rule_in_one_sentence(rule: Any) -> None:
    assert re.fullmatch(r"(A|An|No|Each|Every|The|Only|Comments|Entries) [^\n]+\.", rule.sentence)
    assert re.fullmatch("[a-z]+(-[a-z]+)*", rule.name)
    assert rule.wrong


def test_the_guide_knows_every_rule_that_a_message_can_name() -> None:
    sources = [*(ROOT / "scripts" / "source").rglob("*.py"), *(ROOT / "scripts" / "registry").rglob("*.py")]
    code = "\n".join(path.read_text(encoding="utf-8") for path in sources)
    made = set(re.findall(r'\b(?:Problem|_refuse|_problem)\((?:[^()"]|\([^()]*\))*"([a-z]+(?:-[a-z]+)*)"', code))
    raised = {path.name.partition("--")[0] for path in (CASES / "hostile").iterdir()}
    assert made | raised | {rule.name for rule in (*RULES, ONE_ANSWER, *pack_of(REFERENCE).of_answers)} == set(
        DOCUMENTED_RULES
    )


def test_a_thousand_mistakes_are_not_all_told(tmp_path: Path) -> None:
    entries = "".join(f"  - id: {number:05}\n    kind: ilçe\n" for number in range(2000))
    found = problems(f"signatories:\n{entries}", tmp_path)
    assert len([problem for problem in found if problem.rule == "unknown-kind"]) == 500


def test_problems_name_their_entry(tmp_path: Path) -> None:
    text = BASE.replace("province: 35", "province: İzmir").replace("# Kurmaca", "# kisi@deneme.example")
    found = {problem.rule: problem for problem in problems(text, tmp_path)}
    assert found["unknown-province"].entry == "ornek-izmir"
    assert found["email"].entry == ""


def test_as_text_is_what_the_contract_says() -> None:
    problem = Problem("a.yaml", 3, 5, "some-rule", "deneme", Message("a list"), "name:\n  tr: a")
    assert problem.as_text() == ("a.yaml:3:5: some-rule\n  tr: bir liste\n  en: a list\n  fix: name:\n         tr: a")

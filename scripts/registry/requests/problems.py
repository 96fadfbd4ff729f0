"""Validation of requests: problems with a corrected answer below its heading, or an example of one."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from registry.draft import Draft
from registry.load import findings, problem
from registry.pack import pack_of
from registry.reference import Reference
from registry.requests.applicant_messages import in_words_of_the_form
from registry.requests.asked_entry import AskedEntry
from registry.requests.body import Body
from registry.requests.form import Question
from registry.rule import Finding, Kept, Rule
from registry.rules import all_rules, dates, personal_rules, text_rules
from source.problems import Problem
from source.yaml.nodes import Fields, Items

_LONGEST = 100_000
"""Characters that are searched in a body that is not a form."""
_NO_ANSWER = "_No response_"
"""What the form at the code host writes for a blank answer."""


@dataclass(frozen=True, slots=True)
class Request:
    """A request: the body `text`, which messages call `shown`, its answers, and the entry made of them."""

    text: str
    shown: str
    asked: tuple[Question, ...]
    body: Body
    kept: Kept
    entry: AskedEntry


def problems_of(request: Request, registry: Draft) -> Iterator[Problem]:
    """Yield all problems of a request; those that follow from a breach of a rule of requests are left out."""
    by_id = {question.id: question for question in request.asked}
    answers = {id(answer): question for question, answer in request.entry.answers.items()}
    first = f"name-{registry.reference.definition.locales[0]}"
    answers[id(request.entry.fields.nodes["id"])] = by_id[first]  # from which the id is derived
    rules = tuple(rule for rule in all_rules(registry.reference) if rule.requests)
    found, about_body = findings(_draft(request, registry), rules), text_rules(registry.reference)
    whole = list(_once([(rule, finding) for rule, finding in found if rule in about_body], request.body))
    emptied = {place for place, _, _ in whole if not request.kept.text(place)}
    reported = {place for place, _, _ in request.kept.findings}
    for place, rule, finding in request.kept.findings:
        example = finding.example or by_id[place].example
        yield _problem(rule, replace(finding, example=example), request, by_id[place])
    for rule, finding in found:
        question = by_id["date"] if rule is dates.withdrawal_before_signature else answers.get(id(finding.node))
        known = question is not None and question.id in reported | emptied | request.kept.following
        if rule not in about_body and not known:
            said = _said(rule, finding, request, question, registry.reference)
            yield _problem(rule, said, request, question)
    reported |= {question.id for _, finding in found if (question := answers.get(id(finding.node)))} - emptied
    for place, rule, finding in whole:
        yield _problem(rule, _without(finding, request, by_id.get(place), reported), request, by_id.get(place))


def personal_problems(body: str, shown: str, reference: Reference) -> Iterator[Problem]:
    """Yield the personal data in a body that is not a form: one problem for each rule."""
    draft = Draft(body[:_LONGEST], Fields({}), reference)
    for rule in personal_rules(reference):
        yield from (problem(rule, finding, shown) for finding in islice(rule.find(draft), 1))


def _once(found: list[tuple[Rule, Finding]], body: Body) -> Iterator[tuple[str, Rule, Finding]]:
    """Yield each finding with its question and its rule, at most one of a rule for an answer."""
    seen = set()
    for rule, finding in found:
        place = body.question_at(finding.node.line)
        key = rule.name, place or (finding.node.line, finding.node.column)
        if key not in seen:
            seen.add(key)
            yield place, rule, finding


def _draft(request: Request, registry: Draft) -> Draft:
    others = tuple(other for other in registry.entries if other is not request.entry.listed)
    return Draft(request.text, Fields({"signatories": Items((request.entry.fields,))}), registry.reference, others)


def _problem(rule: Rule, finding: Finding, request: Request, question: Question | None) -> Problem:
    """Return the problem, with a corrected answer below its heading if there is one."""
    if question is None:
        return problem(rule, finding, request.shown)
    if rule is dates.withdrawal_before_signature:
        finding = replace(finding, node=request.kept.answers[question.id], example=question.example)
    value, example = question.label(finding.value), question.label(finding.example)
    fix = f"### {question.heading}\n\n{value}" if value else ""
    return problem(rule, finding, request.shown, fix, "" if fix else example)


def _said(rule: Rule, finding: Finding, request: Request, question: Question | None, reference: Reference) -> Finding:
    """Return a finding of a rule of the registry in the words of the form."""
    if question is None:
        return finding
    said = in_words_of_the_form(rule, finding, question, reference, answered=question.id in request.body.answers)
    offered = question.path[0] != "name" or pack_of(reference).is_name(said.value)
    return said if offered else replace(said, value="")


def _without(finding: Finding, request: Request, question: Question | None, reported: set[str]) -> Finding:
    """Return a finding about the whole body, corrected by the normalised answer, which is free of it."""
    if question is None or question.id in reported:
        return replace(finding, fix="")
    value = request.kept.text(question.id) or ("" if question.field.required else _NO_ANSWER)
    return replace(finding, fix="", value=value, example=question.example)

"""Turns the body of a request, as the form at the code host writes it, into an entry.

The body is a heading "### …" for every question, and below it the answer; it may hold anything else besides.
"""

import re
from collections.abc import Iterator, Mapping

from registry.document import Document, Entry, plain_fields
from registry.draft import Draft
from registry.fields import ID_LIMIT
from registry.folding import fold, slug
from registry.form import DISTRICT, Question, questions
from registry.ids import proposed_id
from registry.judge import findings, problem
from registry.model import Kind
from registry.reference import Reference
from registry.rules import RULES, comments, shape
from registry.rules.rule import Finding, Rule
from source.lines import Lines
from source.problem import Problem, SourceError
from source.tree import Fields, Items, Node, Scalar

_HEADING = re.compile("^###[ \t]+(\\S.*)$", re.MULTILINE)
_NO_ANSWER = "_No response_"
_RULES = tuple(rule for rule in RULES if rule not in {shape.missing_verified, comments.comment_place})
"""A maintainer verifies a request later, and its body is no YAML."""

_Path = tuple[str, ...]
_Answers = Mapping[_Path, Scalar]


def read_request(body: str, shown: str, registry: Draft) -> Entry:
    """Return the entry asked for: a new one, or the listed one of the same signatory with one signature more.

    SourceError with all problems, each at its answer in `body`, which they call `shown`.
    """
    asked = questions(registry.reference)
    answers = _answers(body, shown, asked)
    listed = _listed(answers, registry.entries)
    entry = _entry(answers, listed, registry.reference)
    others = tuple(other for other in registry.entries if other is not listed)
    draft = Draft(body, Fields({"signatories": Items((entry,), 1, 1)}, (), 1, 1), registry.reference, others)
    found = [*_without_district(answers), *findings(draft, _RULES)]
    headings = {id(answers[question.path]): question.heading for question in asked if question.path in answers}
    if problems := [_problem(rule, finding, headings, shown) for rule, finding in found]:
        raise SourceError(problems)
    return Entry(plain_fields(entry))


def added(document: Document, entry: Entry) -> Document:
    """Return a registry with an entry in its place; comments above a listed one stay."""
    comments = {other.id: other.comments for other in document.entries}
    others = (other for other in document.entries if other.id != entry.id)
    return Document.of(document.head, [*others, Entry(entry.fields, comments.get(entry.id, ()))])


def _answers(body: str, shown: str, asked: tuple[Question, ...]) -> dict[_Path, Scalar]:
    """Return the answers by the path of their question: those given, and an empty one where a required one is not."""
    sections = _known(_sections(body), {question.heading for question in asked}, shown)
    answers = {}
    for question in asked:
        answer = sections.get(question.heading, Scalar("", 1, 1))
        if answer.text or question.field.required:
            answers[question.path] = Scalar(question.value(answer.text), answer.line, answer.column)
    return answers


def _known(sections: Iterator[tuple[str, Scalar]], headings: set[str], shown: str) -> dict[str, Scalar]:
    """Return the sections of the form; SourceError where there is none, or one stands twice."""
    known: dict[str, Scalar] = {}
    for heading, text in sections:
        if heading in known:
            tr, en = f"“{heading}” başlığı ikinci kez geçiyor.", f"The heading “{heading}” stands a second time."
            raise SourceError([Problem(shown, text.line, text.column, "request-form", "", tr, en)])
        if heading in headings:
            known[heading] = text
    if not known:
        tr, en = "Burada doldurulmuş bir başvuru formu yok.", "There is no filled-in request form here."
        raise SourceError([Problem(shown, 1, 1, "request-form", "", tr, en)])
    return known


def _sections(body: str) -> Iterator[tuple[str, Scalar]]:
    """Yield the headings of a body, each with the text below it, or with its own place where there is none."""
    lines, headings = Lines(body), list(_HEADING.finditer(body))
    ends = [*(heading.start() for heading in headings), len(body)][1:]
    for heading, end in zip(headings, ends, strict=True):
        section = body[heading.end() : end]
        text = section.strip()
        start = heading.end() + section.index(text) if text not in {"", _NO_ANSWER} else heading.start()
        yield heading[1].rstrip(), Scalar("" if text == _NO_ANSWER else text, *lines.place(start))


def _listed(answers: _Answers, entries: tuple[Fields, ...]) -> Fields | None:
    """Return the entry with the name, kind and province of a request."""
    name, kind, province = (answers[path].text for path in (("name", "tr"), ("kind",), ("province",)))
    for entry in entries:
        texts, names = entry.texts(), entry.fields("name")
        same = names and fold(names.texts().get("tr", "")) == fold(name)
        if same and (texts.get("kind"), texts.get("province")) == (kind, province):
            return entry
    return None


def _entry(answers: _Answers, listed: Fields | None, reference: Reference) -> Fields:
    """Return the answers as an entry, or as one signature more of the entry that is listed."""
    new = _fields({path: answer for path, answer in answers.items() if path != (DISTRICT.key,)})
    if listed is None:
        nodes = {"id": _id(answers, reference), **new.nodes}
    else:
        signatures = Items((*listed.items("signatures"), *new.items("signatures")), 1, 1)
        nodes = {**listed.nodes, "signatures": signatures}
    return Fields(nodes, (), new.line, new.column)


def _fields(answers: _Answers) -> Fields:
    """Return answers as the fields their paths lead to."""
    nodes: dict[str, Node] = {}
    for key in dict.fromkeys(path[0] for path in answers):
        below = {path[1:]: answer for path, answer in answers.items() if path[0] == key}
        nodes[key] = below[()] if () in below else _fields(below)
    if "signatures" in nodes:
        nodes["signatures"] = Items((nodes["signatures"],), 1, 1)
    first = next(iter(answers.values()))
    return Fields(nodes, (), first.line, first.column)


def _id(answers: _Answers, reference: Reference) -> Scalar:
    """Return the permanent id; where the answers allow none yet, one that is no mistake of its own."""
    texts = {path: answer.text for path, answer in answers.items()}
    name, place = texts["name", "tr"], answers["name", "tr"]
    province = reference.province(texts[("province",)])
    proposed = proposed_id(name, texts[("kind",)], province, texts.get((DISTRICT.key,), "")) if province else slug(name)
    return Scalar(proposed[:ID_LIMIT].strip("-") or "x", place.line, place.column)


def _without_district(answers: _Answers) -> Iterator[tuple[Rule, Finding]]:
    """Yield a finding for a town that does not say in which district it lies."""
    if answers[("kind",)].text == Kind.TOWN and (DISTRICT.key,) not in answers:
        tr, en = f"Belde belediyesi için {DISTRICT.tr} gerekli.", f"A town municipality needs the {DISTRICT.en}."
        yield shape.missing_key, Finding(answers[("kind",)], tr, en)


def _problem(rule: Rule, finding: Finding, headings: Mapping[int, str], shown: str) -> Problem:
    """Return the problem with an answer as it would be right below its heading."""
    heading = headings.get(id(finding.node))
    value = finding.value or finding.fix.partition(": ")[2]
    fix = f"### {heading}\n\n{value}" if heading and value else "" if heading else finding.snippet
    return problem(rule, finding, shown, "", fix)

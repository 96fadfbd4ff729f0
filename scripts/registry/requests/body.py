"""A parser of the body of a request: a heading for every question, followed by the answer, among any other text."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from registry.requests.form import Question
from registry.words.folding import slug
from source.lines import Lines
from source.problems import Message, Problem, SourceError
from source.yaml.nodes import Scalar

_QUOTE = re.compile("^(?:[ \t]{0,3}>[ \t]?)+", re.MULTILINE)
"""The marks that mail programs put before every line of a quoted form."""
_HEADING = re.compile("^(?:#{1,6}[ \t]+(\\S.*)|[ \t]*(?:[*]{2}|__)?([^\\s#*_>].{0,150}))$", re.MULTILINE)
"""A heading, or a bold or plain line that is one if its words are those of the form."""
_LABEL = re.compile("^[ \t*_>-]{0,9}([^:\n]{2,60}?)[ \t*_]{0,9}:(.*)$", re.MULTILINE)
_FENCE = re.compile("^[ \t]*(?:```+|~~~+)[^\n]*$", re.MULTILINE)
_MARKS = " \t\r\n_.–—-"
_NOTHING = {"", "No response"}
"""What the form writes below a heading, between marks, for a blank answer."""
_LONGEST = 100_000
"""Characters of a body; the code host allows 65,536."""
_TOO_LONG = Message("The request is too long to be a form: fill in the form again.")
_NO_FORM = Message("There is no filled-in request form here: fill in the form.")
_CONFIRMATION = "onay-confirmation"
"""The slug of the heading above what an applicant confirms, which is not a question."""
_CLOSE = 0.85
_UNKNOWN = 20
"""Headings that are checked for typing errors."""


@dataclass(frozen=True, slots=True)
class Body:
    """`answers` by the id of the question, as written, or ""; `lines` is the lines of heading and answer."""

    answers: Mapping[str, Scalar]
    lines: Mapping[str, range]

    def question_at(self, line: int) -> str:
        """Return the id of the question of a line, or ""."""
        return next((question for question, lines in self.lines.items() if line in lines), "")


def read_body(body: str, asked: tuple[Question, ...], shown: str) -> Body:
    """Return the answers of a body; SourceError if it is not a form, or answers a question in two ways."""
    if len(body) > _LONGEST:
        raise _refused(shown, (1, 1), asked, _TOO_LONG)
    read, twice = _read(body, asked)
    if not read.answers:
        raise _refused(shown, (1, 1), asked, _NO_FORM)
    for question, answer in twice[:1]:
        message = Message(
            "The heading “{heading}” appears with two different answers: delete one.", heading=question.heading
        )
        raise _refused(shown, (answer.line, answer.column), (question,), message)
    return read


def certain(body: str, asked: tuple[Question, ...]) -> Body:
    """Return the answers of a body, except to questions that it answers in two ways; none if it is not a form."""
    read, twice = _read(body[:_LONGEST], asked)
    doubtful = {question.id for question, _ in twice}
    answers = {question: answer for question, answer in read.answers.items() if question not in doubtful}
    return Body(answers, read.lines)


def headings(body: str, asked: tuple[Question, ...]) -> int:
    """Return how many questions have their heading, present or earlier, in a body."""
    found = {head for head, _, _ in _sections(body[:_LONGEST], asked)}
    return sum(bool(question.marks & found) for question in asked)


def labelled(text: str, asked: tuple[Question, ...]) -> dict[str, str]:
    """Return the answers in lines such as "Türkçe adı: Deneme", by the id of the question."""
    marks = {mark: question.id for question in asked for mark in question.marks}
    lines = [(marks.get(slug(found[1])), found[2].strip(" \t*_")) for found in _LABEL.finditer(text[:_LONGEST])]
    return {question: answer for question, answer in reversed(lines) if question and answer}


def _read(body: str, asked: tuple[Question, ...]) -> tuple[Body, list[tuple[Question, Scalar]]]:
    """Return the first answer to every question, and further ones that differ from it."""
    answers: dict[str, Scalar] = {}
    places: dict[str, range] = {}
    twice = []
    for question, answer, lines in _known(body, asked):
        before = answers[question.id].text if question.id in answers else ""
        if before and answer.text and slug(before) != slug(answer.text):
            twice.append((question, answer))
        if not before:
            answers[question.id], places[question.id] = answer, lines
    return Body(answers, places), twice


def _known(body: str, asked: tuple[Question, ...]) -> Iterator[tuple[Question, Scalar, range]]:
    """Yield the answers to known questions; a misspelt heading counts if the correct one is missing."""
    marks = {mark: question for question in asked for mark in question.marks}
    sections = list(_sections(body, asked))
    there = {head for head, _, _ in sections}
    missing = {mark: question for mark, question in marks.items() if question.marks.isdisjoint(there)}
    unknown = [head for head in dict.fromkeys(head[:80] for head, _, _ in sections) if head not in marks][:_UNKNOWN]
    close = {head: near[0] for head in unknown if (near := get_close_matches(head, missing, 1, _CLOSE))}
    for head, answer, lines in sections:
        if question := marks.get(close.get(head, head)):
            yield question, answer, lines


def _sections(body: str, asked: tuple[Question, ...]) -> Iterator[tuple[str, Scalar, range]]:
    """Yield the slugs of the headings of a body, each with the text below it and the lines of both."""
    text = _QUOTE.sub("", body)
    lines, found = Lines(text), list(_headings(text, asked))
    ends = [*(start for start, _, _ in found), len(text)][1:]
    for (begin, below, head), end in zip(found, ends, strict=True):
        section = _FENCE.sub(lambda fence: " " * len(fence[0]), text[below:end])
        answer = "" if section.strip(_MARKS) in _NOTHING else section.strip()
        start = below + section.index(answer) if answer else begin
        first, last = lines.place(begin)[0], lines.place(end - 1)[0]
        yield head, Scalar(answer, *lines.place(start)), range(first, last + 1)


def _headings(text: str, asked: tuple[Question, ...]) -> Iterator[tuple[int, int, str]]:
    """Yield the start, the end and the slug of each heading."""
    titles = {title for question in asked for title in question.titles} | {_CONFIRMATION}
    for found in _HEADING.finditer(text):
        if found[1] or (" " in found[2].strip() and slug(found[2]) in titles):
            yield found.start(), found.end(), slug(found[1] or found[2])


def _refused(shown: str, place: tuple[int, int], asked: tuple[Question, ...], message: Message) -> SourceError:
    """Return the error for a body that is not a form, with an example of one."""
    example = "\n\n".join(f"### {question.heading}\n\n{question.example}" for question in asked if question.example)
    return SourceError([Problem(shown, *place, "request-form", "", message, example=example)])

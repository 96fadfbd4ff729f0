"""The body of a request, as the form at the code host writes it: a heading for every question, below it the answer.

It may contain anything else besides.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from registry.folding import slug
from registry.form import Question
from source.lines import Lines
from source.problem import Problem, SourceError
from source.tree import Scalar

_HEADING = re.compile("^#{1,6}[ \t]+(\\S.*)$", re.MULTILINE)
_LABEL = re.compile("^[ \t*_>-]{0,9}([^:\n]{2,60}?)[ \t*_]{0,9}:(.*)$", re.MULTILINE)
_FENCE = re.compile("^[ \t]*(?:```+|~~~+)[^\n]*$", re.MULTILINE)
_MARKS = " \t\r\n_.–—-"
_NOTHING = {"", "No response"}
"""What is written below a heading, between marks, where there is no answer."""
_LONGEST = 100_000
"""Characters of a body; the code host allows 65,536."""
_TOO_LONG = (
    "Başvuru bir form olamayacak kadar uzun: formu yeniden doldurun.",
    "The request is too long to be a form: fill in the form again.",
)
_NO_FORM = (
    "Burada doldurulmuş bir başvuru formu yok: formu doldurun.",
    "There is no filled-in request form here: fill in the form.",
)
_CLOSE = 0.85
_UNKNOWN = 20
"""Headings that are looked at for slips of the keyboard."""


@dataclass(frozen=True, slots=True)
class Body:
    """`answers` by the id of the question, as written, "" below a heading without one; `lines` are those of both."""

    answers: Mapping[str, Scalar]
    lines: Mapping[str, range]

    def question_at(self, line: int) -> str:
        """Return the id of the question that a line belongs to, or ""."""
        return next((question for question, lines in self.lines.items() if line in lines), "")


def read_body(body: str, asked: tuple[Question, ...], shown: str) -> Body:
    """Return the answers of a body; SourceError where it is no form, or answers a question in two ways."""
    if len(body) > _LONGEST:
        raise _refused(shown, (1, 1), asked, _TOO_LONG)
    answers: dict[str, Scalar] = {}
    places: dict[str, range] = {}
    for question, answer, lines in _known(body, asked):
        before = answers.get(question.id, Scalar("", 1, 1)).text
        if before and answer.text and slug(before) != slug(answer.text):
            tr = f"“{question.heading}” başlığı iki ayrı yanıtla geçiyor: birini silin."
            en = f"The heading “{question.heading}” appears with two different answers: delete one."
            raise _refused(shown, (answer.line, answer.column), (question,), (tr, en))
        if not before:
            answers[question.id], places[question.id] = answer, lines
    if not answers:
        raise _refused(shown, (1, 1), asked, _NO_FORM)
    return Body(answers, places)


def labelled(text: str, asked: tuple[Question, ...]) -> dict[str, str]:
    """Return the answers of lines such as "Türkçe adı: Deneme Belediyesi", by the id of their question."""
    marks = {mark: question.id for question in asked for mark in question.marks}
    lines = [(marks.get(slug(found[1])), found[2].strip(" \t*_")) for found in _LABEL.finditer(text[:_LONGEST])]
    return {question: answer for question, answer in reversed(lines) if question and answer}


def _known(body: str, asked: tuple[Question, ...]) -> Iterator[tuple[Question, Scalar, range]]:
    """Yield the answers to known questions; a heading that is misspelt counts where the right one is missing."""
    marks = {mark: question for question in asked for mark in question.marks}
    sections = list(_sections(body))
    there = {head for head, _, _ in sections}
    missing = {mark: question for mark, question in marks.items() if question.marks.isdisjoint(there)}
    unknown = [head for head in dict.fromkeys(head[:80] for head, _, _ in sections) if head not in marks][:_UNKNOWN]
    close = {head: near[0] for head in unknown if (near := get_close_matches(head, missing, 1, _CLOSE))}
    for head, answer, lines in sections:
        if question := marks.get(close.get(head, head)):
            yield question, answer, lines


def _sections(body: str) -> Iterator[tuple[str, Scalar, range]]:
    """Yield the slugs of the headings of a body, each with the text below it and the lines of both."""
    lines, headings = Lines(body), list(_HEADING.finditer(body))
    ends = [*(heading.start() for heading in headings), len(body)][1:]
    for heading, end in zip(headings, ends, strict=True):
        section = _FENCE.sub(lambda fence: " " * len(fence[0]), body[heading.end() : end])
        text = "" if section.strip(_MARKS) in _NOTHING else section.strip()
        start = heading.end() + section.index(text) if text else heading.start()
        first, last = lines.place(heading.start())[0], lines.place(end - 1)[0]
        yield slug(heading[1]), Scalar(text, *lines.place(start)), range(first, last + 1)


def _refused(shown: str, place: tuple[int, int], asked: tuple[Question, ...], words: tuple[str, str]) -> SourceError:
    """Return what is told of a body that is no form, with what one looks like."""
    example = "\n\n".join(f"### {question.heading}\n\n{question.example}" for question in asked if question.example)
    return SourceError([Problem(shown, *place, "request-form", "", *words, example=example)])

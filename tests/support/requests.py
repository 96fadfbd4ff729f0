"""Requests as clerks write them: a body with some answers changed, and corrections pasted from a reply."""

import re
from typing import Any

from registry.draft import Draft
from registry.requests.form import questions
from registry.requests.intake import Reading, read_request
from source.problems.problem import Problem, SourceError
from source.yaml.reader import compose
from support.registry import BASE, CASES, REFERENCE

REQUEST = (CASES / "request.md").read_text(encoding="utf-8")
REGISTRY = Draft(BASE, compose(BASE, "base.yaml"), REFERENCE)
QUESTIONS = {question.id: question for question in questions(REFERENCE)}
_HEADINGS = {question.heading: question.id for question in QUESTIONS.values()}


def body_of(case: dict[str, Any]) -> str:
    """Return the body of a case: `answers` by the id of their question, and `headings` that are written otherwise."""
    body = REQUEST
    for question, answer in case.get("answers", {}).items():
        body = with_answer(body, QUESTIONS[question].heading, (answer or "_No response_") * case.get("times", 1))
    for heading, written in case.get("headings", {}).items():
        assert body.count(f"### {heading}\n") == 1
        body = body.replace(f"### {heading}\n", f"### {written}\n")
    return body


def with_answer(body: str, heading: str, answer: str) -> str:
    """Replace the answer below a heading, as somebody who edits a request; a heading that is not there is added."""
    section = re.compile(rf"^### {re.escape(heading)}\n.*?(?=\n### |\Z)", re.DOTALL | re.MULTILINE)
    written = f"### {heading}\n\n{answer}\n"
    return section.sub(lambda _: written, body, count=1) if section.search(body) else f"{body.rstrip()}\n\n{written}"


def pasted(body: str, problems: tuple[Problem, ...]) -> str:
    """Put every correction in the place of the section that it begins with."""
    for problem in problems:
        if problem.fix:
            heading, _, answer = problem.fix.removeprefix("### ").partition("\n\n")
            body = with_answer(body, heading, answer)
    return body


def read(body: str, registry: Draft = REGISTRY) -> Reading | tuple[Problem, ...]:
    """Return what a request is read as, or its problems."""
    try:
        return read_request(body, "request.md", registry)
    except SourceError as error:
        return error.problems


def question_of(problem: Problem, body: str) -> str:
    """Return the id of the question whose heading is above a problem, "" if there is none."""
    lines = body.split("\n")[: problem.line]
    above = next((line for line in reversed(lines) if line.startswith("### ")), "")
    return _HEADINGS.get(above.removeprefix("### "), "")


def told(problem: Problem, body: str) -> str:
    """Return a problem on one line: its rule and its question, → and the correction, or ~ and the example."""
    heading, _, answer = problem.fix.removeprefix("### ").partition("\n\n")
    said = f" → {answer}" if problem.fix else f" ~ {problem.example}" if problem.example else ""
    return f"{problem.rule} {_HEADINGS.get(heading) or question_of(problem, body)}{said}"


def flat(reading: Reading) -> dict[str, str]:
    """Return the values of an entry by the id of the question, with its id and the signature asked for."""
    fields: Any = reading.entry.fields
    signature = fields["signatures"][-1]
    values = {"id": fields["id"], "kind": fields["kind"], "province": fields["province"]}
    values |= {"name-tr": fields["name"]["tr"], "name-en": fields["name"]["en"], "website": fields.get("website", "")}
    values |= {"edition": signature["edition"], "date": signature["date"]}
    values |= {"evidence-url": signature["evidence"]["url"], "evidence-kind": signature["evidence"]["kind"]}
    return values | {"evidence-archive": signature["evidence"].get("archive", "")}

"""Formatters of problems: text, JSON, and annotations for the code host."""

import json
from collections.abc import Sequence
from dataclasses import asdict

from source.problems.problem import MESSAGES, Problem, as_text, shown


def as_json(problems: Sequence[Problem], _: Sequence[str] = MESSAGES) -> str:
    """Return a JSON list of objects with the fields of `Problem`, in all languages: a program chooses for itself."""
    return json.dumps([asdict(problem) for problem in shown(problems)], ensure_ascii=False, indent=1)


def as_github(problems: Sequence[Problem], languages: Sequence[str] = MESSAGES) -> str:
    """Return workflow commands that annotate the lines of a pull request."""
    return "\n".join(_annotation(problem, languages) for problem in shown(problems))


def _annotation(problem: Problem, languages: Sequence[str]) -> str:
    sentences = filter(None, (*problem.told(languages).values(), problem.fix, problem.example))
    place = f"file={_property(problem.path)},line={problem.line},col={problem.column},title={_property(problem.rule)}"
    return f"::error {place}::{_data(chr(10).join(sentences))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


FORMATS = {"text": as_text, "json": as_json, "github": as_github}

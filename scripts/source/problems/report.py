"""Formatters of problems: text, JSON, and annotations for the code host."""

import json
from collections.abc import Sequence
from dataclasses import asdict

from source.problems.problem import Problem, shown


def as_text(problems: Sequence[Problem]) -> str:
    """Return the problems for a terminal."""
    return "\n".join(problem.as_text() for problem in shown(problems))


def as_json(problems: Sequence[Problem]) -> str:
    """Return a JSON list of objects with the fields of `Problem`."""
    return json.dumps([asdict(problem) for problem in shown(problems)], ensure_ascii=False, indent=1)


def as_github(problems: Sequence[Problem]) -> str:
    """Return workflow commands that annotate the lines of a pull request."""
    return "\n".join(map(_annotation, shown(problems)))


def _annotation(problem: Problem) -> str:
    sentences = filter(None, (problem.tr, problem.en, problem.fix, problem.example))
    place = f"file={_property(problem.path)},line={problem.line},col={problem.column},title={_property(problem.rule)}"
    return f"::error {place}::{_data(chr(10).join(sentences))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


FORMATS = {"text": as_text, "json": as_json, "github": as_github}

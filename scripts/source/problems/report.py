"""Formatters of problems: text, JSON, and annotations for the code host."""

import json
from collections.abc import Mapping, Sequence

from source.problems.message import message_languages
from source.problems.problem import Problem, as_text, shown


def as_json(problems: Sequence[Problem], _: Sequence[str] = ()) -> str:
    """Return a JSON list of objects with the fields of `Problem`, in all languages: a program chooses for itself."""
    return json.dumps([_fields(problem) for problem in shown(problems)], ensure_ascii=False, indent=1)


def _fields(problem: Problem) -> Mapping[str, object]:
    told = {language: problem.told(language) for language in message_languages()}
    start = {name: getattr(problem, name) for name in ("path", "line", "column", "rule", "entry")}
    return {**start, **told, "fix": problem.fix, "example": problem.example}


def as_github(problems: Sequence[Problem], languages: Sequence[str] = ()) -> str:
    """Return workflow commands that annotate the lines of a pull request."""
    return "\n".join(_annotation(problem, languages) for problem in shown(problems))


def _annotation(problem: Problem, languages: Sequence[str]) -> str:
    sentences = filter(None, (*problem.told_in(languages).values(), problem.fix, problem.example))
    place = f"file={_property(problem.path)},line={problem.line},col={problem.column},title={_property(problem.rule)}"
    return f"::error {place}::{_data(chr(10).join(sentences))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


FORMATS = {"text": as_text, "json": as_json, "github": as_github}

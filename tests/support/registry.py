"""Shared by the tests of the registry: the golden file, fixed reference data, and how a fix is applied."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from registry.definition.read import load_definition
from registry.fields import Field
from registry.file import standard_layout
from registry.file.document import Document
from registry.load import load
from registry.reference import Reference
from registry.rules import all_rules, documented_rules
from source.layout import Layout
from source.problems.problem import Problem, SourceError
from support.repository import ROOT

CASES = ROOT / "tests" / "cases" / "registry"
BASE = (CASES / "base.yaml").read_text(encoding="utf-8")
DEFINITION, PLACES = load_definition(Layout(ROOT))
SIGNATORY = DEFINITION.signatory
KINDS = DEFINITION.kinds
EVIDENCE_KINDS = DEFINITION.evidence_kinds
REFERENCE = Reference(
    definition=DEFINITION,
    places=PLACES,
    editions={"2018": date(2018, 10, 16), "2021": date(2021, 8, 25)},
    today=date(2026, 1, 1),
)


RULES = all_rules(REFERENCE)
DOCUMENTED_RULES = documented_rules(REFERENCE)


def check(path: Path, shown: str, reference: Reference) -> list[Problem]:
    """Return all problems of a registry and of its logos, sorted by place."""
    try:
        load(path, shown, reference)
    except SourceError as error:
        return list(error.problems)
    return []


def every_field(fields: tuple[Field, ...]) -> Iterator[Field]:
    """Yield some fields and all below them."""
    for field in fields:
        yield field
        yield from every_field(field.fields)


def render(document: Document) -> str:
    """Return the text of the file of a document with our fields."""
    return standard_layout.render(document, DEFINITION)


def problems(content: str | bytes, folder: Path) -> list[Problem]:
    """Return the problems of a file with this content; logos are in `folder`/logos."""
    path = folder / "signatories.yaml"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return check(path, "signatories.yaml", REFERENCE)


def quotations(message: str) -> list[str]:
    """Return what a message quotes and the numbers in it, in alphabetical order."""
    return sorted([*re.findall("“([^”]*)”", message), *re.findall("[0-9]+", message)])


def paste(fix: str, text: str, problem: Problem) -> str:
    """Apply a fix at the line of its problem, as a reader would: in place of it, or above it if a line is missing."""
    lines = text.split("\n")
    line = lines[problem.line - 1]
    if problem.rule.startswith("missing-"):
        first, *rest = _indented(fix, " " * (problem.column - 1))
        before, after = line[: problem.column - 1], line[problem.column - 1 :]
        lines[problem.line - 1 : problem.line] = [before + first.lstrip(), *rest, " " * len(before) + after]
    else:
        before = re.match(" *" if fix.startswith("- ") else " *(- )?", line)
        assert before
        first, *rest = fix.split("\n")
        lines[problem.line - 1 : problem.line] = [before[0] + first, *_indented("\n".join(rest), " " * before.end())]
    return "\n".join(lines)


def _indented(text: str, indent: str) -> list[str]:
    return [indent + line for line in text.split("\n") if line]

"""The registry's file: read and judged once, for the command, the build and the tests alike."""

from bisect import bisect_right
from itertools import islice
from pathlib import Path

from registry.draft import Draft
from registry.model import Registry, Signatory
from registry.reference import Reference
from registry.rules import RULES
from registry.rules.rule import Finding, Rule
from source.files import read_text
from source.garbage import uncollected
from source.problem import Problem, SourceError
from source.yaml_text import compose

MAX_PROBLEMS = 1000
"""Of one rule; a file with more is no registry."""


def load(path: Path, shown: str, reference: Reference) -> Registry:
    """Read the registry at `path`, which messages call `shown`; SourceError with all problems if it has any."""
    draft = read_draft(path, shown, reference)
    if problems := judge(draft, shown):
        raise SourceError(problems)
    return Registry(tuple(Signatory.from_yaml(entry) for entry in draft.entries))


def check(path: Path, shown: str, reference: Reference) -> list[Problem]:
    """Return all problems of the registry at `path` and of its logos, in the order of their places."""
    try:
        return judge(read_draft(path, shown, reference), shown)
    except SourceError as error:
        return list(error.problems)


def read_draft(path: Path, shown: str, reference: Reference) -> Draft:
    """Read the file without judging it; SourceError with one problem if it cannot be read."""
    text = read_text(path, shown)
    return Draft(text, compose(text, shown), reference, logos=path.parent / "logos")


def judge(draft: Draft, shown: str) -> list[Problem]:
    """Return what the rules find in a draft, in the order of the places."""
    starts = [(entry.line, entry.column) for entry in draft.entries]
    with uncollected():
        found = [(rule, finding) for rule in RULES for finding in islice(rule.find(draft), MAX_PROBLEMS)]
    return sorted(_problem(rule, finding, starts, draft, shown) for rule, finding in found)


def _problem(rule: Rule, finding: Finding, starts: list[tuple[int, int]], draft: Draft, shown: str) -> Problem:
    """Give a finding its file and the id of the entry it stands in."""
    at = finding.node
    around = 0 if finding.logo else bisect_right(starts, (at.line, at.column))
    identifier = draft.entries[around - 1].text("id") if around else None
    path = str(Path(shown).parent / "logos" / finding.logo) if finding.logo else shown
    entry = identifier.text if identifier else ""
    return Problem(path, at.line, at.column, rule.name, entry, finding.tr, finding.en, finding.snippet)

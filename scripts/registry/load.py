"""A loader and validator of the registry's file: runs rules on a draft and returns their findings as problems."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from itertools import islice
from pathlib import Path

from registry.draft import Draft
from registry.fields import ID_LIMIT
from registry.model import Registry, Signatory
from registry.reference import Reference
from registry.rule import READ, Finding, Rule
from registry.rules import all_rules, content_rules, file_rules, form_rules
from registry.words.personal_data import masked
from source.files import read_text
from source.garbage import uncollected
from source.problems import Problem, refuse
from source.problems.problem import LONGEST_FIX
from source.workers import Worker
from source.yaml.reader import compose

MAX_FINDINGS = 500
"""The most findings of one rule: a file with more is not a registry."""
_LONG = 1_000_000
"""Characters from which two processes validate a file: about 2,500 entries."""


@uncollected()
def load(path: Path, shown: str, reference: Reference) -> Registry:
    """Return the registry at `path`, which messages call `shown`; SourceError with all problems if there are any."""
    draft = read_draft(path, shown, reference)
    content = partial(run_rules, draft, shown, content_rules(reference))
    others = Worker(content) if len(draft.text) > _LONG else content
    problems = run_rules(draft, shown, (*form_rules(reference), *file_rules(reference)))
    signatories = () if problems else tuple(Signatory.from_yaml(entry, reference.definition) for entry in draft.entries)
    problems += others()
    refuse(problems)
    return Registry(signatories)


def read_draft(path: Path, shown: str, reference: Reference) -> Draft:
    """Return the file without validating it; SourceError with one problem if it cannot be read."""
    text = read_text(path, shown)
    published = reference.published is not None and path.resolve() == reference.published.resolve()
    return Draft(text, compose(text, shown), reference, logos=path.parent / "logos", published=published)


def run_rules(draft: Draft, shown: str, rules: Iterable[Rule] | None = None) -> list[Problem]:
    """Return the problems of a registry's file, which messages call `shown`, by `rules` or all, sorted by place."""
    rules = all_rules(draft.reference) if rules is None else rules
    starts = [(entry.line, entry.column) for entry in draft.entries]
    return sorted(_placed(rule, finding, starts, draft, shown) for rule, finding in findings(draft, rules))


def findings(draft: Draft, rules: Iterable[Rule]) -> list[tuple[Rule, Finding]]:
    """Return the findings of rules in a draft."""
    return [(rule, finding) for rule in rules for finding in islice(rule.find(draft), MAX_FINDINGS)]


def problem(rule: Rule, finding: Finding, shown: str, fix: str = "", example: str = "") -> Problem:
    """Return a finding as a problem of the file `shown`, without a correction that would repeat personal data."""
    node, fix = finding.node, fix if len(fix) <= LONGEST_FIX and masked(fix) == fix else ""
    return Problem(shown, node.line, node.column, rule.name, "", finding.message, fix, example)


def _placed(rule: Rule, finding: Finding, starts: list[tuple[int, int]], draft: Draft, shown: str) -> Problem:
    if finding.logo:
        return problem(rule, finding, str(Path(shown).parent / "logos" / finding.logo))
    around = bisect_right(starts, (finding.node.line, finding.node.column))
    identifier = draft.entries[around - 1].text("id") if around else None
    found = problem(rule, finding, shown, finding.snippet, finding.sample)
    return replace(found, entry=masked(identifier.text[:READ])[:ID_LIMIT]) if identifier else found

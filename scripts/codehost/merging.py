"""A merge of the registry of two commits by entry, where git cannot merge it by line."""

from codehost.desk import REGISTRY, Desk
from registry.definition.model import Definition
from registry.draft import Draft
from registry.file.conflicts import conflict_problems, render_conflicts
from registry.file.document import Document
from registry.file.merge import merge
from registry.file.standard_layout import render
from registry.load import run_rules
from registry.rule import Rule
from source.files import decode
from source.problems import Problem, SourceError
from source.workers import within
from source.yaml.reader import compose

SECONDS = 60.0
"""The limit for work on the registry of one pull request; git has the same for each command."""


def judged(desk: Desk, text: str, rules: tuple[Rule, ...] | None = None) -> list[Problem]:
    """Return the problems of a registry, except those of logo files: they are in a commit, not in a folder."""
    return within(
        SECONDS, lambda: run_rules(Draft(text, compose(text, REGISTRY), desk.reference), REGISTRY, rules), REGISTRY
    )


def merged_text(desk: Desk, ours: str, theirs: str) -> str:
    """Return the merged registry; SourceError if one cannot be read, or both changed the same field."""
    contents = [desk.git.file(commit, REGISTRY) for commit in (desk.git.base(ours, theirs), ours, theirs)]
    return within(SECONDS, lambda: _merged(contents, desk.reference.definition), REGISTRY)


def _merged(contents: list[bytes], definition: Definition) -> str:
    """Return the merge of the registries of a base, our side and their side."""
    base, ours, theirs = (Document.from_yaml(decode(content, REGISTRY), REGISTRY) for content in contents)
    merged = merge(base, ours, theirs)
    if merged.conflicts:
        raise SourceError(conflict_problems(merged, render_conflicts(merged, definition), REGISTRY))
    return render(merged.ours, definition)

"""A merge of the registry of two commits by entry, where git cannot merge it by line."""

from dataclasses import dataclass

from codehost.desk import REGISTRY, Desk
from registry.definition.model import Definition
from registry.draft import Draft
from registry.file.conflicts import conflict_problems, render_conflicts
from registry.file.document import Document
from registry.file.merge import merge
from registry.file.standard_layout import render
from registry.rule import Rule
from registry.rules.run import run_rules
from registry.rules.shape import missing_verified
from source.files import decode
from source.problems.problem import Problem, SourceError
from source.workers import within
from source.yaml.reader import compose

SECONDS = 60.0
"""The limit for work on the registry of one pull request; git has the same for each command."""


@dataclass(frozen=True, slots=True)
class Merging:
    """Two commits that git cannot merge: the tree it made of them, and the merged registry or its problems.

    `text` is "" if there are `problems` that people have to resolve; `files` is other files in conflict.
    """

    tree: str
    files: tuple[str, ...]
    text: str = ""
    problems: tuple[Problem, ...] = ()


def merge_registry(desk: Desk, ours: str, theirs: str) -> Merging | None:
    """Merge two commits; return None if git itself can merge their registries."""
    merged = desk.git.merge(ours, theirs)
    if REGISTRY not in merged.conflicts:
        return None
    files = tuple(file for file in merged.conflicts if file != REGISTRY)
    try:
        text = merged_text(desk, ours, theirs)
    except SourceError as error:
        return Merging(merged.tree, files, problems=error.problems)
    return Merging(merged.tree, files, text)


def is_verified(desk: Desk, text: str) -> bool:
    """Return whether a maintainer has verified the evidence of every signature of a registry."""
    return not judged(desk, text, (missing_verified,))


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

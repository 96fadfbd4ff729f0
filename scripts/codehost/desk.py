"""The context of the automation: the repository's files, the registry in each commit, and the code host."""

from dataclasses import dataclass

from codehost.client.api import Api
from codehost.client.failures import HostError
from codehost.git.git import Git
from registry.definition.model import Definition
from registry.draft import Draft
from registry.file.conflicts import conflict_problems, render_conflicts
from registry.file.document import Document
from registry.file.merge import merge
from registry.file.standard_layout import render
from registry.load import run_rules
from registry.reference import Reference
from registry.rule import Rule
from source.files import decode
from source.languages import languages_to_tell
from source.layout import Layout
from source.problems import Problem, SourceError, as_text
from source.workers import within
from source.yaml.reader import compose

MAIN = "main"
"""The branch that is published."""
REGISTRY = "data/signatories.yaml"
"""The registry in the repository."""
SECONDS = 60.0
"""The limit for work on the registry of one pull request; git has the same for each command."""


@dataclass(frozen=True, slots=True)
class Desk:
    """The context of a run. `layout` is a clean checkout of the main branch; `git` and `api` are its repository."""

    layout: Layout
    reference: Reference
    git: Git
    api: Api

    def reason(self, error: HostError | SourceError) -> str:
        """Return what an error says; problems in the languages of the site."""
        return as_text(error.problems, languages_to_tell(self.layout)) if isinstance(error, SourceError) else str(error)

    def document(self, commit: str) -> Document:
        """Return the registry of a commit; SourceError if it cannot be read, GitError if there is none."""
        return Document.from_yaml(decode(self.git.file(commit, REGISTRY), REGISTRY), REGISTRY)

    def judged(self, text: str, rules: tuple[Rule, ...] | None = None) -> list[Problem]:
        """Return the problems of a registry, except those of logo files: they are in a commit, not in a folder."""
        return within(
            SECONDS, lambda: run_rules(Draft(text, compose(text, REGISTRY), self.reference), REGISTRY, rules), REGISTRY
        )

    def merged_text(self, ours: str, theirs: str) -> str:
        """Return the registries of two commits merged by entry, where git cannot merge them by line.

        SourceError if one cannot be read, or both changed the same field.
        """
        contents = [self.git.file(commit, REGISTRY) for commit in (self.git.base(ours, theirs), ours, theirs)]
        return within(SECONDS, lambda: _merged(contents, self.reference.definition), REGISTRY)


def _merged(contents: list[bytes], definition: Definition) -> str:
    """Return the merge of the registries of a base, our side and their side."""
    base, ours, theirs = (Document.from_yaml(decode(content, REGISTRY), REGISTRY) for content in contents)
    merged = merge(base, ours, theirs)
    if merged.conflicts:
        raise SourceError(conflict_problems(merged, render_conflicts(merged, definition), REGISTRY))
    return render(merged.ours, definition)

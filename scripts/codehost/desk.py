"""The context of the automation: the repository's files, its history, and the code host."""

from dataclasses import dataclass
from pathlib import Path

from codehost.client.api import Api
from codehost.client.failures import HostError
from codehost.git.git import Git
from registry.file.document import Document
from registry.reference import Reference
from source.files import decode
from source.languages import languages_to_tell
from source.layout import Layout
from source.problems import SourceError, as_text

MAIN = "main"
"""The branch that is published."""
REGISTRY = "data/signatories.yaml"
"""The registry in the repository."""


@dataclass(frozen=True, slots=True)
class Desk:
    """The context of a run. `layout` is a clean checkout of the main branch; `git` and `api` are its repository."""

    layout: Layout
    reference: Reference
    git: Git
    api: Api

    @property
    def registry(self) -> Path:
        """The registry of the checkout."""
        return self.layout.root / REGISTRY

    def reason(self, error: HostError | SourceError) -> str:
        """Return what an error says; problems in the languages of the site."""
        return as_text(error.problems, languages_to_tell(self.layout)) if isinstance(error, SourceError) else str(error)

    def document(self, commit: str) -> Document:
        """Return the registry of a commit; SourceError if it cannot be read, GitError if there is none."""
        return Document.from_yaml(decode(self.git.file(commit, REGISTRY), REGISTRY), REGISTRY)

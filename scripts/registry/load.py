"""A loader and validator of the registry's file."""

from functools import partial
from pathlib import Path

from registry.draft import Draft
from registry.model import Registry, Signatory
from registry.reference import Reference
from registry.rules import content_rules, file_rules, form_rules
from registry.rules.run import run_rules
from source.files import read_text
from source.garbage import uncollected
from source.problems import Problem, SourceError, refuse
from source.workers import Worker
from source.yaml.reader import compose

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


def check(path: Path, shown: str, reference: Reference) -> list[Problem]:
    """Return all problems of the registry at `path` and of its logos, sorted by place."""
    try:
        load(path, shown, reference)
    except SourceError as error:
        return list(error.problems)
    return []


def read_draft(path: Path, shown: str, reference: Reference) -> Draft:
    """Return the file without validating it; SourceError with one problem if it cannot be read."""
    text = read_text(path, shown)
    published = reference.published is not None and path.resolve() == reference.published.resolve()
    return Draft(text, compose(text, shown), reference, logos=path.parent / "logos", published=published)

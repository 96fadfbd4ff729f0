"""The registry's file: read and judged once, for the command, the build and the tests alike."""

from pathlib import Path

from registry.draft import Draft
from registry.judge import judge
from registry.model import Registry, Signatory
from registry.reference import Reference
from source.files import read_text
from source.garbage import uncollected
from source.problem import Problem, SourceError
from source.yaml_text import compose


@uncollected()
def load(path: Path, shown: str, reference: Reference) -> Registry:
    """Read the registry at `path`, which messages call `shown`; SourceError with all problems if it has any."""
    draft = read_draft(path, shown, reference)
    if problems := judge(draft, shown):
        raise SourceError(problems)
    return Registry(tuple(Signatory.from_yaml(entry) for entry in draft.entries))


@uncollected()
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

"""The registry's file: read and judged once, for the command, the build and the tests alike."""

from pathlib import Path

from registry.model import Registry, Signatory
from registry.reference import Reference
from source.files import read_text
from source.problem import Problem, SourceError
from source.yaml_text import Fields, Node, compose, mappings, repeated


def load(path: Path, shown: str, reference: Reference) -> Registry:
    """Read the registry at `path`, which messages call `shown`; SourceError with all problems if it has any."""
    tree = compose(read_text(path, shown), shown)
    if problems := _problems(tree, path, shown, reference):
        raise SourceError(problems)
    entries = tree.items("signatories") if isinstance(tree, Fields) else ()
    return Registry(tuple(Signatory.from_yaml(entry) for entry in entries if isinstance(entry, Fields)))


def check(path: Path, shown: str, reference: Reference) -> list[Problem]:
    """Return all problems of the registry at `path` and of its logos, in the order of their places."""
    try:
        return _problems(compose(read_text(path, shown), shown), path, shown, reference)
    except SourceError as error:
        return list(error.problems)


def _problems(tree: Node, path: Path, shown: str, reference: Reference) -> list[Problem]:
    """Return what is wrong with the tree of the file at `path`."""
    del path, reference
    return [
        Problem(shown, key.line, key.column, "duplicate-key", "", f"“{key.text}” iki kez.", f"“{key.text}” twice.")
        for fields in mappings(tree)
        for key in repeated(fields)
    ]

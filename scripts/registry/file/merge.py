"""A three-way merge of registries by entry and field.

A change of one side is taken, the same change of both sides once; different changes, or a change and a deletion, are a
conflict. So nothing is dropped that neither side deleted, and nothing deleted comes back.
"""

from collections.abc import Callable
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from registry.file.document import Document, Entry, Plain


@dataclass(frozen=True, slots=True)
class Conflict:
    """A value that both sides changed; None is a deletion. `path` is the keys that lead to it.

    The path begins with the id of the entry, or is ("",) for the comments at the head of the file.
    """

    path: tuple[str, ...]
    ours: Plain | None
    theirs: Plain | None


@dataclass(frozen=True, slots=True)
class Merged:
    """The result, with our and with their side of the conflicts: the two documents differ in nothing else."""

    ours: Document
    theirs: Document
    conflicts: tuple[Conflict, ...]


Settle = Callable[[Conflict], Plain | None]


def merge(base: Document, ours: Document, theirs: Document) -> Merged:
    """Merge two registries with their common base; ids must be unique in each of the three."""
    trees = _tree(base), _tree(ours), _tree(theirs)
    conflicts: list[Conflict] = []
    _three_way(*trees, (), conflicts.append)
    left, right = (_document(_three_way(*trees, (), attrgetter(side))) for side in ("ours", "theirs"))
    return Merged(left, right, tuple(conflicts))


def _three_way(
    base: Plain | None, ours: Plain | None, theirs: Plain | None, path: tuple[str, ...], settle: Settle
) -> Plain | None:
    """Return one value merged, with all below it; None is an absent value. `settle` resolves a conflict."""
    if ours in (theirs, base):
        return theirs
    if theirs == base:
        return ours
    left, right = _keyed(ours), _keyed(theirs)
    if left is None or right is None or type(ours) is not type(theirs):
        return settle(Conflict(path, ours, theirs))
    before, merged = _keyed(base) or {}, {}
    for key in left | right:
        value = _three_way(before.get(key), left.get(key), right.get(key), (*path, key), settle)
        if value is not None:
            merged[key] = value
    return merged if isinstance(ours, dict) else list(merged.values())


def _keyed(value: Plain | None) -> dict[str, Plain] | None:
    """Return the parts of a value by name: fields by key, signatures by edition, former ids by their text.

    None if it has no parts, or their names are not unique.
    """
    if not isinstance(value, list):
        return value if isinstance(value, dict) else None
    names = [item.get("edition") if isinstance(item, dict) else item for item in value]
    texts = [name for name in names if isinstance(name, str)]
    return dict(zip(texts, value, strict=True)) if len(set(texts)) == len(value) else None


def _tree(document: Document) -> dict[str, Plain]:
    """Return a document as one value: entries by id, and under "" the comments at the head."""
    tree: dict[str, Plain] = {"": "\n".join(document.head)} if document.head else {}
    for entry in document.entries:
        tree[entry.id] = {"fields": entry.fields} | ({"#": "\n".join(entry.comments)} if entry.comments else {})
    return tree


def _document(tree: Any) -> Document:
    parts = dict(tree)
    head = parts.pop("", "").splitlines()
    return Document.of(head, (Entry(part["fields"], tuple(part.get("#", "").splitlines())) for part in parts.values()))

"""Merges two versions of a registry with the one both come from: by entry and by field.

What only one side touched is taken; what both changed alike is taken once; what both changed differently, or one
deleted and the other changed, is a conflict. So nothing is dropped that no side deleted, nothing deleted comes back.
"""

from collections.abc import Callable
from dataclasses import dataclass
from operator import attrgetter

from registry.file.document import Document, Entry, Plain


@dataclass(frozen=True, slots=True)
class Conflict:
    """What both sides changed. `path` are the keys that lead to it, None stands for a deletion.

    The path begins with the id of the entry, or is ("",) for the comments at the head of the file.
    """

    path: tuple[str, ...]
    ours: Plain | None
    theirs: Plain | None


@dataclass(frozen=True, slots=True)
class Merged:
    """The outcome with our and with their side of the conflicts: in nothing else do the two documents differ."""

    ours: Document
    theirs: Document
    conflicts: tuple[Conflict, ...]


Maybe = Plain | None
Settle = Callable[[Conflict], Maybe]


def merge(base: Document, ours: Document, theirs: Document) -> Merged:
    """Merge two registries in which every id stands once, as it does in their base."""
    trees = _tree(base), _tree(ours), _tree(theirs)
    conflicts: list[Conflict] = []
    _three_way(*trees, (), conflicts.append)
    left, right = (_document(_three_way(*trees, (), attrgetter(side))) for side in ("ours", "theirs"))
    return Merged(left, right, tuple(conflicts))


def _three_way(
    base: Plain | None, ours: Plain | None, theirs: Plain | None, path: tuple[str, ...], settle: Settle
) -> Plain | None:
    """Merge one value, or what is below it. None is what is not there; `settle` is asked what a conflict leaves."""
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
    """Return the parts of a value by what names them: fields by key, signatures by edition, former ids by themselves.

    None where it has no parts, or they have no names of their own.
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


def _document(tree: Plain | None) -> Document:
    parts = dict(tree) if isinstance(tree, dict) else {}
    head = _lines(parts.pop("", None))
    return Document.of(head, (_entry(part) for part in parts.values() if isinstance(part, dict)))


def _entry(part: dict[str, Plain]) -> Entry:
    fields = part["fields"]
    return Entry(fields if isinstance(fields, dict) else {}, _lines(part.get("#")))


def _lines(comments: Plain | None) -> tuple[str, ...]:
    return tuple(comments.split("\n")) if isinstance(comments, str) else ()

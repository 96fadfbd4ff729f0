"""A registry as plain values and comments, without positions: the input of layout and merging."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Self

from source.garbage import uncollected
from source.lines import Lines
from source.problems import MOST, Message, Problem, SourceError
from source.yaml.comments import Comment, comments
from source.yaml.nodes import Fields, Items, Node, Scalar
from source.yaml.reader import parse

Plain = str | list["Plain"] | dict[str, "Plain"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry, valid or not: its fields as written, and its comments, each with its "#"."""

    fields: dict[str, Plain]
    comments: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """The id of the entry."""
        return str(self.fields["id"])


@dataclass(frozen=True, slots=True)
class Document:
    """A registry: the comments at the head of its file, and its entries in the order of their ids."""

    head: tuple[str, ...]
    entries: tuple[Entry, ...]

    @classmethod
    def of(cls, head: Iterable[str], entries: Iterable[Entry]) -> Self:
        """Return a document with the entries in order; every id must be unique."""
        return cls(tuple(head), tuple(sorted(entries, key=lambda entry: entry.id)))

    @classmethod
    @uncollected()
    def from_yaml(cls, text: str, shown: str) -> Self:
        """Read a registry that may be invalid; SourceError if it is not a list of entries with unique ids."""
        tree = parse(text, shown)
        nodes = _entries(tree, shown)
        above: list[list[str]] = [[] for _ in range(len(nodes) + 1)]
        for placed in placed_comments(Lines(text), tree):
            above[placed.entry].append(placed.comment.text)
        pairs = zip(nodes, above, strict=False)
        return cls.of(above[-1], (Entry(plain_fields(node), tuple(lines)) for node, lines in pairs))


@dataclass(frozen=True, slots=True)
class Placed:
    """A comment and the index of its entry, -1 for the head of the file.

    `proper` is True for whole lines at the head of the file and directly above an entry.
    """

    comment: Comment
    entry: int
    proper: bool


def plain(node: Node) -> Plain:
    """Return a node as a plain value."""
    if isinstance(node, Scalar):
        return node.text
    return [plain(item) for item in node.nodes] if isinstance(node, Items) else plain_fields(node)


def plain_fields(node: Fields) -> dict[str, Plain]:
    """Return a mapping as plain values."""
    return {key: plain(value) for key, value in node.nodes.items()}


def placed_comments(lines: Lines, tree: Node) -> Iterator[Placed]:
    """Yield the comments of a registry; one in an improper place belongs to the entry around or before it."""
    head = tree.keys[0].line if isinstance(tree, Fields) and tree.keys else 1
    starts = [item.line for item in tree.items("signatories")] if isinstance(tree, Fields) else []
    spans = enumerate(zip([0, *starts], starts, strict=False))
    above = {line: entry for entry, (before, start) in spans for line in _lines_above(start, before, lines)}
    for comment in comments(lines):
        if comment.line < head or not starts:
            yield Placed(comment, -1, proper=comment.alone and comment.line < head)
        elif comment.alone and comment.line in above:
            yield Placed(comment, above[comment.line], proper=True)
        else:
            yield Placed(comment, max(bisect_right(starts, comment.line) - 1, -1), proper=False)


def _entries(tree: Node, shown: str) -> list[Fields]:
    """Return the entries of a tree that contains nothing else."""
    listed = tree.nodes.get("signatories") if isinstance(tree, Fields) and len(tree.nodes) == 1 else None
    wrong: list[Node] = [] if isinstance(listed, Items) else [tree]
    entries: dict[str, Fields] = {}
    for node in listed.nodes if isinstance(listed, Items) else ():
        identifier = node.texts().get("id") if isinstance(node, Fields) else None
        if isinstance(node, Fields) and identifier and identifier not in entries:
            entries[identifier] = node
        else:
            wrong.append(node)
    if wrong:
        message = Message("Expected the list of entries here, each with an “id” that no other entry has.")
        found = (Problem(shown, node.line, node.column, "wrong-shape", "", message) for node in wrong)
        raise SourceError(islice(found, MOST + 1))
    return list(entries.values())


def _lines_above(start: int, before: int, lines: Lines) -> Iterator[int]:
    """Yield the lines above an entry with a comment, a dash or nothing, back to the line `before`."""
    line = start - 1
    while line > before and ((text := lines.line(line).strip()) in {"", "-"} or text.startswith("#")):
        yield line
        line -= 1

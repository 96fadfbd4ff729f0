"""A tree of texts and their places: what a YAML file is before anyone knows what it means."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple


class Scalar(NamedTuple):
    """One text, whatever it looks like: 01 is "01", `no` is "no". `line` and `column` count from 1.

    The other nodes are dataclasses; this one is made 400,000 times for 12,000 entries, in half their time.
    """

    text: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    nodes: tuple["Node", ...]
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Fields:
    """A mapping in the order of the file. A key that stands twice stands twice in `keys`; its first value counts."""

    nodes: dict[str, "Node"]
    keys: tuple[Scalar, ...]
    line: int
    column: int

    def text(self, key: str) -> Scalar | None:
        """Return the text under `key`; None where there is none, or no text."""
        node = self.nodes.get(key)
        return node if isinstance(node, Scalar) else None

    def texts(self) -> dict[str, str]:
        """Return the texts of the fields that are no lists or mappings."""
        return {key: node.text for key, node in self.nodes.items() if isinstance(node, Scalar)}

    def fields(self, key: str) -> "Fields | None":
        """Return the mapping under `key`; None where there is none, or no mapping."""
        node = self.nodes.get(key)
        return node if isinstance(node, Fields) else None

    def items(self, key: str) -> tuple["Node", ...]:
        """Return the items of the list under `key`; none where there is no list."""
        node = self.nodes.get(key)
        return node.nodes if isinstance(node, Items) else ()

    def repeated(self) -> list[Scalar]:
        """Return the keys that stand here a second time."""
        if len(self.keys) == len(self.nodes):
            return []
        first = {key.text: key for key in reversed(self.keys)}
        return [key for key in self.keys if first[key.text] is not key]


Node = Scalar | Items | Fields


def mappings(node: Node) -> Iterator[Fields]:
    """Yield every mapping of a tree, outer ones first."""
    if isinstance(node, Fields):
        yield node
    if not isinstance(node, Scalar):
        for child in node.nodes.values() if isinstance(node, Fields) else node.nodes:
            yield from mappings(child)


def scalars(node: Node) -> Iterator[Scalar]:
    """Yield every text of a tree, keys too."""
    if isinstance(node, Scalar):
        yield node
        return
    if isinstance(node, Fields):
        yield from node.keys
    for child in node.nodes.values() if isinstance(node, Fields) else node.nodes:
        yield from scalars(child)

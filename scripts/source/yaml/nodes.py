"""The nodes of a YAML file: texts, lists and mappings with their positions, not yet interpreted."""

from collections.abc import Container, Iterator
from dataclasses import dataclass
from typing import NamedTuple


class Scalar(NamedTuple):
    """A text, never converted: 01 is "01", `no` is "no". `line` and `column` count from 1.

    What is in no file, as an answer that nobody gave, is at its beginning.

    A tuple, unlike the other nodes: 400,000 of them, for 12,000 entries, are made in half the time of a dataclass.
    """

    text: str
    line: int = 1
    column: int = 1


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    nodes: tuple["Node", ...]
    line: int = 1
    column: int = 1


@dataclass(frozen=True, slots=True)
class Fields:
    """A mapping in the order of the file. A repeated key is in `keys` each time; its first value counts."""

    nodes: dict[str, "Node"]
    keys: tuple[Scalar, ...] = ()
    line: int = 1
    column: int = 1

    def text(self, key: str) -> Scalar | None:
        """Return the text under `key`; None if it is missing or not a text."""
        node = self.nodes.get(key)
        return node if isinstance(node, Scalar) else None

    def texts(self) -> dict[str, str]:
        """Return the fields that are texts."""
        return {key: node.text for key, node in self.nodes.items() if isinstance(node, Scalar)}

    def fields(self, key: str) -> "Fields | None":
        """Return the mapping under `key`; None if it is missing or not a mapping."""
        node = self.nodes.get(key)
        return node if isinstance(node, Fields) else None

    def items(self, key: str) -> tuple["Node", ...]:
        """Return the items of the list under `key`; empty if there is no list."""
        node = self.nodes.get(key)
        return node.nodes if isinstance(node, Items) else ()

    def repeated(self) -> list[Scalar]:
        """Return the keys that repeat an earlier one."""
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


def scalars(node: Node, without: Container[str] = ()) -> Iterator[Scalar]:
    """Yield every text of a tree, including keys, but for the values of the fields `without`."""
    if isinstance(node, Scalar):
        yield node
        return
    if isinstance(node, Fields):
        yield from node.keys
        children = [each for key, each in node.nodes.items() if key not in without]
    for child in children if isinstance(node, Fields) else node.nodes:
        yield from scalars(child, without)

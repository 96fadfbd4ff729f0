"""A cursor over the nodes of a small data file, which reports a wrong shape at its place."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import MappingProxyType

from source.files import read_text
from source.layout import Layout
from source.problems import BLANK, FILL_IN, Message, Problem, SourceError, refuse
from source.yaml.nodes import Fields, Items, Node, Scalar
from source.yaml.reader import parse


@dataclass(frozen=True, slots=True)
class Cursor:
    """A node and the path of its file. Methods raise SourceError if the node has another shape."""

    node: Node
    path: str

    @classmethod
    def read(cls, layout: Layout, path: Path) -> "Cursor":
        """Read the one document of a YAML file."""
        shown = layout.shown(path)
        return cls(parse(read_text(path, shown), shown), shown)

    @property
    def line(self) -> int:
        """The first line of the node, from 1."""
        return self.node.line

    def problem(self, rule: str, message: Message, fix: str = "", example: str = "") -> Problem:
        """Return a problem at this node."""
        return Problem(self.path, self.line, self.node.column, rule, "", message, fix, example)

    def error(self, rule: str, message: Message, fix: str = "", example: str = "") -> SourceError:
        """Return the error for a problem at this node."""
        return SourceError([self.problem(rule, message, fix, example)])

    @property
    def is_text(self) -> bool:
        """Whether the node is a scalar."""
        return isinstance(self.node, Scalar)

    def text(self) -> str:
        """Return the text of a scalar."""
        if not isinstance(self.node, Scalar):
            raise self._shape(Message("one text"))
        return self.node.text

    def day(self) -> date:
        """Return the day of a scalar written YYYY-MM-DD."""
        if self.text().startswith(BLANK):
            example = self.text().removeprefix(BLANK).strip() or "2022-01-31"
            raise self.error("blank", FILL_IN, example=example)
        try:
            return date.fromisoformat(self.text())
        except ValueError:
            message = Message("“{text}” is not a date YYYY-MM-DD.", text=self.text())
            raise self.error("bad-date", message, example="2022-01-31") from None

    def items(self) -> list["Cursor"]:
        """Return the items of a list."""
        if not isinstance(self.node, Items):
            raise self._shape(Message("a list"))
        return [Cursor(item, self.path) for item in self.node.nodes]

    def fields(
        self,
        required: tuple[str, ...] = (),
        optional: tuple[str, ...] | None = None,
        examples: Mapping[str, str] = MappingProxyType({}),
    ) -> Mapping[str, "Cursor"]:
        """Return the fields of a mapping; if `optional` is given, fields that are in neither list are refused.

        `examples` shows what a missing field looks like, by name.
        """
        if not isinstance(self.node, Fields):
            raise self._shape(Message("fields"))
        missing = [name for name in required if name not in self.node.nodes]
        unknown = [key for key in self.node.keys if optional is not None and key.text not in (*required, *optional)]
        problems = [_missing(self, name, examples.get(name, "")) for name in missing]
        known = ", ".join((*required, *(optional or ()))) if examples else ""
        problems += [_unknown(Cursor(key, self.path), known) for key in unknown]
        refuse(problems)
        return {key: Cursor(node, self.path) for key, node in self.node.nodes.items()}

    def _shape(self, shape: Message) -> SourceError:
        return self.error("wrong-shape", Message("Expected {shape} here.", shape=shape))


def _missing(at: Cursor, name: str, example: str) -> Problem:
    return at.problem("missing-key", Message("The field “{name}” is missing.", name=name), example=example)


def _unknown(at: Cursor, known: str) -> Problem:
    return at.problem("unknown-key", Message("The field “{name}” is not known.", name=at.text()), example=known)

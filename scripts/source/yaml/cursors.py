"""Walks the nodes of a small data file, and refuses what has the wrong shape where it stands."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from source.files import read_text
from source.problems.problem import Problem, SourceError
from source.yaml.nodes import Fields, Items, Node, Scalar
from source.yaml.reader import parse


@dataclass(frozen=True, slots=True)
class Cursor:
    """A node and the file it stands in."""

    node: Node
    path: str

    @classmethod
    def read(cls, path: Path, shown: str) -> "Cursor":
        """Read the one document of a YAML file; `shown` is how messages name it."""
        return cls(parse(read_text(path, shown), shown), shown)

    @property
    def line(self) -> int:
        """The line the node begins on, from 1."""
        return self.node.line

    def problem(self, rule: str, tr: str, en: str, fix: str = "", example: str = "") -> Problem:
        """Return a problem at this node."""
        return Problem(self.path, self.line, self.node.column, rule, "", tr, en, fix, example)

    @property
    def is_text(self) -> bool:
        """Whether this is one text."""
        return isinstance(self.node, Scalar)

    def text(self) -> str:
        """Return a scalar's text."""
        if not isinstance(self.node, Scalar):
            raise self._shape("tek bir metin", "one text")
        return self.node.text

    def day(self) -> date:
        """Return a scalar as a day, written YYYY-MM-DD."""
        try:
            return date.fromisoformat(self.text())
        except ValueError:
            tr, en = f"“{self.text()}” YYYY-AA-GG biçiminde bir gün değil.", f"“{self.text()}” is not a day YYYY-MM-DD."
            raise SourceError([self.problem("bad-date", tr, en, example="2022-01-31")]) from None

    def items(self) -> list["Cursor"]:
        """Return the items of a list."""
        if not isinstance(self.node, Items):
            raise self._shape("bir liste", "a list")
        return [Cursor(item, self.path) for item in self.node.nodes]

    def fields(self, required: tuple[str, ...] = (), optional: tuple[str, ...] | None = None) -> Mapping[str, "Cursor"]:
        """Return the fields of a mapping; with `optional` given, no field but those and the required ones may stand."""
        if not isinstance(self.node, Fields):
            raise self._shape("alanlar", "fields")
        missing = [name for name in required if name not in self.node.nodes]
        unknown = [key for key in self.node.keys if optional is not None and key.text not in (*required, *optional)]
        problems = [_field(self, "missing-key", "eksik", "is missing", name) for name in missing]
        problems += [
            _field(Cursor(key, self.path), "unknown-key", "bilinmiyor", "is not known", key.text) for key in unknown
        ]
        if problems:
            raise SourceError(problems)
        return {key: Cursor(node, self.path) for key, node in self.node.nodes.items()}

    def _shape(self, tr: str, en: str) -> SourceError:
        return SourceError([self.problem("wrong-shape", f"Burada {tr} beklenir.", f"Here {en} should stand.")])


def _field(at: Cursor, rule: str, tr: str, en: str, name: str) -> Problem:
    return at.problem(rule, f"“{name}” alanı {tr}.", f"The field “{name}” {en}.")

"""Walks the nodes of a YAML file of the house, and refuses what has the wrong shape where it stands."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import yaml

from source.problem import Problem, SourceError


@dataclass(frozen=True, slots=True)
class Cursor:
    """A node and the file it stands in. Every scalar is text: 2021 is "2021", `no` is "no"."""

    node: yaml.Node
    path: str

    @property
    def line(self) -> int:
        """The line the node begins on, from 1."""
        return int(self.node.start_mark.line) + 1

    def problem(self, rule: str, tr: str, en: str, fix: str = "") -> Problem:
        """Return a problem at this node."""
        return Problem(self.path, self.line, int(self.node.start_mark.column) + 1, rule, "", tr, en, fix)

    def text(self) -> str:
        """Return a scalar's text."""
        if not isinstance(self.node, yaml.ScalarNode):
            raise SourceError([self.problem("wrong-shape", "Burada tek bir metin beklenir.", "One text is expected here.")])
        return str(self.node.value)

    def day(self) -> date:
        """Return a scalar as a day, written YYYY-MM-DD."""
        try:
            return date.fromisoformat(self.text())
        except ValueError:
            tr, en = f"“{self.text()}” YYYY-AA-GG biçiminde bir gün değil.", f"“{self.text()}” is not a day YYYY-MM-DD."
            raise SourceError([self.problem("bad-date", tr, en, "2021-08-25")]) from None

    def items(self) -> list["Cursor"]:
        """Return the items of a list."""
        if not isinstance(self.node, yaml.SequenceNode):
            raise SourceError([self.problem("wrong-shape", "Burada bir liste beklenir.", "A list is expected here.")])
        return [Cursor(item, self.path) for item in self.node.value]

    def fields(self, required: tuple[str, ...] = (), optional: tuple[str, ...] | None = None) -> Mapping[str, "Cursor"]:
        """Return the fields of a mapping; with `optional` given, no field but those and the required ones may stand."""
        if not isinstance(self.node, yaml.MappingNode):
            raise SourceError([self.problem("wrong-shape", "Burada alanlar beklenir.", "Fields are expected here.")])
        found: dict[str, Cursor] = {}
        problems = []
        for key_node, value in self.node.value:
            key = Cursor(key_node, self.path)
            if key.text() in found:
                problems.append(_field(key, "duplicate-key", "iki kez yazılmış", "stands twice", key.text()))
            if optional is not None and key.text() not in (*required, *optional):
                problems.append(_field(key, "unknown-key", "bilinmeyen bir alan", "is not a known field", key.text()))
            found[key.text()] = Cursor(value, self.path)
        problems += [_field(self, "missing-key", "alanı eksik", "is missing", name) for name in required if name not in found]
        if problems:
            raise SourceError(problems)
        return found


def _field(at: Cursor, rule: str, tr: str, en: str, name: str) -> Problem:
    return at.problem(rule, f"“{name}” {tr}.", f"“{name}” {en}.")


def read(path: Path, shown: str) -> Cursor:
    """Compose the one document of a YAML file; `shown` is how messages name it."""
    try:
        node = yaml.compose(path.read_text(encoding="utf-8-sig"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except (OSError, UnicodeDecodeError) as error:
        raise SourceError([_unreadable(shown, 1, 1, str(error))]) from None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        raise SourceError([_unreadable(shown, line, column, error.problem or "")]) from None
    if node is None:
        raise SourceError([_unreadable(shown, 1, 1, "empty")])
    return Cursor(node, shown)


def _unreadable(path: str, line: int, column: int, reason: str) -> Problem:
    return Problem(path, line, column, "unreadable", "", f"Dosya okunamıyor: {reason}.", f"The file cannot be read: {reason}.")

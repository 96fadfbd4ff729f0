"""The table of rules in the contribution guide, from the rules themselves."""

from dataclasses import dataclass
from typing import Self

from codehost.texts import render
from registry.rules import DOCUMENTED_RULES
from source.layout import Layout
from source.yaml.cursors import Cursor


@dataclass(frozen=True, slots=True)
class Guided:
    """A rule in the guide. `wrong_tr` is "" if the example needs no translation."""

    name: str
    tr: str
    en: str
    wrong: str
    wrong_tr: str

    @classmethod
    def from_yaml(cls, name: str, cursor: Cursor) -> Self:
        """Return a rule with its Turkish sentence; KeyError if there is no such rule."""
        fields, (sentence, wrong) = cursor.fields(("tr",), ("wrong",)), DOCUMENTED_RULES[name]
        turkish = fields["wrong"].text() if "wrong" in fields else ""
        return cls(name, fields["tr"].text(), sentence, wrong, turkish)


def rule_table(layout: Layout) -> str:
    """Return the table; SourceError if data/rules.yaml lacks a rule or contains an unknown one."""
    path = layout.data / "rules.yaml"
    top = Cursor.read(path, layout.shown(path))
    fields = top.fields(tuple(DOCUMENTED_RULES), ())
    return render(layout, "rules.md", rules=[Guided.from_yaml(name, fields[name]) for name in DOCUMENTED_RULES])

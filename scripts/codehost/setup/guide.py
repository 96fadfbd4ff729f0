"""The table of rules in the contribution guide, from the rules themselves."""

from dataclasses import dataclass
from typing import Self

from codehost.texts import render
from registry.reference import Reference
from registry.rules import documented_rules
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
    def from_yaml(cls, name: str, english: tuple[str, str], cursor: Cursor) -> Self:
        """Return a rule with its Turkish sentence; `english` is its sentence and its example."""
        fields, (sentence, wrong) = cursor.fields(("tr",), ("wrong",)), english
        turkish = fields["wrong"].text() if "wrong" in fields else ""
        return cls(name, fields["tr"].text(), sentence, wrong, turkish)


def rule_table(layout: Layout, reference: Reference) -> str:
    """Return the table; SourceError if data/rules.yaml lacks a rule or contains an unknown one."""
    path = layout.data / "rules.yaml"
    top = Cursor.read(path, layout.shown(path))
    documented = documented_rules(reference)
    fields = top.fields(tuple(documented), ())
    rules = [Guided.from_yaml(name, words, fields[name]) for name, words in documented.items()]
    return render(layout, "rules.md", rules=rules)

"""The table of rules in the contribution guide, from the rules themselves."""

from pathlib import Path

from codehost.texts import render
from registry import packs
from registry.reference import Reference
from registry.rules import documented_rules
from source.layout import Layout
from source.yaml.cursors import Cursor

_PLACE = "unknown-place"
"""The general name of the rule that has the name of the field of the place."""


def rule_table(layout: Layout, reference: Reference) -> str:
    """Return the table; SourceError if a rule lacks its sentence in Turkish, or there is one of no rule."""
    definition, documented = reference.definition, documented_rules(reference)
    of_pack = Path(packs.__path__[0]) / definition.pack / "rules.yaml"
    own = Cursor.read(of_pack, f"{definition.pack}/rules.yaml").fields() if definition.pack else {}
    names = {name: _PLACE if name == f"unknown-{definition.place_key}" else name for name in documented}
    path = layout.data / "rules.yaml"
    general = tuple(name for name in names.values() if name not in own)
    turkish = {**own, **Cursor.read(path, layout.shown(path)).fields(general, (_PLACE,))}
    rules = [_guided(name, words, turkish[names[name]]) for name, words in documented.items()]
    return render(layout, "rules.md", rules=rules)


def _guided(name: str, english: tuple[str, str], cursor: Cursor) -> dict[str, object]:
    """Return a rule with its sentence and its example by language; an example may need no translation."""
    fields, (sentence, wrong) = cursor.fields(("tr",), ("wrong",)), english
    examples = {"tr": fields["wrong"].text()} if "wrong" in fields else {}
    return {"name": name, "sentence": {"tr": fields["tr"].text(), "en": sentence}, "wrong": {**examples, "en": wrong}}

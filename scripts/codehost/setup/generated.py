"""Generated files: the forms for requests and corrections, and lists and tables in the contribution guide."""

import re
from pathlib import Path

from codehost.client.host import FORMS
from codehost.requests.request import FORM, LABEL
from codehost.setup.launch import guide_parts
from codehost.texts import render
from registry import packs
from registry.fields import Choice
from registry.pack import pack_of
from registry.reference import Reference
from registry.requests.form import questions
from registry.rules import documented_rules
from source.files import read_text, write_text
from source.layout import Layout
from source.problems import Message, Problem
from source.problems.message import Words, in_language, message_languages
from source.yaml.cursors import Cursor

COMMAND = ".venv/bin/python scripts/github.py generate"
_FORM = f"{FORMS}/{FORM}"
_CORRECTIONS = "change.yml"
_GUIDE = "CONTRIBUTING.md"
_PLACE = "unknown-place"
"""The general name of the rule that has the name of the field of the place."""
_MARKED = re.compile("(?P<mark><!-- (?P<name>[a-z-]+) -->\n).*?(?=<!-- /(?P=name) -->)", re.DOTALL)
"""A generated part of the guide, between marks with its name."""


def check(layout: Layout, reference: Reference) -> list[Problem]:
    """Return a problem for every generated file that is out of date."""
    message = Message("This file is generated from the model and out of date. The command updates it.")
    made = {layout.root / name: text for name, text in _made(layout, reference).items()}
    stale = [path for path, text in made.items() if not path.exists() or path.read_text(encoding="utf-8") != text]
    return [Problem(layout.shown(path), 1, 1, "stale", "", message, COMMAND) for path in stale]


def generate(layout: Layout, reference: Reference) -> None:
    """Write the generated files."""
    for name, text in _made(layout, reference).items():
        write_text(layout.root / name, text, name)


def _made(layout: Layout, reference: Reference) -> dict[str, str]:
    pack, definition = pack_of(reference), reference.definition
    law = {each: f" ({words})" for each, words in pack.law.told_in(message_languages()).items()} if pack.law else ""
    values = {"command": COMMAND, "law": law, "label": LABEL, "example": definition.examples["id"]}
    hints = {name: hint.told_in(message_languages()) for name, hint in pack.hints.items()}
    kinds = {"kind": _listed(definition.kinds), "evidence-kind": _listed(definition.evidence_kinds)}
    form = render(layout, FORM, questions=questions(reference), hints=hints, kinds=kinds, **values)
    corrections = render(layout, _CORRECTIONS, **values)
    parts = {"rules": _rule_table(layout, reference), **guide_parts(layout)}
    text = read_text(layout.root / _GUIDE, _GUIDE)
    guide = _MARKED.sub(lambda match: f"{match['mark']}\n{parts[match['name']]}\n\n", text)
    return {_FORM: f"{form}\n", f"{FORMS}/{_CORRECTIONS}": f"{corrections}\n", _GUIDE: guide}


def _listed(choices: tuple[Choice, ...]) -> Words:
    """Return language → the meanings of all choices."""
    languages = dict.fromkeys((*(language for choice in choices for language in choice.words), *message_languages()))
    return {each: ", ".join(in_language(choice.words, each) for choice in choices) for each in languages}


def _rule_table(layout: Layout, reference: Reference) -> str:
    """Return the table; SourceError if a rule lacks its sentence in Turkish, or there is one of no rule."""
    definition, documented = reference.definition, documented_rules(reference)
    of_pack = Path(packs.__path__[0]) / definition.pack / "rules.yaml"
    own = Cursor.read(layout, of_pack).fields() if definition.pack else {}
    names = {name: _PLACE if name == f"unknown-{definition.place_key}" else name for name in documented}
    general = tuple(name for name in names.values() if name not in own)
    turkish = {**own, **Cursor.read(layout, layout.data / "rules.yaml").fields(general, (_PLACE,))}
    rules = [_guided(name, words, turkish[names[name]]) for name, words in documented.items()]
    return render(layout, "rules.md", rules=rules)


def _guided(name: str, english: tuple[str, str], cursor: Cursor) -> dict[str, object]:
    """Return a rule with its sentence and its example by language; an example may need no translation."""
    fields, (sentence, wrong) = cursor.fields(("tr",), ("wrong",)), english
    examples = {"tr": fields["wrong"].text()} if "wrong" in fields else {}
    return {"name": name, "sentence": {"tr": fields["tr"].text(), "en": sentence}, "wrong": {**examples, "en": wrong}}

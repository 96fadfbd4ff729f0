"""Generated files: the forms for requests and corrections, and lists and tables in the contribution guide."""

import re

from codehost.client.host import FORMS
from codehost.requests.request import FORM, LABEL
from codehost.setup.guide import rule_table
from codehost.setup.launch import launch_list, load_steps, settings_table
from codehost.texts import render
from registry.fields import Choice
from registry.pack import pack_of
from registry.reference import Reference
from registry.requests.form import questions
from source.files import read_text, write_text
from source.languages import SHIPPED
from source.layout import Layout
from source.problems.catalogs import message_languages
from source.problems.message import Message
from source.problems.problem import Problem
from source.words import Words, in_language

COMMAND = ".venv/bin/python scripts/github.py generate"
_FORM = f"{FORMS}/{FORM}"
_CORRECTIONS = "change.yml"
_GUIDE = "CONTRIBUTING.md"
_MARKED = re.compile("(?P<mark><!-- (?P<name>[a-z-]+) -->\n).*?(?=<!-- /(?P=name) -->)", re.DOTALL)
"""A generated part of the guide, between marks with its name."""


def check(layout: Layout, reference: Reference) -> list[Problem]:
    """Return a problem for every generated file that is out of date."""
    message = Message("This file is generated from the model and out of date. The command updates it.")
    made = _made(layout, reference)
    stale = [name for name, text in made.items() if _present(layout, name) != text]
    return [Problem(name, 1, 1, "stale", "", message, COMMAND) for name in stale]


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
    parts = _parts(layout, reference)
    text = read_text(layout.root / _GUIDE, _GUIDE)
    guide = _MARKED.sub(lambda match: f"{match['mark']}\n{parts[match['name']]}\n\n", text)
    return {_FORM: f"{form}\n", f"{FORMS}/{_CORRECTIONS}": f"{corrections}\n", _GUIDE: guide}


def _listed(choices: tuple[Choice, ...]) -> Words:
    """Return language → the meanings of all choices."""
    languages = dict.fromkeys((*(language for choice in choices for language in choice.words), *message_languages()))
    return {each: ", ".join(in_language(choice.words, each) for choice in choices) for each in languages}


def _parts(layout: Layout, reference: Reference) -> dict[str, str]:
    """Return the generated parts of the guide, by name."""
    steps = load_steps(layout)
    parts = {"rules": rule_table(layout, reference)}
    parts |= {f"launch-{locale}": launch_list(steps, locale) for locale in SHIPPED}
    return parts | {f"settings-{locale}": settings_table(layout, steps, locale) for locale in SHIPPED}


def _present(layout: Layout, name: str) -> str:
    path = layout.root / name
    return path.read_text(encoding="utf-8") if path.exists() else ""

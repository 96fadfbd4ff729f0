"""Files of the repository that are made from the model: the request form, and the table of rules in the guide."""

import re

from desk.guide import rule_table
from desk.request import FORM, LABEL
from desk.texts import render
from registry.form import questions
from registry.reference import Reference
from source.files import read_text, write_text
from source.layout import Layout
from source.problem import Problem

COMMAND = "python scripts/github.py generate"
_FORM = f".github/ISSUE_TEMPLATE/{FORM}"
_GUIDE = "CONTRIBUTING.md"
_BETWEEN = re.compile("(?<=<!-- rules -->\n).*(?=<!-- /rules -->)", re.DOTALL)


def check(layout: Layout, reference: Reference) -> list[Problem]:
    """Return a problem for every file that is not as it would be made now."""
    tr = "Bu dosya modelden üretilir ve eskimiş. Yanındaki komut yeniler."
    en = "This file is made from the model and is stale. The command renews it."
    made = _made(layout, reference)
    stale = [name for name, text in made.items() if _present(layout, name) != text]
    return [Problem(name, 1, 1, "stale", "", tr, en, COMMAND) for name in stale]


def generate(layout: Layout, reference: Reference) -> None:
    """Write the files."""
    for name, text in _made(layout, reference).items():
        write_text(layout.root / name, text, name)


def _made(layout: Layout, reference: Reference) -> dict[str, str]:
    form = render(layout, FORM, label=LABEL, questions=questions(reference), command=COMMAND)
    table = rule_table(layout)
    guide = _BETWEEN.sub(lambda _: f"\n{table}\n\n", read_text(layout.root / _GUIDE, _GUIDE))
    return {_FORM: f"{form}\n", _GUIDE: guide}


def _present(layout: Layout, name: str) -> str:
    path = layout.root / name
    return path.read_text(encoding="utf-8") if path.exists() else ""

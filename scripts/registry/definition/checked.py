"""Checks of values in the definition: not empty, of the right form, not given twice, in every language of names."""

import re
from collections.abc import Mapping
from typing import TypeVar

from source.problems import Message, refuse
from source.yaml.cursors import Cursor

Filled = TypeVar("Filled", list[Cursor], Mapping[str, Cursor])

EXAMPLES = {
    "id": "id: ornek-kuzey",
    "names": "names:\n  en:\n    label: { en: name in English }\n    example: Example Association",
    "letters": "letters: ąćęłńóśźż",
    "label": "label: { en: region }",
    "example": "example: kuzey",
    "kinds": "kinds:\n  - key: association\n    en: association",
    "evidence": "evidence:\n  - key: press\n    en: press report",
    "key": "key: association",
    "code": "code: kuzey",
    "places": "places:\n  key: region\n  label: { en: region }\n  example: kuzey\n  list: regions.yaml",
    "list": "list: regions.yaml",
    "map": "map: regions/shapes.json",
    "pattern": 'pattern: "[a-z]+"',
}
"""What a field of the file looks like."""
WORD = re.compile("[a-z]+(-[a-z]+)*")
"""What a key looks like."""


def filled(found: Filled, cursor: Cursor, key: str) -> Filled:
    """Return what a list or a mapping has; SourceError if it is empty."""
    if not found:
        message = Message("This is empty: write at least one.")
        raise cursor.error("registry-empty", message, example=EXAMPLES[key])
    return found


def words_in(cursor: Cursor, locales: tuple[str, ...]) -> dict[str, str]:
    """Return what something is called in every language of names."""
    fields = cursor.fields(locales, (), {locale: f"{locale}: …" for locale in locales})
    return {locale: fields[locale].text() for locale in locales}


def refuse_other(cursor: Cursor, form: re.Pattern[str], key: str) -> str:
    """Return a text of a form; SourceError for any other."""
    if not form.fullmatch(cursor.text()):
        message = Message("“{value}” is not of this form: {pattern}.", value=cursor.text(), pattern=form.pattern)
        raise cursor.error(f"registry-{key}", message, example=EXAMPLES[key])
    return cursor.text()


def refuse_twins(cursors: list[Cursor], keys: list[str], key: str) -> None:
    """Raise SourceError for every key or name that an earlier item has."""
    message = Message("This is used before: write another name.")
    named = (cursor.fields()[key] for at, cursor in enumerate(cursors) if keys[at] in keys[:at])
    refuse(each.problem("registry-twice", message, example=EXAMPLES.get(key, f"{key}: …")) for each in named)

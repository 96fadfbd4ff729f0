"""Readers of the fields of one line in the record of corrections; each raises SourceError at the field."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from declaration.model import normalised
from source.problems import Message
from source.yaml.cursors import Cursor

_ENTRY = re.compile("[a-z0-9]+(-[a-z0-9]+)*")
_LONGEST_ENTRY = 100
"""Characters of the id of an entry."""


Subject = Literal["passage", "entry", "page"]
"""What a correction concerns."""
SUBJECTS: tuple[Subject, ...] = get_args(Subject)


@dataclass(frozen=True, slots=True)
class Known:
    """What the fields of a line are read with: languages, the authentic ones, ids of passages and pages, the day."""

    locales: tuple[str, ...]
    authentic: Collection[str]
    passages: Collection[str]
    pages: Collection[str]
    today: date

    def read_locale(self, cursor: Cursor, fields: Mapping[str, Cursor], subject: Subject) -> str:
        """Read the language of the words of a passage or a page."""
        if "locale" not in fields:
            message = Message("“locale” is missing: write the language of the words.")
            raise cursor.error("correction-locale", message, example=f"locale: {self.locales[-1]}")
        locale = fields["locale"].text()
        if locale not in self.locales:
            listed = ", ".join(self.locales)
            message = Message("“{locale}” is not a language of this site: {listed}.", locale=locale, listed=listed)
            raise fields["locale"].error("correction-locale", message)
        if subject == "passage" and locale in self.authentic:
            message = Message("The words of the original text are not corrected; only those of a translation can be.")
            raise fields["locale"].error("correction-authentic", message)
        return locale

    def read_id(self, cursor: Cursor, subject: Subject) -> str:
        """Read an id; that the registry contains the id of an entry is checked elsewhere."""
        text = cursor.text()
        if subject == "passage" and text not in self.passages:
            raise cursor.error("unknown-provision", Message("“{id}” is not a passage of this text.", id=text))
        if subject == "entry" and not (_ENTRY.fullmatch(text) and len(text) <= _LONGEST_ENTRY):
            raise cursor.error("unknown-entry", Message("“{entry}” is not an entry of the list.", entry=text))
        if subject == "page" and text not in self.pages:
            raise cursor.error("unknown-page", Message("“{page}” is not a page of this site.", page=text))
        return text

    def read_day(self, cursor: Cursor) -> date:
        """Read a day that is not in the future."""
        day = cursor.day()
        if day > self.today:
            message = Message("{day} is in the future.", day=day)
            raise cursor.error("correction-future", message, example=f"date: {self.today}")
        return day

    def read_texts(self, cursor: Cursor) -> dict[str, str]:
        """Read a text for each language."""
        fields = cursor.fields(self.locales, ())
        return {locale: _text(fields[locale]) for locale in self.locales}


def read_subject(cursor: Cursor, fields: Mapping[str, Cursor]) -> Subject:
    """Read what a correction concerns: the one of three fields that it has."""
    named = [subject for subject in SUBJECTS if subject in fields]
    if len(named) != 1:
        message = Message("A correction concerns one thing: passage, entry or page.")
        raise cursor.error("correction-subject", message, example="passage: c3")
    if named[0] == "entry" and "locale" in fields:
        message = Message("Words about an entry are given in every language; delete the line “locale”.")
        raise fields["locale"].error("correction-locale", message)
    return named[0]


def read_words(cursor: Cursor, locales: tuple[str, ...], subject: Subject) -> dict[str, str]:
    """Read words: one text in the language of a passage or a page, a text for each language of an entry.

    They may be empty for a page or an entry: before an addition, after a removal.
    """
    fields = cursor.fields(locales, ()) if subject == "entry" else {locales[0]: cursor}
    return {locale: _text(field, needed=subject == "passage") for locale, field in fields.items()}


def _text(cursor: Cursor, *, needed: bool = True) -> str:
    text = normalised(cursor.text())
    if needed and not text:
        raise cursor.error("empty-value", Message("There are no words here."))
    return text

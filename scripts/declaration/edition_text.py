"""The settings of a published text, from `data/editions.yaml`."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Self

from declaration.alone import Alone, read_alone
from declaration.model import Passage, Provision, with_items
from declaration.ornament.star import Ornament
from declaration.structure.parts import Part, Parts, known_kinds
from declaration.structure.passage_ids import split_id
from declaration.structure.read_parts import read_parts
from source.problems import Message, Problem, refuse
from source.yaml.cursors import Cursor

_REQUIRED = ("authentic", "country", "source", "parts", "ids", "shown")


@dataclass(frozen=True, slots=True)
class Text:
    """The text of an edition. `authentic` are the languages of equally authentic texts; others are translations.

    `sources` is authentic locale → a file in the folder of the edition, `apparatus` the same → the words there that are
    not in a passage. `country` is where it was adopted, as an ISO 3166-1 code of two letters.
    `alone` is kind → locale → the context of a clause of that kind that is shown alone. `shown` is the kind whose
    provisions the home page shows. `ornament` is computed from the numbers of its provisions.
    """

    authentic: tuple[str, ...]
    country: str
    sources: Mapping[str, str]
    apparatus: Mapping[str, tuple[str, ...]]
    parts: Parts
    ids: tuple[str, ...]
    alone: Mapping[str, Mapping[str, Alone]]
    shown: str
    ornament: Ornament

    @classmethod
    def from_yaml(cls, cursor: Cursor, locales: Sequence[str], others: Mapping[str, Cursor]) -> Self:
        """Read the `text` of an edition.

        `locales` are the languages of its title; `others` is key → the `parts` of another edition, which it may name.
        """
        fields = cursor.fields(_REQUIRED, ("apparatus", "alone", "ornament"))
        authentic = _authentic(fields["authentic"], locales)
        parts = read_parts(_parts(fields["parts"], others), locales)
        ids = _ids(fields["ids"], parts)
        counts = {part.kind: sum(parts.part_of(each) is part for each in ids) for part in parts.all}
        apparatus = _by_locale(fields["apparatus"], authentic) if "apparatus" in fields else {}
        own = fields.get("ornament")
        return cls(
            authentic=authentic,
            country=_country(fields["country"]),
            sources={locale: each.text() for locale, each in _by_locale(fields["source"], authentic).items()},
            apparatus={locale: tuple(item.text() for item in each.items()) for locale, each in apparatus.items()},
            parts=parts,
            ids=ids,
            alone=read_alone(fields["alone"], parts) if "alone" in fields else {},
            shown=known_kinds([fields["shown"]], counts)[0],
            ornament=Ornament.from_yaml(own, counts) if own else Ornament.plain(counts),
        )

    @property
    def original(self) -> str:
        """The language of the authentic text, the first of several."""
        return self.authentic[0]

    @property
    def notes(self) -> tuple[str, ...]:
        """The ids of the notes."""
        return tuple(each for each in self.ids if self.part_of(each).form == "notes")

    @property
    def has_articles(self) -> bool:
        """Whether a part consists of articles."""
        return any(part.form == "articles" for part in self.parts.all)

    def part_of(self, provision_id: str) -> Part:
        """Return the part of a provision or a heading of this text."""
        found = self.parts.part_of(provision_id)
        if found is None:
            raise KeyError(provision_id)
        return found

    def around(self, provision: Provision) -> Alone:
        """Return the context of a provision that is shown alone; without words if it needs none."""
        return self.alone.get(provision.kind, {}).get(provision.locale, Alone())

    def italics(self, passage: Passage) -> str:
        """Return the words of a passage that are set in italics: emphasis, a formula, the context of a clause."""
        if not isinstance(passage, Provision):
            return passage.text
        return "".join((*(each.set_apart for each in with_items(passage)), self.around(passage).quote("")))

    def clause(self, provision: Provision) -> str:
        """Return the words of a provision as quoted: with final punctuation only if the sentence continues."""
        return provision.numbered_text if self.around(provision).after else provision.quoted

    def quote(self, provision: Provision) -> str:
        """Return the words of a provision in their context."""
        return self.around(provision).quote(self.clause(provision))


def _country(cursor: Cursor) -> str:
    code = cursor.text()
    if not re.fullmatch("[A-Z]{2}", code):
        message = Message("“{code}” is not a country code of two letters.", code=code)
        raise cursor.error("country-code", message, example="TR")
    return code


def _authentic(cursor: Cursor, locales: Sequence[str]) -> tuple[str, ...]:
    """Read one language, or a list of them."""
    listed = [cursor] if cursor.is_text else cursor.items()
    refuse(_unknown_language(each, locales) for each in listed if each.text() not in locales)
    return tuple(each.text() for each in listed)


def _unknown_language(cursor: Cursor, locales: Sequence[str]) -> Problem:
    known = ", ".join(locales)
    message = Message("“{locale}” is not a language of the title: {known}.", locale=cursor.text(), known=known)
    return cursor.problem("unknown-language", message, example=locales[0])


def _by_locale(cursor: Cursor, authentic: tuple[str, ...]) -> Mapping[str, Cursor]:
    """Return the value of each authentic language: a mapping, or one value where there is one language."""
    return cursor.fields(authentic, ()) if len(authentic) > 1 else {authentic[0]: cursor}


def _parts(cursor: Cursor, others: Mapping[str, Cursor]) -> Cursor:
    """Return the list of parts: this one, or that of the edition which is named instead."""
    if not cursor.is_text:
        return cursor
    if cursor.text() not in others:
        message = Message("There is no edition “{key}” from which to take the parts.", key=cursor.text())
        raise cursor.error("unknown-edition", message, example=f"parts: {next(iter(others), '2020')}")
    return others[cursor.text()]


def _ids(cursor: Cursor, parts: Parts) -> tuple[str, ...]:
    """Read the ids: each well formed and listed once, in the order of the text."""
    items = cursor.items()
    known = ", ".join(part.prefix if part.form == "opening" else f"{part.prefix}1" for part in parts.all)
    refuse(_not_an_id(item, known) for item in items if not parts.is_provision(item.text()))
    ids = [item.text() for item in items]
    order = sorted(set(ids), key=lambda each: _place(each, parts))
    if ids != order:
        message = Message("Ids are listed in the order of the text, each once.")
        raise cursor.error("order-of-ids", message, ", ".join(order))
    return tuple(ids)


def _place(provision_id: str, parts: Parts) -> tuple[int, int]:
    """Return the place of a provision in the text: that of its part, and its number."""
    prefix, number, _ = split_id(provision_id)
    return [part.prefix for part in parts.all].index(prefix), int(number or 0)


def _not_an_id(cursor: Cursor, known: str) -> Problem:
    message = Message(
        "“{id}” is not the id of a provision. Ids are like these: {known}.", id=cursor.text(), known=known
    )
    return cursor.problem("bad-provision-id", message)

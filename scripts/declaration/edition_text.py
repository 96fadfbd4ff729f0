"""The settings of a published text, from `data/editions.yaml`."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from declaration.alone import Alone, read_alone
from declaration.model import PREFIXES, Kind, Passage, Provision, is_provision_id, text_order
from declaration.ornament.star import Ornament
from source.problems.problem import SourceError
from source.yaml.cursors import Cursor


@dataclass(frozen=True, slots=True)
class Text:
    """The text of an edition. `source` is a file in its folder, `apparatus` the words there that are not in a passage.

    `country` is where it was adopted, as an ISO 3166-1 code of two letters.
    `alone` is kind → locale → the context of a clause of that kind that is shown alone.
    `ornament` is computed from the numbers of its provisions.
    """

    authentic: str
    country: str
    source: str
    apparatus: tuple[str, ...]
    ids: tuple[str, ...]
    alone: Mapping[str, Mapping[str, Alone]]
    ornament: Ornament

    @classmethod
    def from_yaml(cls, cursor: Cursor) -> Self:
        """Read the `text` of an edition."""
        fields = cursor.fields(("authentic", "country", "source", "apparatus", "ids"), ("alone", "ornament"))
        ids = _ids(fields["ids"])
        own = fields.get("ornament")
        return cls(
            authentic=fields["authentic"].text(),
            country=_country(fields["country"]),
            source=fields["source"].text(),
            apparatus=tuple(item.text() for item in fields["apparatus"].items()),
            ids=ids,
            alone=read_alone(fields["alone"]) if "alone" in fields else {},
            ornament=Ornament.from_yaml(own, ids) if own else Ornament.plain(ids),
        )

    def around(self, provision: Provision) -> Alone | None:
        """Return the context of a provision that is shown alone; None if it needs none."""
        return self.alone.get(provision.kind, {}).get(provision.locale)

    def italics(self, passage: Passage) -> str:
        """Return the words of a passage that are set in italics: emphasis, a formula, the context of a clause."""
        if not isinstance(passage, Provision):
            return passage.text
        around = self.around(passage)
        return passage.set_apart + (around.quote("") if around else "")

    def clause(self, provision: Provision) -> str:
        """Return the words of a provision as quoted: with final punctuation only if the sentence continues."""
        around = self.around(provision)
        return provision.text if around and around.after else provision.quoted

    def quote(self, provision: Provision) -> str:
        """Return the words of a provision in their context."""
        around, words = self.around(provision), self.clause(provision)
        return around.quote(words) if around else words


def _country(cursor: Cursor) -> str:
    """Read an ISO 3166-1 code."""
    code = cursor.text()
    if not re.fullmatch("[A-Z]{2}", code):
        tr, en = f"“{code}” iki harfli bir ülke kodu değil.", f"“{code}” is not a country code of two letters."
        raise SourceError([cursor.problem("country-code", tr, en, example="TR")])
    return code


def _ids(cursor: Cursor) -> tuple[str, ...]:
    """Read the ids: each well formed and listed once, in the order of the text."""
    items = cursor.items()
    problems = [
        item.problem("bad-provision-id", *_what_ids_are(item.text()))
        for item in items
        if not is_provision_id(item.text())
    ]
    if problems:
        raise SourceError(problems)
    ids = [item.text() for item in items]
    if ids != sorted(set(ids), key=text_order):
        tr, en = "Kodlar metnin sırasında ve birer kez yazılır.", "Ids are listed in the order of the text, each once."
        raise SourceError([cursor.problem("order-of-ids", tr, en, ", ".join(sorted(set(ids), key=text_order)))])
    return tuple(ids)


def _what_ids_are(text: str) -> tuple[str, str]:
    """Return in both languages that a text is not an id, and what ids look like."""
    lone = next(letters for letters, kind in PREFIXES.items() if kind is Kind.CHAPEAU)
    letters = ", ".join(each for each in PREFIXES if each != lone)
    tr = f"“{text}” bir madde kodu değil: kod ya “{lone}”dir ya da şu harflerle ve bir sayıyla yazılır: {letters}."
    en = f"“{text}” is not the id of a provision: an id is “{lone}”, or one of {letters} and a number."
    return tr, en

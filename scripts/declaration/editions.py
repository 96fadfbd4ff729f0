"""The editions of the declaration: what `data/editions.yaml` says."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Self

from declaration.alone import Alone, read_alone
from declaration.model import Passage, Provision, is_provision_id, text_order
from source.layout import Layout
from source.nodes import Cursor
from source.problem import SourceError


@dataclass(frozen=True, slots=True)
class Text:
    """The words of an edition that this site holds. `source` is a file in docs/source/, `apparatus` its other words.

    `country` is where it was adopted, as an ISO 3166-1 code of two letters.
    `alone` is kind → locale → how a clause of that kind is shown by itself.
    """

    authentic: str
    country: str
    source: str
    apparatus: tuple[str, ...]
    ids: tuple[str, ...]
    alone: Mapping[str, Mapping[str, Alone]]

    @classmethod
    def from_yaml(cls, cursor: Cursor) -> Self:
        """Read the `text` of an edition."""
        fields = cursor.fields(("authentic", "country", "source", "apparatus", "ids"), ("alone",))
        return cls(
            authentic=fields["authentic"].text(),
            country=_country(fields["country"]),
            source=fields["source"].text(),
            apparatus=tuple(item.text() for item in fields["apparatus"].items()),
            ids=_ids(fields["ids"]),
            alone=read_alone(fields["alone"]) if "alone" in fields else {},
        )

    def around(self, provision: Provision) -> Alone | None:
        """Return what a provision hangs from where it is shown by itself; None where its words need nothing."""
        return self.alone.get(provision.kind, {}).get(provision.locale)

    def italics(self, passage: Passage) -> str:
        """Return what is set in italics with a passage: words set apart, a formula, what a provision hangs from."""
        if not isinstance(passage, Provision):
            return passage.text
        around = self.around(passage)
        return passage.set_apart + (around.quote("") if around else "")

    def quote(self, provision: Provision) -> str:
        """Return the words of a provision with what they hang from."""
        around = self.around(provision)
        return around.quote(provision.text) if around else provision.text


@dataclass(frozen=True, slots=True)
class Edition:
    """One edition. `title` is locale → title; `text` is None where only title and date are known."""

    key: str
    adopted: date
    title: Mapping[str, str]
    text: Text | None

    @classmethod
    def from_yaml(cls, cursor: Cursor) -> Self:
        """Read one item of `editions`."""
        fields = cursor.fields(("key", "adopted", "title"), ("text",))
        return cls(
            key=fields["key"].text(),
            adopted=fields["adopted"].day(),
            title={locale: title.text() for locale, title in fields["title"].fields().items()},
            text=Text.from_yaml(fields["text"]) if "text" in fields else None,
        )


def load_editions(layout: Layout) -> tuple[Edition, ...]:
    """Read data/editions.yaml, oldest edition first; SourceError if it cannot be used."""
    path = layout.data / "editions.yaml"
    top = Cursor.read(path, layout.shown(path))
    listed = top.fields(("editions",), ())["editions"].items()
    editions = tuple(map(Edition.from_yaml, listed))
    if not any(edition.text for edition in editions):
        tr, en = "Hiçbir metnin sözleri (text) yok.", "No edition has a text."
        raise SourceError([top.problem("no-text", tr, en)])
    for edition, cursor in zip(editions, listed, strict=True):
        if [other.key for other in editions].count(edition.key) > 1:
            tr, en = f"“{edition.key}” anahtarı iki kez kullanılmış.", f"The key “{edition.key}” is used twice."
            raise SourceError([cursor.problem("duplicate-edition", tr, en)])
    return tuple(sorted(editions, key=lambda edition: edition.adopted))


def present_edition(editions: tuple[Edition, ...]) -> tuple[Edition, Text]:
    """Return the newest edition whose words this site holds; `load_editions` has seen to it that there is one."""
    return next((edition, edition.text) for edition in reversed(editions) if edition.text)


def _country(cursor: Cursor) -> str:
    """Read an ISO 3166-1 code."""
    code = cursor.text()
    if not re.fullmatch("[A-Z]{2}", code):
        tr, en = f"“{code}” iki harfli bir ülke kodu değil.", f"“{code}” is no country code of two letters."
        raise SourceError([cursor.problem("country-code", tr, en, "TR")])
    return code


def _ids(cursor: Cursor) -> tuple[str, ...]:
    """Read the ids: each well formed, each once, in the order of the text."""
    items = cursor.items()
    problems = [
        item.problem("bad-provision-id", f"“{item.text()}” bir im değil.", f"“{item.text()}” is not an id.", "c3")
        for item in items
        if not is_provision_id(item.text())
    ]
    if problems:
        raise SourceError(problems)
    ids = [item.text() for item in items]
    if ids != sorted(set(ids), key=text_order):
        tr, en = "İmler metnin sırasında ve birer kez yazılır.", "Ids stand in the order of the text, each once."
        raise SourceError([cursor.problem("order-of-ids", tr, en, ", ".join(sorted(set(ids), key=text_order)))])
    return tuple(ids)

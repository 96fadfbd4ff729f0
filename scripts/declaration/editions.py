"""The editions of the declaration, from `data/editions.yaml`."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Self

from declaration.edition_text import Text
from declaration.structure.passage_ids import ranges
from source.layout import Layout
from source.links import is_web_address
from source.problems import BLANK, Message, Problem, refuse
from source.yaml.cursors import Cursor

KEY = re.compile("[0-9]{4}[a-z]?")
"""The key of an edition."""


@dataclass(frozen=True, slots=True)
class Report:
    """A source's statement about unnamed signatories of an edition: locale → sentence, and its address."""

    text: Mapping[str, str]
    source: str

    @classmethod
    def from_yaml(cls, cursor: Cursor) -> Self:
        """Read `reported` of an edition; every key but `source` is a language."""
        fields = cursor.fields(("source",))
        texts = {locale: field.text() for locale, field in fields.items() if locale != "source"}
        return cls(texts, fields["source"].text())


@dataclass(frozen=True, slots=True)
class Edition:
    """One edition. `title` is locale → title; `text` is None where only title and date are known.

    `named_by` is the id of the note of the present text that gives the title, `note` the id of the editor's note about
    it, `page` the public page on which the text was published; each may be "". `reported` is a statement about unnamed
    signatories. `is_root` is true of the one text whose pages have addresses without a key, such as /c3/.
    """

    key: str
    adopted: date
    title: Mapping[str, str]
    named_by: str
    note: str
    page: str
    reported: Report | None
    text: Text | None
    is_root: bool = False

    @property
    def prefix(self) -> str:
        """What its names and addresses have in front: "" in the root text, else the key: "2027/"."""
        return "" if self.is_root else f"{self.key}/"

    @classmethod
    def from_yaml(cls, cursor: Cursor, parts: Mapping[str, Cursor]) -> Self:
        """Read one item of `editions`; `parts` is key → the parts of a text, which another one may have, too."""
        fields = cursor.fields(("key", "adopted", "title"), ("named_by", "note", "page", "reported", "text"))
        title = {locale: each.text() for locale, each in fields["title"].fields().items()}
        named_by, note, page = (fields[key].text() if key in fields else "" for key in ("named_by", "note", "page"))
        return cls(
            key=fields["key"].text(),
            adopted=fields["adopted"].day(),
            title=title,
            named_by=named_by,
            note=note,
            page=page,
            reported=Report.from_yaml(fields["reported"]) if "reported" in fields else None,
            text=Text.from_yaml(fields["text"], tuple(title), parts) if "text" in fields else None,
        )


def load_editions(layout: Layout) -> tuple[Edition, ...]:
    """Return the editions in data/editions.yaml, oldest first; SourceError if they are not valid."""
    top = Cursor.read(layout, layout.data / "editions.yaml")
    fields = top.fields(("editions",), ("root",))
    listed = fields["editions"].items()
    parts = dict(_parts(listed))
    editions = _rooted(tuple(Edition.from_yaml(each, parts) for each in listed), top, fields.get("root"))
    refuse(each for pair in zip(editions, listed, strict=True) for each in _problems(*pair, editions))
    return tuple(sorted(editions, key=lambda edition: edition.adopted))


def days_of_adoption(editions: Iterable[Edition]) -> dict[str, date]:
    """Return the day each edition was adopted, by its key."""
    return {edition.key: edition.adopted for edition in editions}


def root_edition(editions: tuple[Edition, ...]) -> tuple[Edition, Text]:
    """Return the edition whose pages have addresses without a key; `load_editions` ensures that there is one."""
    return next((edition, edition.text) for edition in editions if edition.is_root and edition.text)


def _parts(listed: Iterable[Cursor]) -> Iterator[tuple[str, Cursor]]:
    """Yield (key, parts) of every edition whose text lists its own."""
    for fields in (each.fields() for each in listed):
        parts = fields["text"].fields().get("parts") if "text" in fields else None
        if parts and not parts.is_text and "key" in fields:
            yield fields["key"].text(), parts


def _rooted(editions: tuple[Edition, ...], top: Cursor, root: Cursor | None) -> tuple[Edition, ...]:
    """Return the editions with `is_root`: that of the field `root`, or of the only text."""
    keys = [edition.key for edition in editions if edition.text]
    if not keys:
        raise top.error("no-text", Message("No edition has a text."))
    if root is None and len(set(keys)) > 1:
        message = Message(
            "Several editions have a text: name the first published one, whose addresses have no key, as “root”."
        )
        raise top.error("root-edition", message, example=f"root: {keys[0]}")
    if root is not None and root.text() not in keys:
        message = Message("There is no edition “{key}” with a text.", key=root.text())
        raise root.error("root-edition", message, example=keys[0])
    chosen = root.text() if root else keys[0]
    return tuple(replace(edition, is_root=edition.key == chosen) for edition in editions)


def no_key(text: str) -> Message:
    """Return that a text is not a key."""
    return Message("“{key}” is not a key: write four digits, followed if needed by a lowercase letter.", key=text)


def _problems(edition: Edition, cursor: Cursor, editions: tuple[Edition, ...]) -> Iterator[Problem]:
    fields = cursor.fields()
    if [other.key for other in editions].count(edition.key) > 1:
        yield cursor.problem("duplicate-edition", Message("The key “{key}” is used twice.", key=edition.key))
    if not KEY.fullmatch(edition.key):
        yield fields["key"].problem("edition-key", no_key(edition.key), example="2020")
    root, text = root_edition(editions)
    known = text.ids
    if edition.text and edition.title.keys() != root.title.keys():
        languages = ", ".join(root.title)
        message = Message(
            "Every edition with a text has a title in all languages of the site: {languages}.", languages=languages
        )
        yield fields["title"].problem("edition-languages", message)
    if edition.named_by and edition.named_by not in known:
        message = Message(
            "“{passage}” is not an id of this edition ({known}).", passage=edition.named_by, known=ranges(known)
        )
        yield fields["named_by"].problem("unknown-provision", message)
    source = fields["text"].fields()["source"] if edition.text else None
    sources = () if source is None else (source,) if source.is_text else source.fields().values()
    blanks = [*fields["title"].fields().values(), *sources]
    for blank in (each for each in blanks if each.text() == BLANK):
        yield blank.problem("edition-blank", Message("This has not been filled in yet."))
    addresses = [fields["page"]] if edition.page else []
    addresses += [fields["reported"].fields()["source"]] if edition.reported else []
    for address in addresses:
        if not is_web_address(address.text()):
            message = Message("“{address}” is not a web address (http or https).", address=address.text())
            yield address.problem("page-address", message, example="https://deneme.example/metin")

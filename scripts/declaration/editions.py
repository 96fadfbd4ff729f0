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
from source.problems.problem import Problem, SourceError
from source.yaml.cursors import Cursor

KEY = re.compile("[0-9]{4}[a-z]?")
"""The key of an edition."""
BLANK = "…"
"""What a new edition has where something is to be filled in."""


@dataclass(frozen=True, slots=True)
class Report:
    """A source's statement about unnamed signatories of an edition: locale → sentence, and its address."""

    text: Mapping[str, str]
    source: str

    @classmethod
    def from_yaml(cls, cursor: Cursor) -> Self:
        """Read `reported` of an edition; every key but `source` is a language."""
        fields = cursor.fields()
        source = cursor.fields(("source",), tuple(fields))["source"].text()
        return cls({locale: field.text() for locale, field in fields.items() if locale != "source"}, source)


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
    path = layout.data / "editions.yaml"
    top = Cursor.read(path, layout.shown(path))
    fields = top.fields(("editions",), ("root",))
    listed = fields["editions"].items()
    parts = dict(_parts(listed))
    editions = _rooted(tuple(Edition.from_yaml(each, parts) for each in listed), top, fields.get("root"))
    if problems := [each for pair in zip(editions, listed, strict=True) for each in _problems(*pair, editions)]:
        raise SourceError(problems)
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
        tr, en = "Hiçbir metnin sözleri (text) yok.", "No edition has a text."
        raise SourceError([top.problem("no-text", tr, en)])
    if root is None and len(set(keys)) > 1:
        tr = "Birden çok metnin sözleri var: adreslerinde anahtar bulunmayan, ilk yayımlanan metni “root” ile belirtin."
        en = "Several editions have a text: name the first published one, whose addresses have no key, as “root”."
        raise SourceError([top.problem("root-edition", tr, en, example=f"root: {keys[0]}")])
    if root is not None and root.text() not in keys:
        tr, en = f"Sözleri (text) olan “{root.text()}” metni yok.", f"There is no edition “{root.text()}” with a text."
        raise SourceError([root.problem("root-edition", tr, en, example=keys[0])])
    chosen = root.text() if root else keys[0]
    return tuple(replace(edition, is_root=edition.key == chosen) for edition in editions)


def no_key(text: str) -> tuple[str, str]:
    """Return in both languages that a text is not a key."""
    tr = f"“{text}” bir anahtar değil: dört rakam, gerekirse ardından küçük bir harf yazın."
    return tr, f"“{text}” is not a key: write four digits, followed if needed by a lowercase letter."


def _sources(text: Cursor) -> Iterable[Cursor]:
    """Return the names of the received sources of a text."""
    source = text.fields()["source"]
    return (source,) if source.is_text else source.fields().values()


def _problems(edition: Edition, cursor: Cursor, editions: tuple[Edition, ...]) -> Iterator[Problem]:
    """Yield the problems of one edition among the others."""
    fields = cursor.fields()
    if [other.key for other in editions].count(edition.key) > 1:
        tr, en = f"“{edition.key}” anahtarı iki kez kullanılmış.", f"The key “{edition.key}” is used twice."
        yield cursor.problem("duplicate-edition", tr, en)
    if not KEY.fullmatch(edition.key):
        yield fields["key"].problem("edition-key", *no_key(edition.key), example="2020")
    root, text = root_edition(editions)
    known = text.ids
    if edition.text and edition.title.keys() != root.title.keys():
        languages = ", ".join(root.title)
        tr = f"Sözleri olan her metnin adı sitenin bütün dillerinde yazılır: {languages}."
        en = f"Every edition with a text has a title in all languages of the site: {languages}."
        yield fields["title"].problem("edition-languages", tr, en)
    if edition.named_by and edition.named_by not in known:
        tr = f"“{edition.named_by}” bu metnin kodları arasında yok ({ranges(known)})."
        en = f"“{edition.named_by}” is not an id of this edition ({ranges(known)})."
        yield fields["named_by"].problem("unknown-provision", tr, en)
    blanks = [*fields["title"].fields().values(), *(_sources(fields["text"]) if edition.text else ())]
    for blank in (each for each in blanks if each.text() == BLANK):
        tr, en = "Burası henüz doldurulmamış.", "This has not been filled in yet."
        yield blank.problem("edition-blank", tr, en)
    addresses = [fields["page"]] if edition.page else []
    addresses += [fields["reported"].fields()["source"]] if edition.reported else []
    for address in addresses:
        if not is_web_address(address.text()):
            tr = f"“{address.text()}” bir internet adresi değil (http ya da https)."
            en = f"“{address.text()}” is not a web address (http or https)."
            yield address.problem("page-address", tr, en, example="https://deneme.example/metin")

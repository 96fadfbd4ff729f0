"""What search looks through: provisions, sections of prose, files and signatories, each with its own address."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from html.parser import HTMLParser

from declaration.model import normalised
from publish.downloads.files import Download
from publish.i18n.cldr import long_date
from publish.site.security import FORM_PAGE
from publish.site.settings import TEXT_PAGE
from publish.site.site import Site
from publish.views.signatory import SignatoryView

_HEADINGS = ("h2", "h3")

Document = dict[str, str | float]
"""`id` is the address below the site's root, `label` and `text` are searched and shown, `keys` only searched.

`weight` is 1 if left out.
"""

_PROSE_WEIGHT = 0.4
"""What is said about the text weighs less than the text itself and its signatories."""


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of prose under a heading; `fragment` is the heading's id, "" before the first one."""

    fragment: str
    heading: str
    text: str


def sections(html: str) -> list[Section]:
    """Cut rendered prose at its headings; stretches without words are left out."""
    splitter = _Splitter()
    splitter.feed(html)
    found = [Section(fragment, normalised(heading), normalised(text)) for fragment, heading, text in splitter.parts]
    return [section for section in found if section.text]


def index_path(locale: str) -> str:
    """Return the path of a language's index below the site's address."""
    return f"search/{locale}.json"


def render_index(site: Site, locale: str, prose: Mapping[str, tuple[str, str]], downloads: Iterable[Download]) -> str:
    """Return the index of one language as JSON; `prose` is page key → (title, HTML)."""
    documents: list[Document] = [
        *_provisions(site, locale),
        *_prose(site, locale, prose),
        *_files(site, locale, downloads),
        _form(site, locale),
        *_signatories(site, locale),
    ]
    return json.dumps(documents, ensure_ascii=False, separators=(",", ":"))


def _provisions(site: Site, locale: str) -> Iterator[Document]:
    declaration = site.declarations[locale]
    adopted = site.labels.text("declaration.adopted", locale, date=long_date(site.edition.adopted, locale))
    yield _document(site.routes.path(TEXT_PAGE, locale), declaration.title, adopted)
    for provision in declaration.provisions:
        label = site.labels.text(f"label.{provision.kind}", locale, number=provision.number)
        yield _document(site.routes.path(provision.id, locale), label, provision.quoted, provision.id)


def _prose(site: Site, locale: str, prose: Mapping[str, tuple[str, str]]) -> Iterator[Document]:
    for key, (title, html) in prose.items():
        for section in sections(html):
            address = site.routes.path(key, locale) + (f"#{section.fragment}" if section.fragment else "")
            label = f"{title}: {section.heading}" if section.heading else title
            yield _document(address, label, section.text) | {"weight": _PROSE_WEIGHT}


def _files(site: Site, locale: str, downloads: Iterable[Download]) -> Iterator[Document]:
    keys = site.labels.text("search.files", locale)
    for download in downloads:
        if download.locale == locale:
            label = site.labels.text(f"download.file.{download.kind}", locale)
            yield _document(download.path, label, site.declarations[locale].title, f"{keys} {download.format}")


def _form(site: Site, locale: str) -> Document:
    """Return where a municipality asks to be listed."""
    label, text = (site.labels.text(f"join.{key}", locale) for key in ("ask", "again"))
    return _document(f"{site.routes.path(FORM_PAGE, locale)}#ask", label, text, site.labels.text("search.form", locale))


def _signatories(site: Site, locale: str) -> Iterator[Document]:
    """Yield the signatories; they are found by their names in the other languages, too, and by the district."""
    comma = site.labels.text("comma", locale)
    for signatory in site.registry.signatories:
        entry = SignatoryView.of(site, signatory, locale)
        others = {signatory.name_in(other) for other in site.settings.locales} - {entry.name}
        keys = " ".join((entry.id.replace("-", " "), *sorted(others)))
        address = site.routes.path(f"signatories/{entry.id}", locale)
        yield _document(address, entry.name, f"{entry.kind}{comma} {entry.province}", keys)


def _document(address: str, label: str, text: str, keys: str = "") -> Document:
    document: Document = {"id": address, "label": label, "text": text}
    return document | {"keys": keys} if keys else document


class _Splitter(HTMLParser):
    """Gathers [fragment, heading, text] for every stretch between headings."""

    def __init__(self) -> None:
        super().__init__()
        self.parts = [["", "", ""]]
        self._in_heading = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _HEADINGS:
            self.parts.append([dict(attrs).get("id") or "", "", ""])
            self._in_heading = True
        elif tag in ("p", "li", "br"):
            self.parts[-1][2] += " "

    def handle_endtag(self, tag: str) -> None:
        if tag in _HEADINGS:
            self._in_heading = False

    def handle_data(self, data: str) -> None:
        self.parts[-1][1 if self._in_heading else 2] += data

"""The search index: provisions, sections of prose, files and signatories, each with its address."""

import json
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from html.parser import HTMLParser

from declaration.model import normalised
from publish.downloads.all_downloads import Download, full_name
from publish.i18n.cldr import long_date
from publish.pages.page import Page
from publish.site.security import FORM_PAGE
from publish.site.settings import TEXT_PAGE
from publish.site.site import Site
from publish.views.signatory import SignatoryView

ABOUT = "search.about."
"""Labels with further words by which a provision or a page is found: "search.about.fn2", "search.about.signatories"."""
_HEADINGS = ("h2", "h3")

Document = dict[str, str | float]
"""What a search can find: `id` is its address below the site's, `label` and `text` are searched and shown, `keys` only
searched, and so is `also`, its names in the other languages, with the lowest weight. `weight` ranks it, 1 if left out.
`kind` is one of KINDS; a signatory has none, as most documents are signatories.
"""
KINDS = ("text", "page", "file", "signatory")
"""What a hit is; the label `search.kind.…` is shown beside it."""

_SHOWN_WEIGHT = 1.1
"""The weight of the provisions that the home page shows: they come first where a number alone is looked for."""
_PROSE_WEIGHT = 0.4
"""The weight of pages of prose, below that of the text and of signatories."""
_SECTION_WEIGHT = 0.35
"""That of their sections, below that of the pages: who types the name of a page looks for its beginning."""
_LATER = 0.001
"""What a file weighs less than the one before it, so that files of one name keep their order."""
_FILE_WEIGHT = 0.4
"""The weight of files, whose text is the title of the declaration: its words are looked for in the text."""


@dataclass(frozen=True, slots=True)
class Section:
    """A section of prose; `fragment` is the id of its heading, "" before the first one."""

    fragment: str
    heading: str
    text: str


def sections(html: str) -> list[Section]:
    """Split rendered prose at its headings; sections without words are left out."""
    splitter = _Splitter()
    splitter.feed(html)
    found = [Section(fragment, normalised(heading), normalised(text)) for fragment, heading, text in splitter.parts]
    return [section for section in found if section.text]


def index_path(locale: str) -> str:
    """Return the path of a language's index below the site's address."""
    return f"search/{locale}.json"


def render_index(site: Site, locale: str, pages: Collection[Page], downloads: Iterable[Download]) -> str:
    """Return the index of one language as JSON: its documents, and what the dialog says of the number of hits.

    `pages` are those with prose, in every language.
    """
    documents: list[Document] = [
        *_of_kind("text", _texts(site, locale)),
        *_of_kind("page", _pages(site, locale, pages)),
        *_of_kind("file", _files(site, locale, downloads)),
        *_of_kind("page", [_form(site, locale)]),
        *_signatories(site, locale),
    ]
    said = {name: site.labels.text(f"search.{name}", locale) for name in ("none", "some")}
    forms = site.labels.entries["search.count"].texts[locale]
    kinds = {kind: site.labels.text(f"search.kind.{kind}", locale) for kind in KINDS}
    index = {**said, "forms": forms, "kinds": kinds, "documents": documents}
    return json.dumps(index, ensure_ascii=False, separators=(",", ":"))


def _of_kind(kind: str, documents: Iterable[Document]) -> Iterator[Document]:
    return (each | {"kind": kind} for each in documents)


def _provisions(site: Site, locale: str) -> Iterator[Document]:
    declaration = site.declarations[locale]
    adopted = site.labels.text("declaration.adopted", locale, date=long_date(site.edition.adopted, locale))
    own = site.labels.text("nav.declaration", locale)
    titles = " ".join(each.title for each in site.declarations.values() if each is not declaration)
    yield _document(site.routes.path(TEXT_PAGE, locale), declaration.title, adopted, own, titles)
    keys = site.labels.text("search.provision", locale)
    for provision in declaration.provisions:
        also = " ".join(provision.label(other) for other in site.settings.locales if other != locale)
        address, label = site.routes.path(provision.id, locale), provision.label(locale)
        about = site.labels.optional(f"{ABOUT}{site.edition.prefix}{provision.id}", locale)
        document = _document(address, label, provision.quoted, f"{provision.id} {keys} {about}".rstrip(), also)
        yield document | ({"weight": _SHOWN_WEIGHT} if provision.kind == site.text.shown else {})


def _texts(site: Site, locale: str) -> Iterator[Document]:
    """Yield the documents of all texts, the newest first; labels say which text it is if there are several."""
    comma = site.labels.text("comma", locale)
    for each in reversed(site.all_texts):
        edition = site.labels.text("record.edition", locale, edition=each.edition.key)
        for document in _provisions(each, locale):
            yield document | ({"label": f"{document['label']}{comma} {edition}"} if site.others else {})


def _pages(site: Site, locale: str, pages: Collection[Page]) -> Iterator[Document]:
    """Yield the pages except that of the text, with their titles in all languages, and the sections of all pages."""
    for page in pages:
        if page.locale == locale:
            own = sections(page.content)
            begins = own.pop(0).text if own and not own[0].fragment else page.description
            if page.key != TEXT_PAGE:
                also = " ".join(other.title for other in pages if other.key == page.key and other.locale != locale)
                about = site.labels.optional(f"{ABOUT}{page.key}", locale)
                yield _document(page.path, page.title, begins, about, also) | {"weight": _PROSE_WEIGHT}
            for each in own:
                label = f"{page.title}: {each.heading}"
                yield _document(f"{page.path}#{each.fragment}", label, each.text) | {"weight": _SECTION_WEIGHT}


def _files(site: Site, locale: str, downloads: Iterable[Download]) -> Iterator[Document]:
    keys = site.labels.text("search.files", locale)
    for place, download in enumerate(downloads):
        if download.locale == locale:
            name, title = f"download.file.{download.kind}", site.declarations[locale].title
            own = f"{keys} {download.format} {site.labels.text(name, locale)}"
            also = f"{_elsewhere(site, locale, 'search.files')} {_elsewhere(site, locale, name)}"
            label = full_name(site, download, locale)
            yield _document(download.path, label, title, own, also) | {"weight": _FILE_WEIGHT - place * _LATER}


def _form(site: Site, locale: str) -> Document:
    label, text, keys = (site.labels.text(name, locale) for name in ("join.ask", "join.again", "search.form"))
    also = f"{_elsewhere(site, locale, 'search.form')} {_elsewhere(site, locale, 'join.ask')}"
    return _document(f"{site.routes.path(FORM_PAGE, locale)}#ask", label, text, keys, also)


def _signatories(site: Site, locale: str) -> Iterator[Document]:
    """Yield the signatories; they are found by their names in the other languages and the words of their ids, too."""
    comma = site.labels.text("comma", locale)
    for signatory in site.registry.signatories:
        entry = SignatoryView.of(site, signatory, locale)
        others = {signatory.name_in(other) for other in site.settings.locales} - {entry.name}
        keys = " ".join((entry.id.replace("-", " "), *sorted(others)))
        address = site.routes.path(f"signatories/{entry.id}", locale)
        yield _document(address, entry.name, f"{comma} ".join(filter(None, (entry.kind, entry.place))), keys)


def _elsewhere(site: Site, locale: str, name: str) -> str:
    """Return a label in all languages except `locale`, joined by spaces."""
    return " ".join(site.labels.text(name, other) for other in site.settings.locales if other != locale)


def _document(address: str, label: str, text: str, keys: str = "", also: str = "") -> Document:
    more = {name: value for name, value in {"keys": keys, "also": also}.items() if value}
    return {"id": address, "label": label, "text": text, **more}


class _Splitter(HTMLParser):
    """Collects [fragment, heading, text] of every section."""

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

"""A built site, parsed by a browser's parser of HTML."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree.ElementTree import Element

import html5lib

from support.golden import load
from support.repository import SITE_URL

LOCALES = ("tr", "en")
IDS = [provision["case"] for provision in load("declaration/provisions.yaml")]
ROUTES = {
    (route["case"].format(id=each), locale): route[locale].format(id=each)
    for route in load("publish/routes.yaml")
    for each in (IDS if "{id}" in route["case"] else [""])
    for locale in LOCALES
}
"""(page, locale) → path below the site's address, as it is planned for this site."""
NOT_FOUND = "404.html"


@dataclass(frozen=True, slots=True)
class BuiltPage:
    """One HTML file. `path` is its address below the site's: "en/declaration/", "404.html"."""

    path: str
    root: Element

    @property
    def ids(self) -> list[str]:
        """Every id, in order."""
        return [element.attrib["id"] for element in elements(self.root) if "id" in element.attrib]

    @property
    def alternates(self) -> list[Element]:
        """The links to this page in every language; a feed is an alternate too, but names no language."""
        return [each for each in self.all("link", rel="alternate") if "hreflang" in each.attrib]

    def all(self, tag: str, **attributes: str) -> list[Element]:
        """Return the elements of a tag that have these attributes."""
        return [each for each in elements(self.root, tag) if attributes.items() <= each.attrib.items()]

    def one(self, tag: str, **attributes: str) -> Element:
        """Return the only element of a tag that has these attributes."""
        (found,) = self.all(tag, **attributes)
        return found

    def target(self, link: Element) -> str:
        """Return where a link of this page leads, below the site's address."""
        return urljoin(SITE_URL + self.path, link.attrib["href"]).removeprefix(SITE_URL)


@dataclass(slots=True)
class BuiltSite:
    """The files of a built site."""

    folder: Path
    _pages: dict[str, BuiltPage] = field(default_factory=dict)

    @property
    def html_files(self) -> list[str]:
        """The addresses of all HTML files, below the site's."""
        return [_address(file.relative_to(self.folder).as_posix()) for file in sorted(self.folder.rglob("*.html"))]

    def page(self, path: str) -> BuiltPage:
        """Return the page at an address below the site's."""
        if path not in self._pages:
            self._pages[path] = BuiltPage(path, parse(self.file(path).read_text(encoding="utf-8")))
        return self._pages[path]

    def file(self, path: str) -> Path:
        """Return the file that a server gives for an address below the site's."""
        return self.folder / (f"{path}index.html" if path == "" or path.endswith("/") else path)

    def problem_of(self, link: str, page: str) -> str:
        """Return why a link of a page is broken; "" if it is not, or leaves the site."""
        address = urljoin(SITE_URL + ("" if page == NOT_FOUND else page), link)
        if not address.startswith(SITE_URL):
            return f"{link} leaves the sub-path" if address.startswith(urljoin(SITE_URL, "/")) else ""
        parts = urlsplit(address[len(SITE_URL) :])
        path, fragment = unquote(parts.path), unquote(parts.fragment)
        if not self.file(path).is_file():
            return f"{link}: there is no {path}"
        if fragment and fragment not in self.page(path).ids:
            return f"{link}: {path} has no #{fragment}"
        return ""


def parse(html: str) -> Element:
    """Parse a document as a browser does."""
    return html5lib.parse(html, treebuilder="etree", namespaceHTMLElements=False)


def elements(root: Element, tag: str | None = None) -> Iterator[Element]:
    """Yield the elements below and with `root`, comments left out."""
    return (element for element in root.iter(tag) if isinstance(element.tag, str))


def text(element: Element, without: str = "") -> str:
    """Return the text of an element, without elements of the class `without`."""
    if without and without in element.get("class", "").split():
        return ""
    parts = [element.text or ""] if isinstance(element.tag, str) else []
    for child in element:
        parts += [text(child, without), child.tail or ""]
    return "".join(parts)


def _address(file: str) -> str:
    return file.removesuffix("index.html") if file == "index.html" or file.endswith("/index.html") else file

"""The miniature with hostile entries on every page that shows signatories, and what shows that one of them ran."""

import shutil
from collections.abc import Iterator
from pathlib import Path

from publish.build import Publication
from publish.site.site import Site
from publish.write import write_files
from support.golden import load
from support.rendering import renderer
from support.repository import MINIATURE_LOCALES

TEXTS = [case["text"] for case in load("hostile.yaml")]
CODE = """() => {
  const all = [...document.querySelectorAll("*")];
  return {
    ran: window.ran ?? null,
    handlers: all.flatMap((element) => element.getAttributeNames().filter((name) => name.startsWith("on"))),
    foreign: document.querySelectorAll("main iframe, main img[src='x'], main script:not([type])").length,
  };
}"""
NOTHING = {"ran": None, "handlers": [], "foreign": 0}


def write_hostile(site: Site, built: Path, folder: Path) -> Path:
    """Copy the built miniature, and write every page and file that shows a signatory from a hostile site."""
    copy = shutil.copytree(built, folder / "site")
    write_files(copy, _files(site))
    return copy


def quoted(text: str) -> str:
    """Return a text as a part of an address, every byte escaped."""
    return "".join(f"%{byte:02x}" for byte in text.encode())


def _files(site: Site) -> Iterator[tuple[str, bytes]]:
    publication = Publication(site, renderer(site.layout.root))
    for locale in MINIATURE_LOCALES:
        context = publication.page_context("signatories", locale, {"title": "Örnek", "description": "Örnek"}, "")
        yield f"{context['page'].path}index.html", publication.render("pages/signatories.html", context).encode()
    for group in publication.groups():
        yield from group
    yield from publication.files_of_pages()

"""The work that peers do as we do: the page of every signatory in every language, and the sitemap, byte for byte.

Peers read the registry itself. Their templates are our own pages with marks where the values belong, in their dialect
(`Work.shells`); what an entry's values are, and which page is its, they find out themselves, as our generator does.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from babel.dates import get_month_names
from publication import publication

from publish.pages.directory_pages import PAGE, PageView, signatory_page
from publish.site.routes import relative
from publish.site.site import Site
from publish.templating.prerender import Render, Shell, Shells, texts

_FLAGS = {
    "website": "w",
    "wikidata": "d",
    "logo": "l",
    "withdrawn_date": "x",
}
"""What stands in the name of a shell for a fact that not every entry has; for a signature its edition, "k" for a date
of which only a part is known, and "a" for a stored copy of its evidence."""


@dataclass(frozen=True, slots=True)
class Work:
    """`shells` are our pages by name, `words` what peers are told beside the registry, `built` is our own site."""

    registry: Path
    built: Path
    shells: Mapping[str, Shell]
    words: Mapping[str, Any]
    site: Site

    @classmethod
    def of(cls, registry: Path, built: Path) -> Self:
        """Prepare the work on a registry that we built into `built`."""
        site, render = publication(registry)
        return cls(registry, built, dict(_shells(site, render)), _words(site, built), site)

    def paths(self) -> Iterator[str]:
        """Yield the files that are compared."""
        yield "sitemap.xml"
        for locale in self.site.settings.locales:
            for signatory in self.site.registry.signatories:
                yield f"{self.site.routes.path(f'signatories/{signatory.id}', locale)}index.html"

    def facts(self) -> Iterator[tuple[str, dict[str, str]]]:
        """Yield the language of every page and what it says, for peers that write its markup themselves."""
        for locale in self.site.settings.locales:
            for signatory in self.site.registry.signatories:
                editions = [signature.edition for signature in signatory.signatures]
                values = texts(PageView.of(self.site, signatory, locale))
                yield locale, {_plain(path, editions): text for path, text in values.items()}


def _shells(site: Site, render: Render) -> Iterator[tuple[str, Shell]]:
    known = {edition.key for edition in site.editions}
    for locale in site.settings.locales:
        shells = Shells(render, PAGE)
        for signatory in site.registry.signatories:
            signatory_page(site, signatory, locale, shells)
        for form, shell in shells.by_form.items():
            editions = [part for part in form if part in known]
            names = [_plain(part, editions) for part in form if part not in known]
            plain = tuple(_plain(name, editions) for name in shell.names)
            yield f"{locale}-{''.join(map(_flag, names))}", Shell(shell.pieces, plain)


def _plain(path: str, editions: Sequence[str]) -> str:
    """Return the path of a text in a view as one word: "date_2021" for "entry.signatures.0.date"."""
    found = re.fullmatch(r"entry\.signatures\.(\d+)\.(?:evidence\.)?(\w+)", path)
    if not found:
        words = path.removeprefix("entry.").split(".")
        return "_".join(word for word in words if word != "evidence")
    name = "evidence" if path.endswith("evidence.kind") else found[2]
    return f"{name}_{editions[int(found[1])]}"


def _flag(name: str) -> str:
    found = re.fullmatch(r"(date|known|archive)_(\w+)", name)
    if not found or name.startswith("withdrawn"):
        return _FLAGS.get(name, "")
    return {"date": found[2], "known": "k", "archive": "a"}[found[1]]


def _words(site: Site, built: Path) -> dict[str, Any]:
    """Return words by language, and the addresses; patterns hold what Go and C print a value for."""
    sitemap = (built / "sitemap.xml").read_text(encoding="utf-8")
    first = site.routes.path(f"signatories/{site.registry.signatories[0].id}", site.settings.default_locale)
    entry = f" <url>\n <loc>{site.routes.absolute(first)}<"
    return {
        "root": site.settings.site_url,
        "default": site.settings.default_locale,
        "sitemap": sitemap.partition(entry)[0].rstrip("\n"),
        "order": list(site.settings.locales),
        "shapes": {str(code): shape.path for code, shape in site.map.shapes.items()},
        "locales": {locale: _locale(site, locale) for locale in site.settings.locales},
    }


def _locale(site: Site, locale: str) -> dict[str, Any]:
    text, definition = site.labels.text, site.reference.definition
    values = {"name": f"%[1]s{text('comma', locale)} %[2]s", "editions": "%[3]s"}
    return {
        "folder": site.routes.path("signatories", locale),
        "up": relative("", site.routes.path("signatories/x", locale)),
        "kinds": {kind.value: text(f"kind.{kind.value}", locale) for kind in definition.kinds},
        "evidence": {kind.value: text(f"evidence.{kind.value}", locale) for kind in definition.evidence_kinds},
        "provinces": {str(code): each.name[locale] for code, each in site.reference.places.items()},
        "months": [get_month_names("wide", locale=locale)[month] for month in range(1, 13)],
        "known": {"4": text("date.partial.year", locale), "7": text("date.partial.month", locale)},
        "and": {"tr": " ve ", "en": " and "}[locale],
        "signed": text("signatory.description", locale, **values),
        "withdrawn": text("signatory.withdrawn_description", locale, **values),
    }

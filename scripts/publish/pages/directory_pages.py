"""The pages of the directory: its rows, a page for every place of a long one, for every entry, and redirects."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Self

from markupsafe import Markup

from publish.data.json_ld import organization, script_json
from publish.pages.context import template_context
from publish.pages.page import Page, describe_moved, describe_place, describe_placeholder, signatory_words
from publish.site.routes import relative
from publish.site.site import Site
from publish.templating.prerender import Render, Shell, Shells, View, mark
from publish.views.corrections import latest_of_entry, told_of_entry
from publish.views.signatory import SignatoryView
from registry.model import Signatory

ENTRY, PLACE, PAGE, MOVED = "partials/entry.html", "pages/place.html", "pages/signatory.html", "pages/moved.html"


@dataclass(frozen=True, slots=True)
class _Row(View):
    """An entry as a row. `href` is the relative link from the page with the row to that of the entry."""

    entry: SignatoryView
    href: str


@dataclass(slots=True)
class Rows:
    """Renders signatories as rows of lists."""

    site: Site
    shells: Shells

    def lines(self, entries: Iterable[Signatory], page: Page, level: int, *, names_place: bool = False) -> Markup:
        """Return entries as list items of `page`, with their names as headings of `level`."""
        switches: dict[str, object] = {"level": level, "names_place": names_place}
        lines = b"".join(self._line(entry, page, switches) for entry in entries)
        return Markup(lines.decode())  # noqa: S704 - rendered with escaping

    def _line(self, entry: Signatory, page: Page, switches: dict[str, object]) -> bytes:
        directory = relative(self.site.routes.path("signatories", page.locale), page.path).removeprefix("./")
        row = _Row(SignatoryView.of(self.site, entry, page.locale), f"{directory}{entry.id}/")
        further = (page.locale, *switches.values(), *(each.edition for each in entry.signatures))
        return self.shells.fill(row, further, lambda: template_context(self.site, page) | switches)


def place_pages(site: Site, render: Render, rows: Rows, locale: str) -> Iterator[tuple[str, bytes]]:
    """Yield (path, content) of the pages of the places in one language; none where one page lists all entries."""
    directory = site.directories[locale]
    for group in directory.groups if directory.is_split else ():
        if group.place:
            page = describe_place(site, group.place, locale)
            values = template_context(site, page) | {"group": group, "rows": rows}
            yield f"{page.path}index.html", render(PLACE, values).encode()


def signatory_pages(site: Site, render: Render, locale: str) -> Iterator[tuple[str, bytes]]:
    """Yield (path, content) of the page of every signatory in one language."""
    shells = Shells(render, PAGE)
    for signatory in site.registry.signatories:
        page = signatory_page(site, signatory, locale, shells)
        yield f"{site.routes.path(f'signatories/{signatory.id}', locale)}index.html", page


def signatory_page(site: Site, signatory: Signatory, locale: str, shells: Shells) -> bytes:
    """Return the page of one entry in the language of these shells."""
    editions = tuple(each.edition for each in signatory.signatures)
    view = PageView.of(site, signatory, locale)
    return shells.fill(view, editions, lambda: template_context(site, describe_placeholder(site, locale, mark)))


def moved_pages(site: Site, render: Render, locale: str) -> Iterator[tuple[str, bytes]]:
    """Yield (path, content) of a redirect at every former address of a signatory."""
    moved = [(signatory, alias) for signatory in site.registry.signatories for alias in signatory.aliases]
    if moved:
        shell = Shell.cut(render(MOVED, template_context(site, describe_moved(site, locale, mark))))
        for signatory, alias in moved:
            title, description = signatory_words(site, signatory, locale)
            values = {"entry.id": signatory.id, "alias": alias, "title": title, "description": description}
            yield f"{site.routes.path(f'signatories/{alias}', locale)}index.html", shell.fill(values)


@dataclass(frozen=True, slots=True)
class PageView(View):
    """The view of an entry for its page. `shape` is the SVG path of its place, "" without a map.

    `structured` is its JSON-LD, `corrected` the sentence about its newest line in the record of corrections,
    `correction` the id of that line on the page of the record; the last two are "" if there is none.
    """

    entry: SignatoryView
    title: str
    description: str
    shape: str
    structured: str
    corrected: str
    correction: str

    @classmethod
    def of(cls, site: Site, signatory: Signatory, locale: str) -> Self:
        """Return the view of one entry in one language."""
        entry, line = SignatoryView.of(site, signatory, locale), latest_of_entry(site, signatory)
        title, description = signatory_words(site, signatory, locale)
        return cls(
            entry=entry,
            title=title,
            description=description,
            shape=site.map.shapes[signatory.place].path if site.map and signatory.place else "",
            structured=script_json(organization(site, entry, locale)),
            corrected=told_of_entry(site, line, locale) if line else "",
            correction=line.anchor if line else "",
        )

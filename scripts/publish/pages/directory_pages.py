"""Rows of the directory, and a page for every place if there are too many for one list."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from publish.pages.context import template_context
from publish.pages.page import Page, describe_place
from publish.site.routes import relative
from publish.site.site import Site
from publish.templating.prerender import Render, Shells, View
from publish.views.signatory import SignatoryView
from registry.model import Signatory

ENTRY = "partials/entry.html"


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


PAGE = "pages/place.html"


def place_pages(site: Site, render: Render, rows: Rows, locale: str) -> Iterator[tuple[str, bytes]]:
    """Yield (path, content) of the pages of the places in one language; none where one page lists all entries."""
    directory = site.directories[locale]
    for group in directory.groups if directory.is_split else ():
        if group.place:
            page = describe_place(site, group.place, locale)
            values = template_context(site, page) | {"group": group, "rows": rows}
            yield f"{page.path}index.html", render(PAGE, values).encode()

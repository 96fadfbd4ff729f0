"""Rows of the directory, and a page of them for every province where there are too many for one list."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from markupsafe import Markup

from publish.pages.context import template_context
from publish.pages.page import Page, describe_province
from publish.site.routes import relative
from publish.site.site import Site
from publish.templating.prerender import Render, Shell, mark
from publish.views.facts import Facts, facts
from registry.model import Signatory

ENTRY = "partials/entry.html"


@dataclass(slots=True)
class Register:
    """Sets lines. Entries with the same facts share one rendering, kept in `shells`."""

    site: Site
    render: Render
    shells: dict[tuple[object, ...], Shell] = field(default_factory=dict)

    def lines(self, entries: Iterable[Signatory], page: Page, level: int, *, names_province: bool = False) -> Markup:
        """Return entries as list items of `page`, their names as headings of a level."""
        lines = b"".join(self._line(entry, page, level, names_province) for entry in entries)
        return Markup(lines.decode())  # noqa: S704 - rendered with escaping

    def _line(self, entry: Signatory, page: Page, level: int, names_province: bool) -> bytes:  # noqa: FBT001 - the template's own switch
        values = self._values(entry, page)
        form = (page.locale, level, names_province, *values)
        if form not in self.shells:
            signed = [signature.edition for signature in entry.signatures]
            shown = {"signed": signed, "level": level, "names_province": names_province}
            given = template_context(self.site, page) | shown | {"v": {name: mark(name) for name in values}}
            self.shells[form] = Shell.cut(self.render(ENTRY, given))
        return self.shells[form].fill(values)

    def _values(self, entry: Signatory, page: Page) -> Facts:
        values = facts(self.site, entry, page.locale)
        if "logo" in values:
            values["logo"] = relative(values["logo"], page.path)
        directory = relative(self.site.routes.path("signatories", page.locale), page.path).removeprefix("./")
        codes = {"kind_code": entry.kind, "province_code": str(entry.province)}
        return values | codes | {"href": f"{directory}{entry.id}/"}


PAGE = "pages/province.html"


def province_pages(site: Site, render: Render, register: Register, locale: str) -> Iterator[tuple[str, bytes]]:
    """Yield (path, content) of the pages of the provinces in one language; none where one page lists all entries."""
    directory = site.directories[locale]
    for group in directory.groups if directory.is_split else ():
        page = describe_province(site, group.province, locale)
        values = template_context(site, page) | {"group": group, "register": register}
        yield f"{page.path}index.html", render(PAGE, values).encode()

"""The register: signatories as lines of a list, for the directory and the pages of provinces."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from markupsafe import Markup

from publish.context import template_context
from publish.facts import Facts, facts
from publish.page import Page
from publish.render import Render
from publish.routes import relative
from publish.shell import Shell, mark
from publish.site import Site
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

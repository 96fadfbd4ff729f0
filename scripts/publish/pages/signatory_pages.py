"""A page for every signatory in every language, and the addresses that moved there."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from publish.data.json_ld import organization, script_json
from publish.pages.context import template_context
from publish.pages.page import describe_moved, describe_stand_in, signatory_words
from publish.site.routes import relative
from publish.site.site import Site
from publish.templating.prerender import Render, Shell, mark
from publish.views.corrections import latest_of_entry, told_of_entry
from publish.views.facts import facts
from registry.model import Signatory

PAGE, MOVED = "pages/signatory.html", "pages/moved.html"


def signatory_pages(site: Site, render: Render, locale: str) -> Iterator[tuple[str, bytes]]:
    """Yield (path, content) of the page of every signatory in one language."""
    pages = Pages(site, render, locale)
    for signatory in site.registry.signatories:
        yield f"{site.routes.path(f'signatories/{signatory.id}', locale)}index.html", pages.page(signatory)


def moved_pages(site: Site, render: Render, locale: str) -> Iterator[tuple[str, bytes]]:
    """Yield (path, content) of a page at every former address of a signatory; it leads to the present one."""
    moved = [(signatory, alias) for signatory in site.registry.signatories for alias in signatory.aliases]
    if moved:
        shell = Shell.cut(render(MOVED, template_context(site, describe_moved(site, locale, mark))))
        for signatory, alias in moved:
            title, description = signatory_words(site, signatory, locale)
            values = {"id": signatory.id, "alias": alias, "title": title, "description": description}
            yield f"{site.routes.path(f'signatories/{alias}', locale)}index.html", shell.fill(values)


@dataclass(slots=True)
class Pages:
    """The pages of one language. Entries that have the same facts share one rendering: there are few such sets."""

    site: Site
    render: Render
    locale: str
    shells: dict[tuple[str, ...], Shell] = field(default_factory=dict)

    def page(self, signatory: Signatory) -> bytes:
        """Return the page of one entry."""
        values = self.values(signatory)
        names = tuple(values)
        if names not in self.shells:
            self.shells[names] = self._shell(names, signatory)
        return self.shells[names].fill(values)

    def values(self, signatory: Signatory) -> dict[str, str]:
        """Return what stands in the page of one entry, by the names that the template knows."""
        values = facts(self.site, signatory, self.locale)
        if "logo" in values:
            values["logo"] = relative(values["logo"], self.site.routes.path("signatories/x", self.locale))
        values["shape"] = self.site.map.provinces[signatory.province].path
        values["title"], values["description"] = signatory_words(self.site, signatory, self.locale)
        if line := latest_of_entry(self.site, signatory):
            values["corrected"], values["correction"] = told_of_entry(self.site, line, self.locale), line.anchor
        values["structured"] = script_json(organization(self.site, signatory, self.locale))
        return values

    def _shell(self, names: tuple[str, ...], signatory: Signatory) -> Shell:
        page = describe_stand_in(self.site, self.locale, mark)
        signed = [signature.edition for signature in signatory.signatures]
        values = {"v": {name: mark(name) for name in names}, "signed": signed}
        return Shell.cut(self.render(PAGE, template_context(self.site, page) | values))

"""One run of publishing: pages are asked for one by one, then the files that no page template makes."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from publish.identity import identity_files
from publish.logos import logo_path, logo_webp
from publish.page import Page, describe_page, page_of_no_address, template_context
from publish.provision_pages import TEMPLATE, provision_pages
from publish.search_index import index_path, render_index
from publish.site import Site

Render = Callable[[str, Mapping[str, object]], str]
"""Fills in a page template: (name, values) → HTML."""


@dataclass(slots=True)
class Publication:
    """`prose` gathers what pages say for the search index: locale → page key → (title, HTML)."""

    site: Site
    prose: dict[str, dict[str, tuple[str, str]]] = field(default_factory=dict)

    def page_context(self, key: str, locale: str, meta: Mapping[str, str], content: str) -> dict[str, object]:
        """Return what the template of a page is given."""
        page = describe_page(self.site, key, locale, meta, content)
        self.prose.setdefault(locale, {})[key] = (page.title, content)
        return self._context(page)

    def template_context(self) -> dict[str, object]:
        """Return what a template is given that stands for no page in no one language: 404, sitemap."""
        return self._context(page_of_no_address(self.site))

    def files(self, render: Render) -> Iterator[tuple[str, bytes]]:
        """Yield (path below the site's address, content) of all files but the pages that have Markdown of their own."""
        for page, context in provision_pages(self.site):
            yield f"{page.path}index.html", render(TEMPLATE, context).encode()
        for name, content in self.site.assets.files.items():
            yield self.site.assets.path(name), content
        yield from identity_files(self.site)
        yield from self._logos()
        for locale, prose in self.prose.items():
            yield index_path(locale), render_index(self.site, locale, prose).encode()

    def _logos(self) -> Iterator[tuple[str, bytes]]:
        folder = self.site.settings.registry.parent / "logos"
        for signatory in self.site.registry.signatories:
            if signatory.logo:
                yield logo_path(signatory), logo_webp(folder / signatory.logo, self.site.layout.cache)

    def _context(self, page: Page) -> dict[str, object]:
        return template_context(self.site, page)

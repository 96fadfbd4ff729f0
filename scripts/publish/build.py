"""A build: the context of every page, and all files that are not made from a Markdown page."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain, combinations

from publish.data.citations import citation_files
from publish.data.directory_index import directory_index
from publish.data.feeds import feed_files
from publish.data.open_data import open_data_files
from publish.downloads.all_downloads import Download, download_files, make_downloads
from publish.images.badges import badge_files
from publish.images.cards import card_png
from publish.images.icons import icon_files
from publish.images.logos import logo_files
from publish.pages.context import template_context
from publish.pages.directory_pages import ENTRY, Rows, moved_pages, place_pages, signatory_pages
from publish.pages.edition_pages import Rendering, comparison_pages, frozen_pages, later_pages, provision_pages
from publish.pages.page import Page, describe_page, not_found_page
from publish.pages.search_index import index_path, render_index
from publish.site.security import security_files
from publish.site.site import Site
from publish.templating.prerender import Render, Shells


@dataclass
class Publication:
    """The output of one build. `render` renders a template; `pages` is path → page of the Markdown pages so far."""

    site: Site
    render: Render
    pages: dict[str, Page] = field(default_factory=dict)

    @cached_property
    def downloads(self) -> tuple[Download, ...]:
        """The files to download, made once: pages show their sizes."""
        return make_downloads(self.site)

    @cached_property
    def rows(self) -> Rows:
        """The renderer of signatories as rows of lists."""
        return Rows(self.site, Shells(self.render, ENTRY))

    def page_context(self, key: str, locale: str, meta: Mapping[str, str], content: str) -> dict[str, object]:
        """Return the context of the template of a Markdown page."""
        page = describe_page(self.site, key, locale, meta, content)
        self.pages[page.path] = page
        return template_context(self.site, page) | {"downloads": self.downloads, "rows": self.rows}

    def template_context(self) -> dict[str, object]:
        """Return the context of a template that belongs to no single page or language: 404, sitemap."""
        return template_context(self.site, not_found_page(self.site))

    def groups(self) -> list[Iterator[tuple[str, bytes]]]:
        """Return groups of (path, content): all files that need no Markdown page. Paths are below the site's address.

        Workers take one group after the other: what grows with the registry is first.
        """
        locales = self.site.settings.locales
        entries = (
            chain(*(make(self.site, self.render, each) for make in (signatory_pages, moved_pages))) for each in locales
        )
        places = (place_pages(self.site, self.render, self.rows, locale) for locale in locales)
        # Made before the workers begin: otherwise each of them would make all downloads anew.
        texts = (*self._of_text(self.site, self.downloads), self._of_other_texts())
        return [*entries, self._lists(), *places, logo_files(self.site), *texts, self._of_site()]

    def files_of_pages(self) -> Iterator[tuple[str, bytes]]:
        """Yield (path, content) of the files that can be made once there are all Markdown pages."""
        for page in self.pages.values():
            yield page.card_path, card_png(self.site, page.card)
        for locale in self.site.settings.locales:
            yield index_path(locale), render_index(self.site, locale, self.pages.values(), self.downloads).encode()

    def _of_text(self, site: Site, downloads: Collection[Download]) -> Iterator[Iterator[tuple[str, bytes]]]:
        """Yield the groups of files that every edition has."""
        for locale in site.declarations:
            yield self._rendered(site, provision_pages(site, locale))
        yield self._rendered(site, frozen_pages(site, downloads))
        yield citation_files(site)
        yield download_files(downloads)

    def _of_other_texts(self) -> Iterator[tuple[str, bytes]]:
        """Yield the files of all texts but the first, each below its key, and the pages that compare two."""
        for site in self.site.others:
            downloads = make_downloads(site)
            yield from chain(*self._of_text(site, downloads))
            yield from self._rendered(site, later_pages(site, downloads))
        for earlier, later in combinations(self.site.all_texts, 2):
            yield from self._rendered(later, comparison_pages(earlier, later))

    def _rendered(self, site: Site, pages: Iterable[Rendering]) -> Iterator[tuple[str, bytes]]:
        """Yield pages and their social cards."""
        for template, page, context in pages:
            yield f"{page.path}index.html", self.render(template, context).encode()
            yield page.card_path, card_png(site, page.card)

    def _lists(self) -> Iterator[tuple[str, bytes]]:
        yield "sitemap.xml", self.render("sitemap.xml", self.template_context()).encode()
        yield from directory_index(self.site)
        yield from open_data_files(self.site)
        yield from feed_files(self.site)

    def _of_site(self) -> Iterator[tuple[str, bytes]]:
        """Yield the files that no page or text has for itself: styles, scripts, fonts, icons, policies, badges."""
        for name, content in self.site.assets.files.items():
            yield self.site.assets.path(name), content
        yield from icon_files(self.site)
        yield from security_files(self.site)
        yield from badge_files(self.site)

"""The pages of an edition: its provisions, its text at a permanent address, comparisons, all those of a later one."""

from collections.abc import Collection, Iterator

from declaration.later.comparison import FATES, Comparison, compare
from declaration.model import Declaration, Provision
from publish.data.citations import citation_of
from publish.data.json_ld import provision_legislation
from publish.downloads.all_downloads import Download
from publish.pages.context import template_context
from publish.pages.page import Page, describe_comparison, describe_edition_page, describe_frozen, describe_provision
from publish.site.routes import TEXT_PAGES
from publish.site.site import Site
from publish.views.word_diff import Pieces, word_diff

Rendering = tuple[str, Page, dict[str, object]]
"""(template, page, its context)"""


def provision_pages(site: Site, locale: str) -> Iterator[Rendering]:
    """Yield the page of every provision in one language: its text in all of them, with notes and links."""
    declaration = site.declarations[locale]
    for index, provision in enumerate(declaration.provisions):
        page = describe_provision(site, provision)
        yield "pages/provision.html", page, template_context(site, page) | _around(site, declaration, index)


def _around(site: Site, declaration: Declaration, index: int) -> dict[str, object]:
    """Return a provision, and what its page shows with it."""
    provisions = declaration.provisions
    provision = provisions[index]
    twins = [other.provision(provision.id) for other in site.declarations.values() if other is not declaration]
    return {
        "provision": provision,
        "chapter": declaration.chapter_of(provision),
        "citation": citation_of(site, provision.locale, provision),
        "structured": provision_legislation(site, provision),
        "twins": twins,
        "italics": any(map(site.text.italics, (provision, *twins))),
        "previous": provisions[index - 1] if index else None,
        "next": provisions[index + 1] if index + 1 < len(provisions) else None,
    }


def frozen_pages(site: Site, downloads: Collection[Download]) -> Iterator[Rendering]:
    """Yield the pages with the text of an edition at the address that contains its key."""
    for locale in site.declarations:
        page = describe_frozen(site, locale)
        yield "pages/declaration.html", page, template_context(site, page) | {"frozen": True, "downloads": downloads}


def later_pages(site: Site, downloads: Collection[Download]) -> Iterator[Rendering]:
    """Yield the pages of an edition that has no Markdown pages: they show its text and nothing else."""
    for key in TEXT_PAGES:
        for locale in site.declarations if key in site.text_keys else ():
            page = describe_edition_page(site, key, locale)
            yield f"pages/{key}.html", page, template_context(site, page) | {"downloads": downloads}


def comparison_pages(earlier: Site, later: Site) -> Iterator[Rendering]:
    """Yield the pages that compare two editions."""
    compared = compare(earlier.words, later.words)
    for locale in later.declarations:
        page = describe_comparison(earlier, later, locale)
        context = {
            "earlier": earlier,
            "compared": compared,
            "counts": {fate: sum(each.fate == fate for each in compared) for fate in FATES},
            "shown": lambda each, locale=locale: _shown(earlier, later, each, locale),
            "differences_of": lambda each, locale=locale: _differences(earlier, later, each, locale),
        }
        yield "pages/comparison.html", page, template_context(later, page) | context


def _shown(earlier: Site, later: Site, each: Comparison, locale: str) -> Provision:
    """Return a provision of the later edition; of the earlier one if it is gone."""
    site = later if each.later else earlier
    return site.declarations[locale].provision(each.later or each.earlier)


def _differences(earlier: Site, later: Site, each: Comparison, locale: str) -> tuple[Pieces, Pieces]:
    """Return the words of a changed provision in both editions, with the changed ones marked."""
    old = earlier.declarations[locale].provision(each.earlier).numbered_text
    return word_diff(old, later.declarations[locale].provision(each.later).numbered_text, whole=True)

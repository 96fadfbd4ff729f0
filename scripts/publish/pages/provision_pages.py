"""The page of every provision: its text in every language, with notes and links."""

from collections.abc import Iterator

from declaration.model import Declaration
from publish.data.citations import citation_of
from publish.data.json_ld import provision_legislation
from publish.pages.context import template_context
from publish.pages.page import Page, describe_provision
from publish.site.site import Site

TEMPLATE = "pages/provision.html"


def provision_pages(site: Site) -> Iterator[tuple[str, Page, dict[str, object]]]:
    """Yield (template, page, context) for every provision in every language."""
    for declaration in site.declarations.values():
        for index, provision in enumerate(declaration.provisions):
            page = describe_provision(site, provision)
            yield TEMPLATE, page, {**template_context(site, page), **_context(site, declaration, index)}


def _context(site: Site, declaration: Declaration, index: int) -> dict[str, object]:
    provisions = declaration.provisions
    provision = provisions[index]
    twins = [other.provision(provision.id) for other in site.declarations.values() if other is not declaration]
    return {
        "provision": provision,
        "chapter": declaration.chapter_of(provision),
        "citation": citation_of(site, provision),
        "structured": provision_legislation(site, provision),
        "twins": twins,
        "italics": any(map(site.text.italics, (provision, *twins))),
        "previous": provisions[index - 1] if index else None,
        "next": provisions[index + 1] if index + 1 < len(provisions) else None,
    }

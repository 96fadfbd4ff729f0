"""A page for every provision: its words by themselves, in every language, with what belongs to them."""

from collections.abc import Iterator
from textwrap import shorten

from declaration.model import Declaration, Provision
from publish.page import Page, describe_page, template_context
from publish.site import Site

TEMPLATE = "pages/provision.html"
DESCRIPTION_LENGTH = 155
"""Characters that search engines show of a description."""


def provision_pages(site: Site) -> Iterator[tuple[Page, dict[str, object]]]:
    """Yield (page, what its template is given) for every provision in every language."""
    for declaration in site.declarations.values():
        for index, provision in enumerate(declaration.provisions):
            page = _page(site, declaration, provision)
            yield page, {**template_context(site, page), **_context(site, declaration, index)}


def _page(site: Site, declaration: Declaration, provision: Provision) -> Page:
    label = site.labels.text(f"label.{provision.kind}", provision.locale, number=provision.number)
    words = shorten(provision.text, DESCRIPTION_LENGTH - len(label) - 2, placeholder=" …")
    meta = {"title": label, "description": f"{label}: {words}"}
    return describe_page(site, provision.id, declaration.locale, meta, "")


def _context(site: Site, declaration: Declaration, index: int) -> dict[str, object]:
    provisions = declaration.provisions
    provision = provisions[index]
    others = (other for other in site.declarations.values() if other is not declaration)
    return {
        "provision": provision,
        "twins": [other.provision(provision.id) for other in others],
        "previous": provisions[index - 1] if index else None,
        "next": provisions[index + 1] if index + 1 < len(provisions) else None,
    }

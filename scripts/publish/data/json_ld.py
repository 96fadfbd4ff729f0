"""JSON-LD: the text and its provisions as schema.org Legislation, a signatory as Organization.

No publisher, no author and no legal force is stated: none of them is known.
"""

import json
from functools import partial
from typing import Any

from jinja2.utils import htmlsafe_json_dumps

from declaration.model import Declaration, Provision
from publish.site.settings import TEXT_PAGE
from publish.site.site import Site
from publish.views.signatory import SignatoryView


def legislation(site: Site, declaration: Declaration) -> dict[str, Any]:
    """Return the whole text in one language; its parts are named by their `@id`."""
    return {
        **_common(site, TEXT_PAGE, declaration.locale),
        "name": declaration.title,
        "legislationIdentifier": site.edition.key,
        "hasPart": [{"@id": site.routes.address(each.id, declaration.locale)} for each in declaration.provisions],
    }


def provision_legislation(site: Site, provision: Provision) -> dict[str, Any]:
    """Return one provision in one language, as part of the whole text."""
    return {
        **_common(site, provision.id, provision.locale),
        "name": provision.label(provision.locale),
        "legislationIdentifier": f"{site.edition.key}/{provision.id}",
        "text": provision.text,
        "isPartOf": {"@id": site.routes.address(TEXT_PAGE, provision.locale)},
    }


def organization(site: Site, entry: SignatoryView, locale: str) -> dict[str, Any]:
    """Return a signatory: name, place, website, Wikidata item. Only the page says that it signed, with evidence."""
    key = f"signatories/{entry.id}"
    wikidata = f"https://www.wikidata.org/entity/{entry.wikidata}" if entry.wikidata else ""
    same = [address for address in (entry.website, wikidata) if address]
    return {
        "@context": "https://schema.org",
        "@type": "Organization",
        "@id": site.routes.address(key, site.settings.default_locale),
        "url": site.routes.address(key, locale),
        "name": entry.name,
        **({"areaServed": {"@type": "AdministrativeArea", "name": entry.place}} if entry.place else {}),
        **({"sameAs": same} if same else {}),
    }


script_json = partial(htmlsafe_json_dumps, dumps=json.JSONEncoder(ensure_ascii=False).encode)
"""Returns JSON that is safe in a script element, whatever its texts contain. One encoder for all: creating one takes
longer than using it."""


def _common(site: Site, key: str, locale: str) -> dict[str, Any]:
    """Return the properties of both text and provision; a translation names its original, that its translations."""
    address, authentic = site.routes.address(key, locale), site.text.authentic
    related: dict[str, Any] = {"translationOfWork": {"@id": site.routes.address(key, authentic[0])}}
    if locale in authentic:
        others = (other for other in site.settings.locales if other != locale)
        related = {"workTranslation": [{"@id": site.routes.address(key, other)} for other in others]}
    return {
        "@context": "https://schema.org",
        "@type": "Legislation",
        "@id": address,
        "url": address,
        "inLanguage": locale,
        "legislationDate": site.edition.adopted.isoformat(),
        **related,
    }

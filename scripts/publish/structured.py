"""The text and its provisions as schema.org Legislation, in JSON-LD.

No publisher, no author and no legal force is stated: none of them is known.
"""

from typing import Any

from declaration.model import Declaration, Provision
from publish.settings import TEXT_PAGE
from publish.site import Site


def legislation(site: Site, declaration: Declaration) -> dict[str, Any]:
    """Return the whole text in one language; its parts are named by their `@id`."""
    parts = [{"@id": _address(site, provision.id, declaration.locale)} for provision in declaration.provisions]
    return {
        "@context": "https://schema.org",
        **_common(site, TEXT_PAGE, declaration.locale),
        "name": declaration.title,
        "legislationIdentifier": site.edition.key,
        "hasPart": parts,
    }


def provision_legislation(site: Site, provision: Provision) -> dict[str, Any]:
    """Return one provision in one language, as part of the whole text."""
    return {
        "@context": "https://schema.org",
        **_common(site, provision.id, provision.locale),
        "name": site.labels.text(f"label.{provision.kind}", provision.locale, number=provision.number),
        "legislationIdentifier": f"{site.edition.key}/{provision.id}",
        "text": provision.text,
        "isPartOf": {"@id": _address(site, TEXT_PAGE, provision.locale)},
    }


def _common(site: Site, key: str, locale: str) -> dict[str, Any]:
    """Return what text and provision share; a translation names its original, the original its translations."""
    address, authentic = _address(site, key, locale), site.text.authentic
    others = [{"@id": _address(site, key, other)} for other in site.settings.locales if other != locale]
    related = (
        {"workTranslation": others}
        if locale == authentic
        else {"translationOfWork": {"@id": _address(site, key, authentic)}}
    )
    return {
        "@type": "Legislation",
        "@id": address,
        "url": address,
        "inLanguage": locale,
        "legislationDate": site.edition.adopted.isoformat(),
        **related,
    }


def _address(site: Site, key: str, locale: str) -> str:
    return site.routes.absolute(site.routes.path(key, locale))

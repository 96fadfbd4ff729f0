"""The text as Akoma Ntoso 3.0: the OASIS standard for parliamentary and legal documents."""

from publish.downloads.document import Document

LANGUAGE_CODES = {"tr": "tur", "en": "eng"}
"""ISO 639-2, which the standard's naming convention asks for in addresses and in FRBRlanguage."""


def xml(document: Document) -> bytes:
    """Return the text as a `statement`; a translation names the expression that it translates."""
    site = document.site
    country = site.text.country.lower()
    return document.render(
        "declaration.xml",
        country=country,
        work=f"/akn/{country}/statement/{site.edition.adopted}/{site.edition.key}",
        codes=LANGUAGE_CODES,
        authentic=site.declarations[site.text.authentic],
    ).encode()

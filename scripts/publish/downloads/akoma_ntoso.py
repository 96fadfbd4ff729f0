"""The text as Akoma Ntoso 3.0: the OASIS standard for parliamentary and legal documents."""

from publish.downloads.document import Document


def xml(document: Document) -> bytes:
    """Return the text as a `statement`; a translation names the expression that it translates."""
    site = document.site
    country = site.text.country.lower()
    return document.render(
        "declaration.xml",
        country=country,
        work=f"/akn/{country}/statement/{site.edition.adopted}/{site.edition.key}",
        codes={each: site.labels.text("language.code", each) for each in site.declarations},
        authentic=site.declarations[site.text.authentic],
    ).encode()

"""Citations of a provision: BibTeX and CSL-JSON files, and the citation shown on its page."""

import json
from collections.abc import Iterator

from declaration.cite import Citation
from declaration.model import Provision
from publish.i18n.cldr import name_of
from publish.site.site import Site
from publish.templating.formats import render_format
from publish.views.corrections import last_correction, translation_note


def citation_of(site: Site, provision: Provision) -> Citation:
    """Return the citation of a provision."""
    locale = provision.locale
    corrected = last_correction(site, provision.id, locale)
    translated = corrected.date if corrected else None
    return Citation(
        provision=provision,
        edition=site.edition,
        title=f"{site.edition.title[locale]}{site.labels.text('comma', locale)} {provision.label(locale)}",
        note="" if site.declarations[locale].authentic else translation_note(site, translated, locale),
        translated=translated,
        site=site.labels.text("site.name", locale),
        url=site.routes.absolute(site.routes.path(provision.id, locale)),
        accessed=site.settings.data_date,
    )


def citation_files(site: Site) -> Iterator[tuple[str, bytes]]:
    """Yield (path, content) of cite.bib and cite.json of every provision in every language."""
    for locale, declaration in site.declarations.items():
        language = name_of(locale, "en").lower()
        for provision in declaration.provisions:
            citation, folder = citation_of(site, provision), site.routes.path(provision.id, locale)
            yield f"{folder}cite.json", json.dumps([citation.csl()], ensure_ascii=False, indent=2).encode() + b"\n"
            bibtex = render_format(site.layout, "cite.bib", citation=citation, language=language)
            yield f"{folder}cite.bib", bibtex.encode()

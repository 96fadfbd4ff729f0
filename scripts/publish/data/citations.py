"""Citations of the text and of its provisions: files for reference managers, and what their pages show."""

import json
from collections.abc import Iterator

from declaration.cite import Citation
from declaration.model import Provision
from publish.i18n.cldr import name_of
from publish.site.site import Site
from publish.templating.formats import render_format
from publish.views.corrections import last_translated, translation_note


def citation_of(site: Site, locale: str, provision: Provision | None = None) -> Citation:
    """Return the citation of a provision, or of the whole text."""
    title = site.edition.title[locale]
    translated = last_translated(site, [provision] if provision else site.declarations[locale].passages)
    return Citation(
        section=provision.id if provision else "",
        edition=site.edition,
        locale=locale,
        title=f"{title}{site.labels.text('comma', locale)} {provision.label(locale)}" if provision else title,
        note="" if site.declarations[locale].authentic else translation_note(site, translated, locale),
        translated=translated,
        site=site.labels.text("site.name", locale),
        url=site.routes.absolute(_folder(site, locale, provision)),
        accessed=site.settings.data_date,
    )


def citation_files(site: Site) -> Iterator[tuple[str, bytes]]:
    """Yield (path, content) of the files to cite the text, and every provision, in every language."""
    for locale, declaration in site.declarations.items():
        values = {"language": name_of(locale, "en").lower()}
        for provision in (None, *declaration.provisions):
            citation, folder = citation_of(site, locale, provision), _folder(site, locale, provision)
            yield f"{folder}cite.json", json.dumps([citation.csl()], ensure_ascii=False, indent=2).encode() + b"\n"
            for name in ("cite.bib", "cite.ris"):
                yield f"{folder}{name}", render_format(site.layout, name, citation=citation, **values).encode()


def _folder(site: Site, locale: str, provision: Provision | None) -> str:
    """Return the path of what is cited: the page of the provision, or the permanent copy of the text."""
    return site.routes.path(provision.id if provision else f"v/{site.edition.key}", locale)

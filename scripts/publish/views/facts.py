"""What is said of a signatory in one language: texts by name, ready to stand in a page."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from publish.i18n.cldr import long_date
from publish.images.logos import logo_path
from publish.site.site import Site
from registry.dates import PartialDate
from registry.model import Signatory

Facts = dict[str, str]
"""Name → text; what is not known is left out. Facts of a signature end in its edition: "date_2021"."""


def facts(site: Site, signatory: Signatory, locale: str) -> Facts:
    """Return everything that is said of a signatory, in the same order for all that have the same facts."""
    texts = {
        "id": signatory.id,
        "name": signatory.name_in(locale),
        "kind": site.labels.text(f"kind.{signatory.kind}", locale),
        "province": site.reference.provinces[signatory.province].name_in(locale),
        "website": signatory.website,
        "wikidata": signatory.wikidata,
        "logo": logo_path(signatory),
        **dict(_signed(site, signatory, locale)),
        **dict(_withdrawn(site, signatory, locale)),
    }
    return {name: text for name, text in texts.items() if text}


def inferred(site: Site, date: PartialDate, locale: str) -> str:
    """Return the sentence that tells an inferred date from one that the source shows, else ""."""
    return site.labels.text(f"date.inferred.{date.precision}", locale) if date.is_inferred else ""


def _signed(site: Site, signatory: Signatory, locale: str) -> Iterator[tuple[str, str]]:
    for signature in signatory.signatures:
        key = signature.edition
        yield f"date_{key}", long_date(signature.date, locale)
        yield f"inferred_{key}", inferred(site, signature.date, locale)
        yield f"url_{key}", signature.evidence.url
        yield f"host_{key}", _host(signature.evidence.url)
        yield f"evidence_{key}", site.labels.text(f"evidence.{signature.evidence.kind}", locale)
        yield f"archive_{key}", signature.evidence.archive
        yield f"verified_{key}", long_date(signature.verified, locale)


def _host(url: str) -> str:
    """Return whose report it is, as far as the address tells: the name of the site."""
    return (urlsplit(url).hostname or "").removeprefix("www.")


def _withdrawn(site: Site, signatory: Signatory, locale: str) -> Iterator[tuple[str, str]]:
    if withdrawn := signatory.withdrawn:
        yield "withdrawn_date", long_date(withdrawn.date, locale)
        yield "withdrawn_inferred", inferred(site, withdrawn.date, locale)
        yield "withdrawn_url", withdrawn.evidence.url
        yield "withdrawn_kind", site.labels.text(f"evidence.{withdrawn.evidence.kind}", locale)

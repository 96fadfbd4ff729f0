"""The view of a signatory for pages, search and JSON-LD, in one language."""

from dataclasses import dataclass
from typing import Self

from declaration.editions import Edition
from publish.i18n.cldr import long_date
from publish.images.logos import logo_path
from publish.site.site import Site
from publish.templating.prerender import View
from registry.dates import PartialDate
from registry.model import Evidence, Signatory, Signature, Withdrawal
from source.links import bare_host


@dataclass(frozen=True, slots=True)
class EvidenceView(View):
    """A piece of evidence. `host` is that of `url`."""

    url: str
    kind: str
    host: str
    archive: str

    @classmethod
    def of(cls, site: Site, evidence: Evidence, locale: str) -> Self:
        """Return the view of a piece of evidence."""
        kind = site.labels.text(f"evidence.{evidence.kind}", locale)
        return cls(evidence.url, kind, bare_host(evidence.url), evidence.archive)


@dataclass(frozen=True, slots=True)
class SignatureView(View):
    """A signature. `known` says what the evidence shows of its date, `inferred` that it shows none; both may be ""."""

    edition: Edition
    date: str
    known: str
    inferred: str
    evidence: EvidenceView
    verified: str

    @classmethod
    def of(cls, site: Site, signature: Signature, locale: str) -> Self:
        """Return the view of the signature of one edition."""
        return cls(
            next(each for each in site.editions if each.key == signature.edition),
            long_date(signature.date, locale),
            known(site, signature.date, locale),
            inferred(site, signature.date, locale),
            EvidenceView.of(site, signature.evidence, locale),
            long_date(signature.verified, locale),
        )


@dataclass(frozen=True, slots=True)
class WithdrawalView(View):
    """A withdrawal. `known` and `inferred` are as in `SignatureView`."""

    date: str
    known: str
    inferred: str
    evidence: EvidenceView

    @classmethod
    def of(cls, site: Site, withdrawal: Withdrawal, locale: str) -> Self:
        """Return the view of a withdrawal."""
        evidence = EvidenceView.of(site, withdrawal.evidence, locale)
        date = withdrawal.date
        return cls(long_date(date, locale), known(site, date, locale), inferred(site, date, locale), evidence)


@dataclass(frozen=True, slots=True)
class SignatoryView(View):
    """An entry. `kind` and `place` are names, `kind_code` and `place_code` their values in the registry.

    `logo` is a path below the site's address. Texts that are not known are "", a withdrawal is None.
    """

    id: str
    name: str
    kind: str
    kind_code: str
    place: str
    place_code: str
    website: str
    wikidata: str
    logo: str
    signatures: tuple[SignatureView, ...]
    withdrawn: WithdrawalView | None

    @classmethod
    def of(cls, site: Site, signatory: Signatory, locale: str) -> Self:
        """Return the view of an entry."""
        return cls(
            id=signatory.id,
            name=signatory.name_in(locale),
            kind=site.labels.text(f"kind.{signatory.kind}", locale),
            kind_code=signatory.kind,
            place=site.place_name(signatory, locale),
            place_code=signatory.place,
            website=signatory.website,
            wikidata=signatory.wikidata,
            logo=logo_path(signatory),
            signatures=tuple(SignatureView.of(site, each, locale) for each in signatory.signatures),
            withdrawn=WithdrawalView.of(site, signatory.withdrawn, locale) if signatory.withdrawn else None,
        )


def known(site: Site, date: PartialDate, locale: str) -> str:
    """Return the sentence that says what the source shows of a date, "" if it shows the day."""
    if date.precision == "day" and not date.is_inferred:
        return ""
    return site.labels.text(f"date.{'inferred' if date.is_inferred else 'partial'}.{date.precision}", locale)


def inferred(site: Site, date: PartialDate, locale: str) -> str:
    """Return the words that say in a list that the source shows no date, "" if it shows one."""
    return site.labels.text("signatories.undated", locale) if date.is_inferred else ""

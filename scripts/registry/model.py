"""The model of the registry. `from_yaml` takes nodes that the rules have accepted."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Self

from registry.dates import PartialDate
from source.yaml.nodes import Fields, Scalar

NAME_LOCALES = ("tr", "en")
"""The languages of names in the registry; the last one serves for all others."""

Names = Mapping[str, str]
"""locale → name"""


def name_locale(locale: str) -> str:
    """Return the language of names for the readers of a language."""
    return locale if locale in NAME_LOCALES else NAME_LOCALES[-1]


class Kind(StrEnum):
    """The kinds of signatories."""

    METROPOLITAN = "metropolitan"
    PROVINCIAL = "provincial"
    DISTRICT = "district"
    TOWN = "town"
    UNION = "union"


class EvidenceKind(StrEnum):
    """The kinds of evidence, the strongest first."""

    COUNCIL_DECISION = "council-decision"
    SIGNED_COPY = "signed-copy"
    OFFICIAL_ANNOUNCEMENT = "official-announcement"
    PRESS = "press"


@dataclass(frozen=True, slots=True)
class Province:
    """A province. `code` is its plate code, 1 to 81; `name` is locale → name; `also` are other names people write.

    `metropolitan`: its municipality is metropolitan, not provincial.
    """

    code: int
    name: Names
    region: str
    also: tuple[str, ...]
    metropolitan: bool

    def name_in(self, locale: str) -> str:
        """Return the name for the readers of a language."""
        return self.name[name_locale(locale)]

    @classmethod
    def from_yaml(cls, fields: Fields) -> Self:
        """Read one item of `provinces`."""
        texts, also = fields.texts(), _texts(fields, "also")
        code, region, metropolitan = int(texts.pop("code")), texts.pop("region"), texts.pop("metropolitan", "") == "yes"
        return cls(code, region=region, also=also, metropolitan=metropolitan, name=texts)


@dataclass(frozen=True, slots=True)
class Evidence:
    """A public page that shows a signature or a withdrawal. `archive` is the address of a stored copy, or ""."""

    url: str
    kind: EvidenceKind
    archive: str

    @classmethod
    def from_yaml(cls, fields: Fields) -> Self:
        """Read an `evidence` mapping."""
        texts = fields.texts()
        return cls(texts["url"], EvidenceKind(texts["kind"]), texts.get("archive", ""))


@dataclass(frozen=True, slots=True)
class Signature:
    """One edition signed. `verified` is the day a maintainer read the evidence or a stored copy of it."""

    edition: str
    date: PartialDate
    evidence: Evidence
    verified: dt.date

    @classmethod
    def from_yaml(cls, fields: Fields) -> Self:
        """Read one item of `signatures`."""
        texts = fields.texts()
        return cls(
            edition=texts["edition"],
            date=PartialDate.parse(texts["date"]),
            evidence=Evidence.from_yaml(_fields(fields, "evidence")),
            verified=dt.date.fromisoformat(texts["verified"]),
        )


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """The withdrawal of an entry's signatures: the entry and its page remain, marked."""

    date: PartialDate
    evidence: Evidence

    @classmethod
    def from_yaml(cls, fields: Fields) -> Self:
        """Read a `withdrawn` mapping."""
        return cls(PartialDate.parse(fields.texts()["date"]), Evidence.from_yaml(_fields(fields, "evidence")))


@dataclass(frozen=True, slots=True)
class Signatory:
    """One entry. `name` is locale → name; `website`, `logo`, `wikidata` may be "".

    `id` and `aliases` are permanent parts of addresses; `logo` is a file name in logos/ beside the registry.
    """

    id: str
    name: Names
    kind: Kind
    province: int
    website: str
    logo: str
    wikidata: str
    aliases: tuple[str, ...]
    signatures: tuple[Signature, ...]
    withdrawn: Withdrawal | None

    @classmethod
    def from_yaml(cls, fields: Fields) -> Self:
        """Read one item of `signatories`."""
        texts, withdrawn = fields.texts(), fields.fields("withdrawn")
        return cls(
            id=texts["id"],
            name=_fields(fields, "name").texts(),
            kind=Kind(texts["kind"]),
            province=int(texts["province"]),
            website=texts.get("website", ""),
            logo=texts.get("logo", ""),
            wikidata=texts.get("wikidata", ""),
            aliases=_texts(fields, "aliases"),
            signatures=tuple(
                Signature.from_yaml(item) for item in fields.items("signatures") if isinstance(item, Fields)
            ),
            withdrawn=Withdrawal.from_yaml(withdrawn) if withdrawn else None,
        )

    def name_in(self, locale: str) -> str:
        """Return the name for the readers of a language."""
        return self.name[name_locale(locale)]

    def signature(self, edition: str) -> Signature | None:
        """Return the signature of `edition`, or None."""
        return next((signature for signature in self.signatures if signature.edition == edition), None)


@dataclass(frozen=True, slots=True)
class Registry:
    """All entries, sorted by id."""

    signatories: tuple[Signatory, ...]

    def of_edition(self, edition: str) -> tuple[Signatory, ...]:
        """Return the entries that signed `edition`, without withdrawn ones."""
        return tuple(entry for entry in self.signatories if entry.signature(edition) and not entry.withdrawn)


def _fields(fields: Fields, key: str) -> Fields:
    if (found := fields.fields(key)) is None:
        raise KeyError(key)
    return found


def _texts(fields: Fields, key: str) -> tuple[str, ...]:
    return tuple(item.text for item in fields.items(key) if isinstance(item, Scalar))

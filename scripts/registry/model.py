"""The model of the registry. `from_yaml` takes nodes that the rules have accepted."""

import datetime as dt
from dataclasses import dataclass
from functools import cached_property
from typing import Self

from registry.dates import PartialDate
from registry.definition.model import Definition
from registry.draft import signatures_of
from source.problems.message import Words, in_language
from source.yaml.nodes import Fields, Scalar


@dataclass(frozen=True, slots=True)
class Evidence:
    """A public page that shows a signature or a withdrawal. `archive` is the address of a stored copy, or ""."""

    url: str
    kind: str
    archive: str = ""


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
            evidence=Evidence(**_texts(fields, "evidence")),
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
        return cls(PartialDate.parse(fields.texts()["date"]), Evidence(**_texts(fields, "evidence")))


@dataclass(frozen=True, slots=True)
class Signatory:
    """One entry. `name` is locale → name, `place` a code; that, `website`, `logo` and `wikidata` may be "".

    `id` and `aliases` are permanent parts of addresses; `logo` is a file name in logos/ beside the registry.
    """

    id: str
    name: Words
    kind: str
    place: str
    website: str
    logo: str
    wikidata: str
    aliases: tuple[str, ...]
    signatures: tuple[Signature, ...]
    withdrawn: Withdrawal | None

    @classmethod
    def from_yaml(cls, fields: Fields, definition: Definition) -> Self:
        """Read one item of `signatories`."""
        texts, withdrawn, names = fields.texts(), fields.fields("withdrawn"), _texts(fields, "name")
        return cls(
            id=texts["id"],
            name={locale: names[locale] for locale in definition.locales},
            kind=texts["kind"],
            place=texts.get(definition.place_key, ""),
            website=texts.get("website", ""),
            logo=texts.get("logo", ""),
            wikidata=texts.get("wikidata", ""),
            aliases=tuple(alias.text for alias in fields.items("aliases") if isinstance(alias, Scalar)),
            signatures=tuple(map(Signature.from_yaml, signatures_of(fields))),
            withdrawn=Withdrawal.from_yaml(withdrawn) if withdrawn else None,
        )

    def name_in(self, locale: str) -> str:
        """Return the name for the readers of a language."""
        return in_language(self.name, locale)


@dataclass(frozen=True)
class Registry:
    """All entries, sorted by id."""

    signatories: tuple[Signatory, ...]

    @cached_property
    def by_id(self) -> dict[str, Signatory]:
        """The entries by their present and former ids."""
        return {each: entry for entry in self.signatories for each in (entry.id, *entry.aliases)}


def _texts(fields: Fields, key: str) -> dict[str, str]:
    return (fields.fields(key) or Fields({})).texts()

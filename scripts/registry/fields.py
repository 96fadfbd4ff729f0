"""The table of fields of an entry, in order: the source of rules, layout, forms and JSON Schema."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property, partial

from source.problems.message import Called, Message, Words, in_language

ID = "[a-z0-9]+(-[a-z0-9]+)*"
DATE = "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?\\??"
DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
LOGO = "[a-z0-9]+(-[a-z0-9]+)*\\.(png|webp)"
WIKIDATA = "Q[0-9]{1,12}"
URL = "https://[!-~]+"

ID_LIMIT = 80
NAME_LIMIT = 160
WORD_LIMIT = 30
URL_LIMIT = 2000
ALIASES_LIMIT = 5


@dataclass(frozen=True, slots=True)
class Choice:
    """A value of a field, its meaning, and `also`: other words that people write for it.

    `needs_place` is False for a kind of signatories that have no place; `usual`: messages give it as the example.
    """

    value: str
    words: Words
    also: tuple[str, ...] = ()
    needs_place: bool = True
    usual: bool = False


@dataclass(frozen=True)
class Field:
    """A field: `label` is what it is called, `example` is a valid value.

    A field with `fields` is a mapping, or with `many` a list of them; `pattern` is a regular expression for the whole
    text, `limit` its maximum length in characters (0: none), `choices` are its only values. `number`: it is an integer.
    `is_place`: its values are the codes of places.
    """

    key: str
    label: Called
    example: str = ""
    required: bool = True
    many: bool = False
    fields: tuple["Field", ...] = ()
    choices: tuple[Choice, ...] = ()
    pattern: str = ""
    limit: int = 0
    number: bool = False
    is_place: bool = False

    @cached_property
    def is_text(self) -> bool:
        """Whether the value is one text."""
        return not (self.fields or self.many)

    @cached_property
    def known(self) -> Mapping[str, "Field"]:
        """The fields of a mapping, by key."""
        return {field.key: field for field in self.fields}

    def words(self, locale: str) -> str:
        """Return the label for the readers of a language."""
        return in_language(self.label, locale)


def is_id(text: str) -> bool:
    """Return whether a text has the form of an id."""
    return len(text) <= ID_LIMIT and re.fullmatch(ID, text) is not None


DATE_SIGNED = Field("date", Message("date of signature"), "2022-01", pattern=DATE)
VERIFIED = Field("verified", Message("day the evidence or its stored copy was examined"), "2022-02-01", pattern=DAY)
DATE_WITHDRAWN = Field("date", Message("date of withdrawal"), "2023-01-15", pattern=DATE)
_ADDRESS = partial(Field, pattern=URL, limit=URL_LIMIT)
WEBSITE = _ADDRESS("website", Message("website"), "https://deneme.example", required=False)
EVIDENCE_URL = _ADDRESS("url", Message("address of the evidence"), "https://deneme.example/karar/12")
ARCHIVE = _ADDRESS("archive", Message("address of a stored copy"), "https://deneme.example/kopya/12", required=False)
OPTIONAL = ("website", "logo", "wikidata")
"""The fields that a registry may do without."""


def file_field(
    example: str,
    names: tuple[Field, ...],
    facts: tuple[Field, ...],
    evidence_kinds: tuple[Choice, ...],
    optional: Collection[str],
) -> Field:
    """Return the file itself, as a mapping; `example` is that of an id, `facts` are kind and place of an entry."""
    logo = Field("logo", Message("logo file"), f"{example}.png", required=False, pattern=LOGO)
    wikidata = Field("wikidata", Message("Wikidata id"), "Q000", required=False, pattern=WIKIDATA)
    alias = example.partition("-")[0]
    former = Field("aliases", Message("former ids"), alias, required=False, many=True, pattern=ID, limit=ID_LIMIT)
    kind = Field("kind", Message("kind of evidence"), evidence_kinds[0].value, choices=evidence_kinds)
    evidence = (EVIDENCE_URL, kind, ARCHIVE)
    signature = (
        Field("edition", Message("edition signed"), "2020"),
        DATE_SIGNED,
        Field("evidence", Message("evidence"), fields=evidence),
        VERIFIED,
    )
    withdrawal = (DATE_WITHDRAWN, Field("evidence", Message("evidence of the withdrawal"), fields=evidence))
    signatory = (
        Field("id", Message("permanent id"), example, pattern=ID, limit=ID_LIMIT),
        Field("name", Message("name"), fields=names),
        *facts,
        *(field for field in (WEBSITE, logo, wikidata) if field.key in optional),
        former,
        Field("signatures", Message("signatures"), many=True, fields=signature),
        Field("withdrawn", Message("withdrawal"), required=False, fields=withdrawal),
    )
    listed = Field("signatories", Message("signatories"), many=True, fields=signatory)
    return Field("", Message("file"), fields=(listed,))

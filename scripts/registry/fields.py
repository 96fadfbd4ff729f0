"""The table of fields of an entry, in order: the source of rules, layout, forms and JSON Schema."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from registry import characters
from registry.model import EvidenceKind, Kind

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
RESERVED_IDS = ("il", "province", "why-so-few")
"""Words in addresses of the directory in the place of an id: its other pages, and one of its passages.

All other HTML ids on pages that list entries contain a "_", which an id of an entry does not.
"""


@dataclass(frozen=True, slots=True)
class Choice:
    """A value of a field, its meaning, and `also`: other words that people write for it."""

    value: str
    tr: str
    en: str
    also: tuple[str, ...] = ()


@dataclass(frozen=True)
class Field:
    """A field: `tr` and `en` are its label, `example` is a valid value.

    A field with `fields` is a mapping, or with `many` a list of them; `pattern` is a regular expression for the whole
    text, `limit` its maximum length in characters (0: none), `choices` are its only values. `number`: it is an integer.
    """

    key: str
    tr: str
    en: str
    example: str = ""
    required: bool = True
    many: bool = False
    fields: tuple["Field", ...] = ()
    choices: tuple[Choice, ...] = ()
    pattern: str = ""
    limit: int = 0
    number: bool = False

    @cached_property
    def is_text(self) -> bool:
        """Whether the value is one text."""
        return not (self.fields or self.many)

    @cached_property
    def known(self) -> Mapping[str, "Field"]:
        """The fields of a mapping, by key."""
        return {field.key: field for field in self.fields}

    @cached_property
    def required_keys(self) -> frozenset[str]:
        """The keys that a mapping must have."""
        return frozenset(field.key for field in self.fields if field.required)

    def words(self, locale: str) -> str:
        """Return the label in one of the languages of the registry."""
        return {"tr": self.tr, "en": self.en}[locale]


KINDS = (
    Choice(
        Kind.METROPOLITAN, "büyükşehir belediyesi", "metropolitan municipality", ("büyükşehir", "metropol", "anakent")
    ),
    Choice(Kind.PROVINCIAL, "il belediyesi", "provincial municipality", ("il", "şehir", "province", "city")),
    Choice(Kind.DISTRICT, "ilçe belediyesi", "district municipality", ("ilçe", "county")),
    Choice(Kind.TOWN, "belde belediyesi", "town municipality", ("belde", "kasaba")),
    Choice(
        Kind.UNION, "belediye birliği", "union of municipalities", ("birlik", "birliği", "mahalli idareler birliği")
    ),
)
EVIDENCE_KINDS = (
    Choice(
        EvidenceKind.COUNCIL_DECISION,
        "meclis kararı",
        "council decision",
        ("karar", "belediye meclisi kararı", "decision"),
    ),
    Choice(
        EvidenceKind.SIGNED_COPY,
        "imzalı nüsha",
        "signed copy",
        ("imzalı metin", "imzalı kopya", "imzalı belge", "signed"),
    ),
    Choice(
        EvidenceKind.OFFICIAL_ANNOUNCEMENT,
        "resmî duyuru",
        "official announcement",
        ("duyuru", "açıklama", "belediyenin sitesi", "announcement", "official-website"),
    ),
    Choice(EvidenceKind.PRESS, "basın haberi", "press report", ("basın", "haber", "gazete", "news", "newspaper")),
)

EVIDENCE = (
    Field(
        "url",
        "kanıtın adresi",
        "address of the evidence",
        "https://deneme.example/karar/12",
        pattern=URL,
        limit=URL_LIMIT,
    ),
    Field("kind", "kanıtın türü", "kind of evidence", "council-decision", choices=EVIDENCE_KINDS),
    Field(
        "archive",
        "arşiv kopyasının adresi",
        "address of a stored copy",
        "https://deneme.example/kopya/12",
        required=False,
        pattern=URL,
        limit=URL_LIMIT,
    ),
)
SIGNATURE = (
    Field("edition", "imzalanan metin", "edition signed", "2020"),
    Field("date", "imza tarihi", "date of signature", "2022-01", pattern=DATE),
    Field("evidence", "kanıt", "evidence", fields=EVIDENCE),
    Field(
        "verified",
        "kanıtın ya da arşiv kopyasının incelendiği gün",
        "day the evidence or its stored copy was examined",
        "2022-02-01",
        pattern=DAY,
    ),
)
WITHDRAWAL = (
    Field("date", "geri çekilme tarihi", "date of withdrawal", "2023-01-15", pattern=DATE),
    Field("evidence", "geri çekilmenin kanıtı", "evidence of the withdrawal", fields=EVIDENCE),
)
NAME = (
    Field("tr", "Türkçe adı", "name in Turkish", "Deneme Belediyesi", pattern=characters.NAME, limit=NAME_LIMIT),
    Field("en", "İngilizce adı", "name in English", "Deneme Municipality", pattern=characters.NAME, limit=NAME_LIMIT),
)
SIGNATORY = (
    Field("id", "kalıcı ad", "permanent id", "deneme-bursa", pattern=ID, limit=ID_LIMIT),
    Field("name", "ad", "name", fields=NAME),
    Field("kind", "türü", "kind", "district", choices=KINDS),
    Field("province", "il (plaka kodu)", "province (plate code)", "16", pattern="[1-9][0-9]?", number=True),
    Field(
        "website", "internet sitesi", "website", "https://deneme.example", required=False, pattern=URL, limit=URL_LIMIT
    ),
    Field("logo", "logo dosyası", "logo file", "deneme-bursa.png", required=False, pattern=LOGO),
    Field("wikidata", "Vikiveri kimliği", "Wikidata id", "Q000", required=False, pattern=WIKIDATA),
    Field("aliases", "önceki id’ler", "former ids", "deneme", required=False, many=True, pattern=ID, limit=ID_LIMIT),
    Field("signatures", "imzalar", "signatures", many=True, fields=SIGNATURE),
    Field("withdrawn", "geri çekilme", "withdrawal", required=False, fields=WITHDRAWAL),
)
SIGNATORIES = Field("signatories", "imzacılar", "signatories", many=True, fields=SIGNATORY)
FILE = Field("", "dosya", "file", fields=(SIGNATORIES,))
"""The file itself, as a mapping."""

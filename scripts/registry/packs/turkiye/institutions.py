"""Detection of names other than one municipality or union: several, an office, another institution, a person."""

import re

from registry.definition.model import Place
from registry.packs.turkiye import spelling
from registry.packs.turkiye.kinds import Kind
from registry.packs.turkiye.official_name import read_name
from registry.words.folding import fold, slug

_OFFICE = re.compile(
    "(?<![a-z])(?:(?:kaymakam|vali|muhtar|bakan)l[iu][gk][a-z]*|[a-z]*spor|mudurlu[gk][a-z]*|sefli[gk][a-z]*"
    "|(?:daire|sube|genel) baskanli[gk][a-z]*|genel sekreterli[gk][a-z]*|baskan (?:yardimci|vekil)[a-z]*"
    "|ozel (?:kalem|idare)[a-z]*|kent konsey[a-z]*|meclis uye[a-z]*"
    "|(?:meclis|encumen|komisyon|birim|sube|parti|oda|kulub|vakf|derneg|sirket)i?(?:si|u)?"
    "|(?:sendika|universite|fakulte|lise|hastane|muze|kutuphane)[a-z]*|ltd|sti"
    "|governor[a-z]*|directorate|department|university|foundation)(?![a-z])"
)
"""Words of offices, departments and other institutions, folded."""
_PERSON = frozenset(
    """
    baskan baskani baskanimiz baskanin baskaninin yardimcisi vekili mudur muduru mudurumuz memur memuru memurumuz sef
    sefi amiri uzman uzmani sekreter sekreteri danismani musaviri uye uyesi avukat avukati muhendis muhendisi katip
    katibi kaymakam kaymakami vali valisi muhtar muhtari sorumlu sorumlusu yetkili yetkilisi temsilci temsilcisi
    koordinatoru personeli gorevli gorevlisi sayin sn bay bayan av dr prof doc adina imza imzasi
    mayor deputy director manager officer clerk secretary chair chairman chairwoman chairperson president head
    councillor councilor mr mrs ms miss behalf signed
    """.split()  # noqa: SIM905 - a hundred words in quotes would be harder to read
)
"""Titles of persons, folded: beside one there may be the name of a person."""
_SIGNS_FOR = re.compile("(?<![a-z.])(?:a\\.|[(]a[)]|bsk(?!\\.?\\s?lig))(?![a-z])")
"""Official abbreviations of “on behalf of” and “mayor”: "a.", "Bşk."."""
_WORDS = re.compile("[a-z]+")
APART = re.compile("\\s[–—-]\\s|[,;|]")
"""What separates a name from another text beside it: "Ayşe Örnek - Deneme"."""
_LONE = re.compile(
    "(?:^|[()\\[\\],;:/|–—]|\\s-\\s)\\s*(?:T\\.? ?C\\.? )?"
    "(\\w+\\s+(?:B[üÜ]Y[üÜ]K[şŞ]EH[iİ]R\\s+)?BELED[iİ]YES[iİ])(?!\\w)",
    re.IGNORECASE,
)
"""A municipality of one word that nothing precedes: more words may be a person's name."""
_PLURAL = re.compile("(?:^| )belediyeleri(?= |$)")
_AND = re.compile("\\s+(?:ve|ile|and)\\s+|[,;&+/]", re.IGNORECASE)
_PERHAPS = re.compile("[,;&+/\n]|\\s(?:ve|[iİ]le|and)\\s|(?:beled|bld|bel\\b).*(?:beled|bld|bel\\b)", re.IGNORECASE)
"""A quick test for names that join two, as few do."""
_ONE = re.compile(".*?\\b(?:belediye\\w*|bld\\b|bel\\b)", re.IGNORECASE | re.DOTALL)
_COMMON = frozenset(
    """
    t c tc turkiye cumhuriyeti the of il ili ilce ilcesi belde beldesi kasabasi buyuk sehir buyuksehir anakent b s bs bb
    bsb bsk bskligi ligi baskan baskani baskanlik baskanligi makami merkez municipality mun metropolitan provincial
    district town city
    """.split()  # noqa: SIM905 - forty words in quotes would be harder to read
)
"""Words around names on letterheads."""


def is_office(name: str) -> bool:
    """Return whether a name is, or contains, that of an office, a department or another institution."""
    words = fold(name)
    union = words.rfind(" birligi")
    return _OFFICE.search(words, union + 1 if union >= 0 else 0) is not None


def is_person(name: str) -> bool:
    """Return whether a text contains the title of a person."""
    words = fold(name)
    return not _PERSON.isdisjoint(_WORDS.findall(words)) or _SIGNS_FOR.search(words) is not None


def lone(name: str) -> str:
    """Return the only municipality that can be extracted from a text that may name a person, or ""."""
    found = {each.casefold(): each for each in _LONE.findall(" ".join(name.split())) if not is_person(each)}
    return next(iter(found.values())) if len(found) == 1 else ""


def several(name: str) -> tuple[str, ...]:
    """Return the municipalities that a name joins; empty if it does not, or is that of a union."""
    if not _PERHAPS.search(name) or read_name(name).kind == Kind.UNION:
        return ()
    if _PLURAL.search(slug(name).replace("-", " ")):
        own = re.split("\\bbelediyeleri\\b", name, maxsplit=1, flags=re.IGNORECASE)[0]
        parts = [f"{part.strip()} Belediyesi" for part in _AND.split(own) if part.strip()]
    else:
        parts = [part for found in _ONE.finditer(name) for part in _joined(found[0])]
    read = {part: read_name(part) for part in reversed(parts)}
    names = {name.bare: part for part, name in read.items() if name.own and not spelling.says_municipality(name.own)}
    return tuple(reversed(names.values())) if len(names) > 1 else ()


def is_more(name: str, province: Place | None, district: str) -> bool:
    """Return whether a text contains words beyond the name, letterhead, province and district."""
    own = read_name(name, province).own
    places = province.all_names if province else ()
    known = {word for text in (own, district, *places) for word in slug(text).split("-")} | _COMMON
    words = [word for word in slug(name).split("-") if not word.startswith("belediye") and word not in {"bld", "bel"}]
    initials = "".join(word[:1] for word in slug(spelling.turkish(name, "", province)).split("-"))
    return not {word for word in words if word not in known and word != initials} <= {""}


def _joined(text: str) -> list[str]:
    """Return the names before one word for a municipality: "Deneme ve Örnek Belediyesi" has two."""
    *others, last = [part.strip() for part in _AND.split(text)]
    return [*(f"{other} Belediyesi" for other in others if other and re.search("\\bve\\b", text)), last]

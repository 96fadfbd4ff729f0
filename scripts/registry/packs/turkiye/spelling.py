"""Official spelling of names, from any form that people write, and translation between Turkish and English."""

import re
from collections.abc import Iterable

from registry.definition.model import Place
from registry.packs.turkiye.kinds import OF_PROVINCE, Kind
from registry.packs.turkiye.official_name import OfficialName, read_name
from registry.words.folding import slug

METROPOLITAN = ("Büyükşehir Belediyesi", "Metropolitan Municipality")
MUNICIPALITY = ("Belediyesi", "Municipality")
UNION = ("Belediyeler Birliği", "Union of Municipalities")
_UNIONS = (UNION, ("Belediyeleri Birliği", "Union of Municipalities"))
_ENDINGS = (METROPOLITAN, *_UNIONS, MUNICIPALITY)
"""Endings of Turkish names and their English equivalents, the longest first."""
_PLAIN = re.compile("[^\\W_][\\w .’'-]*")
"""A name that can be respelt: words, hyphens, full stops, apostrophes."""
_SAYS = re.compile("(?:^| )(?:belediye[a-z]*|bld|bel|municipality|mun)(?= |$)")
_UNITED = re.compile("(?:^| )(?:unions?|associations?|federation|league|network)(?= |$)")
_DESCRIBES = 3
"""From this many words, a union's own name is a description, which needs a translation, not a place."""
_SMALL = {"ve", "ile"}
_UPPER, _LOWER = str.maketrans("iı", "İI"), str.maketrans("İI", "iı")
_TURKISH_CAPITALS = re.compile("[İĞŞ]")


def turkish(text: str, kind: str, province: Place | None = None) -> str:
    """Return the official spelling of a Turkish name in any form; "" if it cannot be derived.

    "T.C. DENEME BELEDİYE BAŞKANLIĞI" is "Deneme Belediyesi". A name in capitals without Turkish letters is ambiguous:
    an I may be an İ.
    """
    name = read_name(text, province)
    kind = kind or name.kind or ""
    if not _PLAIN.fullmatch(name.own) or (kind == Kind.UNION) != (name.kind == Kind.UNION):
        return ""
    if kind == Kind.UNION:
        return _spelt(name, text, mixed=True)
    if says_municipality(name.own):  # "Belediyemiz", "Belediye Başkanlığı": a name without a place
        return ""
    place = _of_province(name, kind, province)
    says = name.kind == Kind.METROPOLITAN or (kind == Kind.METROPOLITAN and place)
    own = place or _spelt(name, text)
    return f"{own} {(METROPOLITAN if says else MUNICIPALITY)[0]}" if own else ""


def english(name: str, provinces: Iterable[Place] = ()) -> str:
    """Return the English name derived from a Turkish one; "" if it needs a translation."""
    for ending in _ENDINGS:
        if name.endswith(f" {ending[0]}"):
            own = name.removesuffix(f" {ending[0]}")
            known = {province.name["tr"]: province.name["en"] for province in provinces}
            return f"{known.get(own, own)} {ending[1]}" if ending not in _UNIONS or _is_place(own) else ""
    return ""


def from_english(name: str) -> str:
    """Return the Turkish name derived from an English one, or ""."""
    for ending in _ENDINGS:
        for pattern in (f"(.+) {ending[1]}", f"(?:The )?{ending[1]} of (.+)"):
            if found := re.fullmatch(pattern, name):
                return f"{found[1]} {ending[0]}" if ending not in _UNIONS or _is_place(found[1]) else ""
    return ""


def says_municipality(text: str) -> bool:
    """Return whether a text contains a word for a municipality."""
    return _SAYS.search(slug(text).replace("-", " ")) is not None


def says_union(text: str) -> bool:
    """Return whether an English name contains a word for a union."""
    return _UNITED.search(slug(text).replace("-", " ")) is not None


def title(text: str) -> str:
    """Return words in Turkish title case: "IĞDIR VE İZMİR" is "Iğdır ve İzmir"."""
    words = re.split("([ .-]+)", text.translate(_LOWER).lower())
    return "".join(
        word if at and word in _SMALL else word[:1].translate(_UPPER).upper() + word[1:]
        for at, word in enumerate(words)
    )


def _of_province(name: OfficialName, kind: str, province: Place | None) -> str:
    """Return the official name of the province if `name` is that, in any spelling; or ""."""
    if not province:
        return ""
    names = province.all_names if kind in OF_PROVINCE else province.name.values()
    return province.name["tr"] if slug(name.own) in map(slug, names) else ""


def _spelt(name: OfficialName, text: str, *, mixed: bool = False) -> str:
    """Return the own name in title case; if `mixed`, a name in mixed case is not changed."""
    if name.own.upper() == name.own:
        return "" if "I" in name.own and not _TURKISH_CAPITALS.search(text) else title(name.own)
    return name.own if mixed and name.own.lower() != name.own else title(name.own)


def _is_place(own: str) -> bool:
    words = slug(own).split("-")
    return len(words) < _DESCRIBES and _SMALL.isdisjoint(words)

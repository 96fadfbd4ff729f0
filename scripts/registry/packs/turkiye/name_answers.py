"""Normalisation of the names in a request: the official spelling, its English form, a town's district."""

import re

from registry.definition.model import Place
from registry.fields import NAME_LIMIT, Field
from registry.packs.turkiye import institutions, rules, spelling
from registry.packs.turkiye.kinds import OF_PROVINCE, Kind, kind_in
from registry.packs.turkiye.official_name import OfficialName, bare, read_name
from registry.reference import Reference
from registry.rule import Kept, Rule
from registry.rules import shape
from registry.rules.name_form import is_placeholder
from registry.words.folding import slug
from source.problems import Message

_NAME, _ENGLISH, _KIND, _DISTRICT = "name-tr", "name-en", "kind", "district"
_UNION_EXAMPLE = "Deneme Union of Municipalities"
DISTRICT = Field("district", Message("district of the town"), "Deneme", required=False, limit=80)
"""Asked for towns, whose id contains it; not a field of an entry."""
ANSWERS_AGREE = Rule(
    "answers-agree",
    "`intake`: the answers agree: the name with the kind, the name and the district with the province.",
    "Deneme Büyükşehir Belediyesi, as a district municipality",
)
FULL_NAME = Rule(
    "full-name",
    "`intake`: the Turkish name is complete and has its Turkish letters: “… Belediyesi”.",
    "SISLI BELEDIYESI",
)
_NOT_FULL = Message("Write the full name with its Turkish letters, in upper and lower case.")
_NO_MUNICIPALITY = Message(
    "This is not the full name: write “… Belediyesi”, not a person, a neighbourhood or another institution."
)
_APART = re.compile("[()\\[\\]/,–-]")
_ONE_PLACE = re.compile("(?:[0-9]+ |Ondokuz )?[\\w.’'-]+", re.IGNORECASE)
"""The name of a district: one word, or "19 Mayıs"; more may be a person's name."""
_PARENT = re.compile("(\\w{1,40}) il[çc]esi", re.IGNORECASE)


def keep_names(kept: Kept, reference: Reference) -> None:
    """Keep the names and the district in their official spelling; add findings for what contradicts them."""
    province = reference.places.get(kept.text("province")) or _province_beside(kept, reference)
    kind = kept.text(_KIND) if kept.text(_KIND) in set(Kind) else ""
    written = kept.text(_NAME)
    agree = _agree_on_province(kept, _NAME, province, reference)
    if kind == Kind.TOWN and _agree_on_province(kept, _DISTRICT, province, reference):
        _keep_district(kept, province)
    if agree and written and len(written) <= NAME_LIMIT and not is_placeholder(written, reference):
        _keep_turkish(kept, written, kind, province)
    _keep_english(kept, kind, province, reference)


def _keep_district(kept: Kept, province: Place | None) -> None:
    """Keep the name of the district alone; add a finding if a town has none."""
    written = kept.text(_DISTRICT)
    own = read_name(written, province).own
    is_alone = _ONE_PLACE.fullmatch(own) and not institutions.is_person(written)
    kept.keep(_DISTRICT, spelling.title(own) if is_alone else "")
    if not written:
        message = Message("Write the {district}: a town municipality needs it.", district=DISTRICT.label)
        kept.find(_DISTRICT, shape.missing_key, message, _district_in(kept.text(_NAME), province), DISTRICT.example)
    elif not is_alone:
        message = Message("Write only the name of the district, not of a neighbourhood, a department or a person.")
        kept.find(_DISTRICT, rules.name_alone, message)


def _keep_turkish(kept: Kept, written: str, kind: str, province: Place | None) -> None:
    """Keep the official spelling of a name; add findings for what else it contains, and keep the certain part."""
    name = read_name(written, province)
    district = (kept.text(_DISTRICT) or _district_in(written, province)) if kind == Kind.TOWN else ""
    spelt = _without_district(spelling.turkish(written, kind, province), district)
    if institutions.is_person(written) or institutions.APART.search(name.own):
        spelt = spelling.turkish(institutions.lone(written), kind, province)
        kept.find(_NAME, rules.name_alone, rules.NO_PERSON, spelt, rules.EXAMPLE)
    elif kind != Kind.UNION and (joined := institutions.several(written)):
        spelt = spelling.turkish(joined[0], "", province)
        kept.find(_NAME, rules.name_several, rules.SEVERAL, spelt, rules.EXAMPLE)
    elif institutions.is_office(written):
        message, spelt = rules.not_alone(written, kind, spelt)
        kept.find(_NAME, rules.name_alone, message, spelt, rules.EXAMPLE)
    elif spelt and institutions.is_more(written, province, district):
        spelt = spelt if " " not in name.own else spelling.turkish(institutions.lone(written), kind, province)
        kept.find(_NAME, rules.name_alone, rules.NO_PERSON, spelt, rules.EXAMPLE)
    elif kind != Kind.UNION and not spelling.says_municipality(written):
        spelt = "" if " " in name.own else spelt  # more than one word may be a person's name
        kept.find(_NAME, FULL_NAME, _NO_MUNICIPALITY, spelt, rules.EXAMPLE)
    elif not spelt and spelling.says_municipality(name.own) and name.kind != Kind.UNION:
        kept.find(_NAME, FULL_NAME, _NO_MUNICIPALITY, "", rules.EXAMPLE)
    elif not spelt and name.own.isupper():
        kept.find(_NAME, FULL_NAME, _NOT_FULL, "", rules.EXAMPLE)
    else:
        _agree(kept, kind, name, province)
    if spelt or any(place == _NAME for place, _, _ in kept.findings):
        kept.keep(_NAME, spelt)


def _keep_english(kept: Kept, kind: str, province: Place | None, reference: Reference) -> None:
    """Keep the English name in its official spelling; if it is blank, that derived from the Turkish name."""
    turkish, written = kept.text(_NAME), kept.text(_ENGLISH)
    derived = spelling.english(turkish, reference.places.values())
    if not written:
        _follow(kept, kind, derived)
    elif institutions.is_person(written):
        kept.find(_ENGLISH, rules.name_alone, rules.NO_PERSON, derived)
        kept.keep(_ENGLISH, derived)
    elif len(written) > NAME_LIMIT or is_placeholder(written, reference):
        return
    elif "belediye" in slug(written):
        kept.keep(_ENGLISH, spelling.turkish(written, kind, province) or written)
    elif derived and (bare(written, province) == bare(turkish, province) or slug(written) == slug(derived)):
        kept.keep(_ENGLISH, derived)
    elif kind == Kind.UNION:
        if not spelling.says_union(written):
            message = Message(
                "This is not the name of a union: write its full name in English, such as “… Union of Municipalities”."
            )
            kept.find(_ENGLISH, FULL_NAME, message, derived, _UNION_EXAMPLE)
    elif derived and spelling.turkish(turkish, kind, province) == turkish:
        message = Message(
            "The English name does not match the Turkish one, from which that of a municipality is derived."
        )
        kept.find(_ENGLISH, ANSWERS_AGREE, message, derived)


def _follow(kept: Kept, kind: str, derived: str) -> None:
    """Keep the derived English name; add a finding if that of a union with a valid Turkish name cannot be derived."""
    if derived:
        kept.keep(_ENGLISH, derived)
    elif not kept.text(_NAME) or _NAME in (place for place, _, _ in kept.findings):
        kept.following.add(_ENGLISH)
    elif kind == Kind.UNION and _ENGLISH in kept.answers:
        message = Message("The English name of this union cannot be derived from the Turkish one: write it.")
        kept.find(_ENGLISH, shape.empty_value, message, "", _UNION_EXAMPLE)


def _agree(kept: Kept, kind: str, name: OfficialName, province: Place | None) -> None:
    """Add a finding if a name states another kind than the answer, or one that its province does not have."""
    if province is None or not kind or Kind.UNION in {kind, name.kind}:
        _agree_on_kind(kept, name.kind or ("" if kind == Kind.UNION else kind), kind)
        return
    its_own = bare(name.own, province) in {bare(province.name["tr"]), *map(bare, province.also)}
    there = kind_in(province)
    if not its_own and (name.kind or kind) in OF_PROVINCE:
        if kind not in OF_PROVINCE - {there}:  # the kind in a province has a rule of its own
            _not_of_province(kept, kind, province)
    elif its_own and name.kind in OF_PROVINCE - {there}:
        kept.find(_NAME, ANSWERS_AGREE, _there(province), spelling.turkish(province.name["tr"], there, province))
        _agree_on_kind(kept, there, kind)
    else:
        says = name.kind or Kind(kind)
        no_district = says == Kind.DISTRICT and bare(name.own, province) == bare(province.name["tr"])
        _agree_on_kind(kept, there if no_district else says, kind)


def _agree_on_kind(kept: Kept, says: str, kind: str) -> None:
    if kind and says != kind:
        message = Message("The name and the kind do not match: correct the wrong one.")
        kept.find(_KIND, ANSWERS_AGREE, message, says, Kind.DISTRICT)


def _not_of_province(kept: Kept, kind: str, province: Place) -> None:
    """Add a finding for a metropolitan or provincial municipality without the name of its province."""
    place = _KIND if kind in OF_PROVINCE else _NAME
    message = Message(
        "Such a municipality has the name of its province ({province}): correct the name, kind or province.",
        province=province.name,
    )
    kept.find(place, ANSWERS_AGREE, message, "", Kind.DISTRICT if place == _KIND else "")


def _there(province: Place) -> Message:
    if kind_in(province) == Kind.METROPOLITAN:
        return Message(
            "{province} has a metropolitan municipality, not a provincial one: correct the name.",
            province=province.name,
        )
    return Message(
        "{province} has a provincial municipality, not a metropolitan one: correct the name.", province=province.name
    )


def _agree_on_province(kept: Kept, question: str, province: Place | None, reference: Reference) -> bool:
    """Return True, or add a finding and return False if an answer names another province than the chosen one."""
    named = _provinces_in(kept.text(question), reference)
    if differs := province is not None and bool(named) and province not in named:
        message = Message(
            "{here} is written here, {there} as the province: correct the wrong one.",
            here=named[0].name,
            there=province.name,
        )
        kept.find(question, ANSWERS_AGREE, message)
    return not differs


def _province_beside(kept: Kept, reference: Reference) -> Place | None:
    """Return the province beside the name or the district if the question is not answered."""
    named = [each for question in (_NAME, _DISTRICT) for each in _provinces_in(kept.text(question), reference)]
    if kept.text("province") or not named:
        return None
    kept.keep("province", "")
    message = Message("The question about the province has no answer: write one.")
    kept.find("province", shape.empty_value, message, named[0].code)
    return named[0]


def _provinces_in(text: str, reference: Reference) -> list[Place]:
    """Return the provinces in a text beside something else: "Deneme / Konya"."""
    words = {slug(part).removesuffix("-ili") for part in _APART.split(text)} - {""}
    return [each for each in reference.places.values() if len(words) > 1 and slug(each.name["tr"]) in words]


def _district_in(name: str, province: Place | None) -> str:
    """Return the district beside the name of a town: "Yeni Belediyesi (Ova / İzmir)"."""
    if found := _PARENT.search(name):
        return spelling.title(found[1])
    places = {slug(each) for each in province.name.values()} if province else set()
    parts = [part.strip() for part in _APART.split(name.partition("(")[2]) if part.strip()]
    others = [part for part in parts if slug(part) not in places]
    return spelling.title(others[0]) if len(parts) > len(others) == 1 else ""


def _without_district(name: str, district: str) -> str:
    """Return the name of a town without the name of its district before it."""
    rest = name.removeprefix(f"{spelling.title(district)} ") if district else name
    return rest if spelling.turkish(rest, Kind.TOWN) and " " in rest else name

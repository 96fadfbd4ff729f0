"""What the names of municipalities imply: ids, other fields, and the names of samples."""

from registry.definition.model import Definition, Place
from registry.draft import name_of
from registry.packs.turkiye import institutions, spelling
from registry.packs.turkiye.kinds import OF_PROVINCE, Kind, kind_in
from registry.packs.turkiye.official_name import bare, read_name
from registry.reference import Reference
from registry.rule import Kept
from registry.words.folding import slug
from source.problems.message import Words
from source.yaml.nodes import Fields

_KINDS = (Kind.DISTRICT,) * 12 + (Kind.TOWN, Kind.PROVINCIAL, Kind.METROPOLITAN, Kind.UNION)
"""Of a sample; provincial and metropolitan are exchanged where the province has the other one."""
_ENDS = {Kind.METROPOLITAN: spelling.METROPOLITAN, Kind.UNION: spelling.UNION}


def derived(key: str, fields: Fields, reference: Reference) -> str:
    """Return the value that the rest of an entry, or of its names, implies; or ""."""
    texts, turkish, province = fields.texts(), name_of(fields, "tr"), reference.place_of(fields)
    match key:
        case "tr":
            return spelling.from_english(texts.get("en", ""))
        case "en":
            return spelling.english(texts.get("tr", ""), reference.places.values())
        case "id" if province and turkish and texts.get("kind") != Kind.TOWN:  # the id of a town contains its district
            return proposed_id(turkish, texts.get("kind", ""), province)
        case "kind":
            return read_name(turkish).kind or ""
    return ""


def identifier(kept: Kept, reference: Reference) -> str:
    """Return the id made of the answers of a request."""
    name, province = kept.text("name-tr"), reference.places.get(kept.text(reference.definition.place_key))
    return proposed_id(name, kept.text("kind"), province, kept.text("district")) if province else slug(name)


def proposed_id(name: str, kind: str, province: Place, district: str = "") -> str:
    """Return the id: the province alone, district-province, town-district-province, or a union's own name.

    `name` is the Turkish one, in any form; `district` is that of a town.
    """
    place = slug(province.name["tr"])
    own = slug(read_name(name, province).own)
    if kind == Kind.UNION:
        return own
    if kind in OF_PROVINCE:
        return place
    parts = (own, slug(read_name(district, province).own) if kind == Kind.TOWN else "", place)
    return "-".join(part for part in parts if part)


def same_name(kind: str, one: str, other: str) -> bool:
    """Return whether two names of one kind and province are those of one body; towns differ by their district."""
    return kind != Kind.TOWN and bare(one) == bare(other) != ""


def is_name(text: str) -> bool:
    """Return whether a corrected name is that of a municipality or union, and not of a person."""
    return (spelling.says_municipality(text) or spelling.says_union(text)) and not institutions.is_person(text)


def sampled(words: str, number: int, province: Place | None, _definition: Definition) -> tuple[str, Words]:
    """Return the kind and the names of an entry of a sample; unions, which differ by name alone, have the province."""
    kind = _KINDS[number % len(_KINDS)]
    kind = kind_in(province) if kind in OF_PROVINCE else kind
    name = f"{province.name['tr']} {words}" if kind == Kind.UNION and province else words
    tr, en = _ENDS.get(kind, spelling.MUNICIPALITY)
    return kind, {"tr": f"{name} {tr}", "en": f"{name} {en}"}

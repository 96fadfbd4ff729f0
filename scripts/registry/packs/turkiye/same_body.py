"""An index of municipalities and unions that finds duplicate entries."""

from collections import defaultdict
from collections.abc import Iterator

from registry.characters import skeleton
from registry.definition.model import Place
from registry.draft import name_of, names_of
from registry.fields import NAME_LIMIT
from registry.packs.turkiye.kinds import OF_PROVINCE, Kind
from registry.packs.turkiye.official_name import CENTRE, OfficialName, read_name
from registry.reference import Reference
from registry.words.folding import fold, slug
from source.yaml.nodes import Fields, Scalar

_Mark = tuple[str, ...]
_OWN, _UNKNOWN = "*", ""
"""District marks: the town has the name of its district or the entry is not a town; the district is unknown."""


class Index:
    """Entries by the marks of their body: its bare name and what distinguishes bodies of that name."""

    def __init__(self, reference: Reference) -> None:
        self._provinces = reference.places
        self._listed: defaultdict[_Mark, dict[str, Fields]] = defaultdict(dict)

    def add(self, entry: Fields) -> list[tuple[Fields, Scalar]]:
        """Add an entry; return earlier ones of the same body, each with the name of the new entry that matches."""
        texts, found = entry.texts(), []
        kind, code = texts.get("kind", ""), texts.get("province", "")
        province = self._provinces.get(code)
        district = _district(entry, province) if kind == Kind.TOWN else _OWN
        for language, text in names_of(entry, "tr", "en"):
            name = read_name(text.text[:NAME_LIMIT], province)
            for mark in _marks(name, kind, code, province):
                listed = self._listed[language, *mark]
                if other := _same(listed, district):
                    found.append((other, text))
                listed.setdefault(district, entry)
        return found


def _same(listed: dict[str, Fields], district: str) -> Fields | None:
    """Return an entry of the same district, or of any if a district is unknown."""
    if district == _UNKNOWN:
        return next(iter(listed.values()), None)
    return listed.get(district) or listed.get(_UNKNOWN)


def _marks(name: OfficialName, kind: str, code: str, province: Place | None) -> Iterator[_Mark]:
    """Yield the marks of an entry, from its name, its kind and its province.

    The name of a union is unique in the country, that of any other body in its province. There a metropolitan
    municipality may share it with a district; a provincial one may also be entered as a district.
    """
    if Kind.UNION in {kind, name.kind}:
        yield (skeleton(name.bare),)
    of_province = kind in OF_PROVINCE or name.kind == Kind.METROPOLITAN
    is_former = of_province and province and name.bare in map(fold, province.also)  # "urfa" is "sanliurfa" today
    own = skeleton(fold(province.name["tr"]) if province and is_former else name.bare)
    if of_province:
        yield (own, code, Kind.METROPOLITAN)
    if name.kind != Kind.METROPOLITAN:
        yield (own, code)


def _district(town: Fields, province: Place | None) -> str:
    """Return the district in the id of a town: town-district-province."""
    name = name_of(town, "tr")
    if not name.strip() or not province:
        return _UNKNOWN
    own, place = slug(read_name(name[:NAME_LIMIT], province).own), slug(province.name["tr"])
    before, _, rest = town.texts().get("id", "").partition(f"{own}-")
    district, _, after = rest.rpartition(f"-{place}")
    if before or after or not district:
        return _UNKNOWN
    district = place if district in CENTRE else district
    return _OWN if district == own else district

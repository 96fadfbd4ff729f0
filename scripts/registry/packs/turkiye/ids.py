"""The derivation of the permanent id of a signatory from its name."""

from registry.definition.model import Place
from registry.packs.turkiye.kinds import OF_PROVINCE, Kind
from registry.packs.turkiye.official_name import read_name
from registry.words.folding import slug


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

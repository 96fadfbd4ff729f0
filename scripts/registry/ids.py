"""How the permanent id of a signatory is made from its name."""

from registry.folding import slug
from registry.model import Kind, Province

_ENDS = ("-buyuksehir-belediyesi", "-il-belediyesi", "-belediyesi", "-belediyeler-birligi", "-ilce", "-beldesi")


def proposed_id(name: str, kind: str, province: Province, district: str = "") -> str:
    """Return the id: the province alone, district-province, town-district-province, or a union's own name.

    `name` is the Turkish one; `district` is the one a town lies in.
    """
    place = slug(province.name["tr"])
    own = slug(name)
    if kind == Kind.UNION:
        return own
    if kind in {Kind.METROPOLITAN, Kind.PROVINCIAL}:
        return place
    for end in _ENDS:
        own = own.removesuffix(end)
    return "-".join(part for part in (own, slug(district), place) if part)

"""The kinds of municipalities, and the kind of a province."""

from enum import StrEnum

from registry.definition.model import Place


class Kind(StrEnum):
    """The kinds of signatories that the rules of this pack distinguish."""

    METROPOLITAN = "metropolitan"
    PROVINCIAL = "provincial"
    DISTRICT = "district"
    TOWN = "town"
    UNION = "union"


OF_PROVINCE = frozenset((Kind.METROPOLITAN, Kind.PROVINCIAL))
"""The municipality of a province is one of these."""


def kind_in(province: Place | None) -> Kind:
    """Return which of them a province has (Laws 5216, 6360 and 6447)."""
    metropolitan = province is not None and province.facts.get("metropolitan") == "yes"
    return Kind.METROPOLITAN if metropolitan else Kind.PROVINCIAL

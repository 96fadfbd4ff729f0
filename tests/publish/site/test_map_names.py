"""The names on the map: where they fit, those with signatories first, and none upon another."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from publish.site.map import PlaceMap
from publish.site.map_names import map_names
from support.built import LOCALES
from support.repository import ROOT, data
from support.shapes import area

DRAWN = PlaceMap.load(ROOT / "vendor/turkey-map/provinces.json")
NAMES = {str(each["code"]): each for each in data("data/provinces.yaml")["provinces"]}
KONYA, YALOVA = "42", "77"
COUNTS = st.dictionaries(st.sampled_from(sorted(NAMES)), st.integers(1, 300))


def _written(counts, locale="tr"):
    return {each.code: each for each in map_names(DRAWN, counts, lambda code: NAMES[code][locale])}


@pytest.mark.parametrize("locale", LOCALES)
def test_without_signatories_names_are_where_there_is_room(locale):
    written = _written({}, locale)
    assert KONYA in written
    assert YALOVA not in written
    areas = sorted(DRAWN.shapes, key=lambda code: area(DRAWN.shapes[code].path))
    assert len(written.keys() & set(areas[-10:])) >= 8


@settings(deadline=None)
@given(COUNTS)
def test_names_fit_and_none_is_of_less_weight_than_one_left_out(counts):
    written = _written(counts)
    for each in written.values():
        assert len(each.text) * 17 <= DRAWN.shapes[each.code].room
    if not counts.keys() <= written.keys():
        assert written.keys() <= counts.keys()


def test_others_are_named_once_every_province_with_signatories_is():
    assert _written({KONYA: 5}).keys() == _written({}).keys()
    assert _written({KONYA: 5, YALOVA: 1}).keys() == {KONYA}


@settings(deadline=None)
@given(COUNTS)
def test_no_name_is_upon_another(counts):
    boxes = [(each.x, each.y, len(each.text) * 17 / 2) for each in _written(counts).values()]
    for (x, y, half), (other_x, other_y, other_half) in combinations(boxes, 2):
        assert abs(y - other_y) >= 40 or abs(x - other_x) >= half + other_half

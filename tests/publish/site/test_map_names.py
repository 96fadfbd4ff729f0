"""The names on the map: most signatories first, then room, and none upon another."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from publish.site.map import TurkeyMap
from publish.site.map_names import map_names
from source.layout import Layout
from support.built import LOCALES
from support.repository import ROOT, data
from support.shapes import area

DRAWN = TurkeyMap.load(Layout(ROOT))
NAMES = {each["code"]: each for each in data("data/provinces.yaml")["provinces"]}
KONYA, YALOVA, ISTANBUL, BARTIN = 42, 77, 34, 74
COUNTS = st.dictionaries(st.sampled_from(sorted(NAMES)), st.integers(1, 300))


def _written(counts, locale="tr"):
    return {each.code: each for each in map_names(DRAWN, counts, lambda code: NAMES[code][locale])}


@pytest.mark.parametrize("locale", LOCALES)
def test_without_signatories_names_are_where_there_is_room(locale):
    written = _written({}, locale)
    assert KONYA in written
    assert YALOVA not in written
    assert not any(each.beyond for each in written.values())
    areas = sorted(DRAWN.provinces, key=lambda code: area(DRAWN.provinces[code].path))
    assert len(written.keys() & set(areas[-10:])) >= 8


@pytest.mark.parametrize("code", [ISTANBUL, BARTIN])
def test_a_small_province_is_named_where_its_signatories_are_many(code):
    assert code not in _written({KONYA: 5})
    assert code in _written({KONYA: 5, code: 4})


@settings(deadline=None)
@given(COUNTS)
def test_the_province_with_most_signatories_is_named(counts):
    written = _written(counts)
    if counts:
        most = max(counts.values())
        assert any(code in written for code, count in counts.items() if count == most)
    assert all(counts.get(each.code) for each in written.values() if each.beyond)


@settings(deadline=None)
@given(COUNTS)
def test_no_name_is_upon_another(counts):
    boxes = [(each.x, each.y, len(each.text) * 17 / 2) for each in _written(counts).values()]
    for (x, y, half), (other_x, other_y, other_half) in combinations(boxes, 2):
        assert abs(y - other_y) >= 40 or abs(x - other_x) >= half + other_half

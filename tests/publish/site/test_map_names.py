"""The names on the map: where they fit, those with signatories first, and none upon another."""

from itertools import combinations, permutations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from publish.site.map import PlaceMap, Shading
from publish.site.map_names import map_names
from support.built import LOCALES
from support.repository import ROOT, data
from support.shapes import area, edges

DRAWN = PlaceMap.load(ROOT / "vendor/turkey-map/provinces.json")
NAMES = {str(each["code"]): each for each in data("data/provinces.yaml")["provinces"]}
KONYA, YALOVA, ISTANBUL, ADIYAMAN, ISPARTA, ANTALYA, AFYON, NEVSEHIR = "42", "77", "34", "2", "32", "7", "3", "50"
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
        assert each.is_free or len(each.text) * 17 <= DRAWN.shapes[each.code].room
    if not counts.keys() <= written.keys():
        assert written.keys() <= counts.keys()


def test_a_small_province_of_the_darkest_shade_is_named_outside_the_map():
    written = _written({**dict.fromkeys(NAMES, 1), ISTANBUL: 40, ADIYAMAN: 53, KONYA: 2})
    (x, y), end = written[ADIYAMAN].leader
    assert (x, y) == (DRAWN.shapes[ADIYAMAN].x, DRAWN.shapes[ADIYAMAN].y)
    assert written[ISTANBUL].y < DRAWN.shapes[ISTANBUL].y < end[1]
    assert YALOVA not in written
    assert not written[KONYA].leader


def test_where_few_have_signatories_each_is_named_outside_the_map_whatever_its_shade():
    few = {ADIYAMAN: 53, KONYA: 2, YALOVA: 1}
    assert _written(few)[YALOVA].leader
    assert YALOVA not in _written({**dict.fromkeys(sorted(NAMES)[:25], 1), **few})


def test_a_dark_province_without_room_inside_or_outside_is_named_over_its_edge():
    many = dict.fromkeys(NAMES, 1)
    assert NEVSEHIR not in _written(many)
    assert not DRAWN.shapes[NEVSEHIR].beside
    name = _written({**many, NEVSEHIR: 40})[NEVSEHIR]
    assert name.is_free
    assert not name.leader


def test_where_all_are_as_many_none_is_named_outside():
    assert not any(each.leader for each in _written(dict.fromkeys(NAMES, 1)).values())


@pytest.mark.parametrize("locale", LOCALES)
def test_a_label_outside_touches_no_province_and_stays_on_the_map(locale):
    points = [point for shape in DRAWN.shapes.values() for edge in edges(shape.path) for point in edge]
    for shape in filter(lambda each: each.beside, DRAWN.shapes.values()):
        (x, y), half = shape.beside, len(NAMES[shape.code][locale]) * 20 / 2  # as wide as on a small map
        assert half <= x <= DRAWN.width - half
        assert 20 <= y <= DRAWN.height - 20
        assert not [point for point in points if abs(point[0] - x) < half and abs(point[1] - y) < 18], shape.code


def test_others_are_named_once_every_province_with_signatories_is():
    assert _written({KONYA: 5}).keys() == _written({}).keys()
    assert _written({KONYA: 5, YALOVA: 1}).keys() >= {KONYA, YALOVA}
    many = dict.fromkeys([*filter(_has_room, NAMES), AFYON], 1)
    assert len(many) > 25
    assert _written(many).keys() == many.keys() - {AFYON}


def test_where_few_have_signatories_a_name_may_reach_over_its_province():
    written = _written({KONYA: 5, AFYON: 1})
    assert (written[AFYON].is_free, written[AFYON].leader) == (True, ())
    assert (written[AFYON].x, written[AFYON].y) == (DRAWN.shapes[AFYON].x, DRAWN.shapes[AFYON].y)
    assert len(written) > 30


def _has_room(code):
    return len(NAMES[code]["tr"]) * 17 <= DRAWN.shapes[code].room


@settings(deadline=None)
@given(COUNTS)
def test_no_name_is_upon_another(counts):
    boxes = [(each.x, each.y, len(each.text) * 17 / 2) for each in _written(counts).values()]
    for (x, y, half), (other_x, other_y, other_half) in combinations(boxes, 2):
        assert abs(y - other_y) >= 40 or abs(x - other_x) >= half + other_half


@settings(deadline=None)
@given(COUNTS)
@example({})
@example({KONYA: 1})
@example({"10": 6, ADIYAMAN: 6, "4": 2})
def test_a_phone_names_those_of_the_darkest_shade_in_letters_twice_as_large(counts):
    shading = Shading.of(counts)
    darkest = shading.number(max(counts.values(), default=0))
    dark = [
        each for each in _written(counts).values() if darkest and shading.number(counts.get(each.code, 0)) == darkest
    ]
    chief = [each for each in _written(counts).values() if each.is_chief]
    assert {each.code for each in chief} <= {each.code for each in dark}
    boxes = {each.code: (each.x, each.y, len(each.text) * 36 / 2) for each in dark}

    def is_upon(one, other):
        (x, y, half), (other_x, other_y, other_half) = boxes[one.code], boxes[other.code]
        return abs(y - other_y) < 80 and abs(x - other_x) < half + other_half

    def is_seen(each):
        x, _, half = boxes[each.code]
        return x - half >= -90 and x + half <= DRAWN.width + 90  # the margins of a phone

    assert all(map(is_seen, chief))
    assert not [pair for pair in combinations(chief, 2) if is_upon(*pair)]
    left_out = [each for each in dark if not each.is_chief and is_seen(each)]
    assert all(any(is_upon(each, other) for other in chief) for each in left_out)


def test_on_a_phone_a_line_ends_where_the_larger_letters_begin():
    for each in _written(
        {ADIYAMAN: 53, ISTANBUL: 40, **dict.fromkeys(NAMES.keys() - {ADIYAMAN, ISTANBUL}, 1)}
    ).values():
        assert bool(each.leader_on_phone) == bool(each.leader)
        if each.leader:
            start, (x, y) = each.leader_on_phone
            assert start == each.leader[0]
            assert abs(x - each.x) >= len(each.text) * 36 // 2 or abs(y - each.y) >= 40 or (x, y) == start


@settings(deadline=None)
@given(COUNTS)
@example({ISPARTA: 2, KONYA: 1})
@example({ISPARTA: 2, ANTALYA: 2, YALOVA: 1})
def test_no_line_to_a_name_crosses_another(counts):
    written = _written(counts).values()
    for each, other in permutations(written, 2):
        if each.leader:
            (x1, y1), (x2, y2) = each.leader
            inside = [
                step
                for step in range(101)
                if abs(x1 + (x2 - x1) * step / 100 - other.x) < len(other.text) * 17 / 2 - 5
                and abs(y1 + (y2 - y1) * step / 100 - other.y) < 15
            ]
            assert not inside, (each, other)

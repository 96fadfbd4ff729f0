"""The map: the 81 provinces, no gap and no overlap between them, and shades that say what the registry says."""

import gzip
import json
from collections import Counter
from hashlib import sha256

import pytest

from publish.site.map import PlaceMap, Shading
from support.golden import cases
from support.repository import ROOT, data
from support.shapes import area, edges
from support.sites import miniature_site, sampled

pytestmark = pytest.mark.slow

PROVINCES = data("data/provinces.yaml")["provinces"]
FOLDER = ROOT / "vendor" / "turkey-map"
HEAVIEST = 30 * 1024
"""Bytes that all paths may weigh, compressed."""
HEAVIEST_OUTLINE = 1536
"""Bytes that the outline adds to the page of every signatory, compressed."""
KONYA, YALOVA = 42, 77


@pytest.fixture(scope="module")
def drawn():
    return PlaceMap.load(ROOT / "vendor/turkey-map/provinces.json")


@pytest.fixture(scope="module")
def sides(drawn):
    """Edge, in its direction → the province on its inner side."""
    return {edge: int(shape.code) for shape in drawn.shapes.values() for edge in edges(shape.path)}


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    return miniature_site(tmp_path_factory.mktemp("map"))


def test_every_province_is_drawn(drawn):
    assert sorted(drawn.shapes) == sorted(str(each["code"]) for each in PROVINCES)


def test_provinces_neither_part_nor_overlap(drawn, sides):
    assert len(sides) == sum(len(list(edges(shape.path))) for shape in drawn.shapes.values())


def test_map_lies_within_its_frame(drawn, sides):
    points = [point for edge in sides for point in edge]
    assert {min(x for x, _ in points), min(y for _, y in points)} == {0}
    assert (max(x for x, _ in points), max(y for _, y in points)) == (drawn.width, drawn.height)


@cases("publish/neighbours.yaml")
def test_neighbours(sides, case):
    beyond = {sides.get(edge[::-1]) for edge, code in sides.items() if code == case["case"]}
    assert sorted(beyond - {None}) == case["neighbours"]


def test_largest_and_smallest_province(drawn):
    areas = {int(shape.code): area(shape.path) for shape in drawn.shapes.values()}
    assert (max(areas, key=areas.get), min(areas, key=areas.get)) == (KONYA, YALOVA)


def test_outline_of_a_region_is_the_border_of_its_provinces_and_goes_around_its_inlets(drawn, sides):
    for region, outline in drawn.regions.items():
        codes = {each["code"] for each in PROVINCES if each["region"] == region}
        own = {edge for edge, code in sides.items() if code in codes}
        border = {edge for edge in own if edge[::-1] in sides.keys() - own}
        assert border
        assert border <= set(edges(outline))
        assert outline.count("M") == 1
        assert area(outline) > sum(area(drawn.shapes[str(code)].path) for code in codes)


def test_marmara_is_outlined(drawn):
    assert set(drawn.regions) == {"marmara"}


def test_outline_of_the_country_holds_about_as_much_as_its_provinces(drawn):
    provinces = sum(area(shape.path) for shape in drawn.shapes.values())
    assert area(drawn.outline) == pytest.approx(provinces, rel=0.03)


def test_map_is_light(drawn):
    paths = "".join(shape.path for shape in drawn.shapes.values()) + "".join(drawn.regions.values())
    assert len(gzip.compress(paths.encode())) <= HEAVIEST
    assert len(gzip.compress(drawn.outline.encode())) <= HEAVIEST_OUTLINE


def test_map_was_made_by_the_script_as_it_is():
    made = json.loads((FOLDER / "provinces.json").read_text(encoding="utf-8"))
    assert made["made_by"] == sha256((FOLDER / "make.py").read_bytes()).hexdigest()


@cases("publish/shading.yaml")
def test_shades_fit_the_largest_count(case):
    assert Shading.of({1: case["case"], 2: 1} if case["case"] else {}).bounds == tuple(case["bounds"])


@pytest.mark.parametrize("largest", [1, 3, 4, 5, 7, 19, 20, 64, 300])
def test_every_count_has_the_shade_whose_numbers_the_legend_tells(largest):
    shading = Shading.of({count: count for count in range(1, largest + 1)})
    assert shading.number(0) == 0
    assert shading.legend[-1].most == largest
    for count in range(1, largest + 1):
        fitting = [each for each in shading.legend if each.least <= count <= each.most]
        assert [each.number for each in fitting] == [shading.number(count)]


@pytest.mark.parametrize(
    ("counts", "shades"),
    [([], []), ([1], [1]), ([4], [4]), ([1, 4], [1, 4]), ([40, 64], [3, 4]), ([1, 300], [1, 4])],
)
def test_legend_has_the_shades_that_the_map_has(counts, shades):
    shading = Shading.of(dict(enumerate(counts)))
    assert [each.number for each in shading.legend] == shades == [shading.number(each) for each in counts]


@pytest.mark.parametrize("count", [0, 1, 50, 1400])
def test_provinces_count_what_the_registry_holds(site, tmp_path, count):
    shown, entries = sampled(site, count, tmp_path)
    standing = Counter(entry["province"] for entry in entries if "withdrawn" not in entry)
    assert shown.tally.places == standing
    assert sum(standing.values()) == shown.tally.standing

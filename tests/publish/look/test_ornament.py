"""There is one drawing, and everything that shows the ornament shows that."""

import re
from cmath import rect
from math import tau

import pytest

from declaration.ornament.star import Band, Ornament
from publish.images.badges import badge_setting
from publish.look.ornament import RADIUS, Drawing
from publish.templating.formats import render_format
from support.sites import miniature_site, real_site

pytestmark = pytest.mark.slow

ORNAMENTS = {
    "three bands": Ornament(10, (Band(3, 1), Band(1, 0.9), Band(3, 0.65))),
    "two squares": Ornament(8, (Band(2, 1),)),
    "most points": Ornament(40, (Band(3, 1),)),
}
HEADER = 220
"""Bytes of the path in the icon, which every page loads."""

every_ornament = pytest.mark.parametrize("ornament", ORNAMENTS.values(), ids=ORNAMENTS)


def _outlines(path):
    assert re.fullmatch(r"(M[\d.L -]+Z)+", path)
    outlines = [re.findall(r"(-?\d+\.\d+) (-?\d+\.\d+)", each) for each in path.split("Z")[:-1]]
    return [[complex(float(x), float(y)) for x, y in outline] for outline in outlines]


def _middle(outline):
    middle = sum(outline) / len(outline)
    return round(middle.real, 1) + 0.0, round(middle.imag, 1) + 0.0


@every_ornament
@pytest.mark.parametrize("small", [False, True])
def test_turned_part_is_every_piece_once(small, ornament):
    drawing = Drawing.of(ornament, small=small)
    part = _outlines(drawing.path)
    turned = [
        [point * rect(1, tau * turn / drawing.times) for point in each]
        for turn in range(drawing.times)
        for each in part
    ]
    strapwork = (ornament.small if small else ornament).strapwork
    pieces = list(strapwork.pieces(0.01, 0.001))
    assert len({_middle(each) for each in turned}) == len(turned) == len(pieces)
    assert max(abs(point) for outline in turned for point in outline) == pytest.approx(RADIUS, abs=0.1)


def test_band_that_meets_none_is_an_outline_and_its_hole():
    assert len(_outlines(Drawing.of(Ornament(9, (Band(1, 1),))).path)) == len(["outline", "hole"])


def test_small_form_is_short_enough_for_every_page():
    assert len(Drawing.of(ORNAMENTS["three bands"], small=True).path) < HEADER


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    return miniature_site(tmp_path_factory.mktemp("ornament"))


def test_one_drawing_for_icon_print_and_badge(site):
    icon = site.assets.files["icon.svg"].decode()
    assert site.star.path in icon
    assert all(colours["tile"] in icon for colours in (site.colours.light, site.colours.dark))
    setting = badge_setting(site, "2020", "tr")
    assert {"rosette": site.rosette.path, "star": site.star.path}.items() <= {
        name: re.search(' d="(.*?)"', text)[1] for name, text in setting.given["sys_inputs"].items() if "<svg" in text
    }.items()
    drawn = render_format(site.layout, "ornament.svg", drawing=site.rosette)
    assert drawn.count("<use ") == site.rosette.times - 1


def test_another_text_has_another_drawing(site):
    other = real_site()
    assert site.rosette != other.rosette
    assert site.star != other.star

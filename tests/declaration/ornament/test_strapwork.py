"""Bands are closed, pass over and under in turn, and are the same after each turn of the star."""

from cmath import rect
from collections import Counter
from itertools import pairwise
from math import cos, pi, tau

import pytest
from PIL import Image, ImageChops, ImageDraw

from declaration.ornament.star import Band, Ornament
from declaration.ornament.strapwork import Strapwork, star

STARS = {
    "three bands": Ornament(10, (Band(3, 1), Band(1, 0.9), Band(3, 0.65))),
    "two bands that do not meet": Ornament(10, (Band(3, 1), Band(3, 0.51))),
    "one line through all points": Ornament(13, (Band(3, 1),)),
    "four triangles": Ornament(12, (Band(4, 1), Band(1, 0.9))),
    "sharp points": Ornament(7, (Band(2, 1), Band(3, 0.6))),
    "two squares": Ornament(8, (Band(2, 1),)),
    "no crossing": Ornament(9, (Band(1, 1),)),
    "fewest points": Ornament(7, (Band(3, 1),)),
    "most points": Ornament(40, (Band(3, 1),)),
}
WIDTH, GAP = 0.03, 0.008
SIDE = 1200
"""Pixels."""

every_star = pytest.mark.parametrize("ornament", STARS.values(), ids=STARS)


def _round(point):
    return round(point.real, 6) + 0.0, round(point.imag, 6) + 0.0


@every_star
def test_bands_are_closed_and_touch_every_point_once(ornament):
    assert all(
        _round(one.start + one.direction * one.length) == _round(other.start)
        for sides in ornament.strapwork.sides
        for one, other in pairwise((*sides, sides[0]))
    )
    corners = [_round(corner) for band in ornament.strapwork.bands for corner in band]
    assert len(set(corners)) == len(corners) == ornament.points * len(ornament.bands)


@every_star
def test_band_is_over_and_under_in_turn(ornament):
    strapwork = ornament.strapwork
    for sides, passages in zip(strapwork.sides, strapwork.passages, strict=True):
        order = [(each.side, sides[each.side].along(each.at)) for each in passages]
        assert order == sorted(order)
        over = [each.over for each in passages]
        assert all(one != other for one, other in zip(over, over[1:] + over[:1], strict=True))


@every_star
def test_where_two_bands_cross_one_is_over_and_one_under(ornament):
    met = Counter((_round(each.at), each.over) for band in ornament.strapwork.passages for each in band)
    assert set(met.values()) <= {1}
    assert {(at, not over) for at, over in met} == set(met)
    simple = sum(ornament.points * (band.steps - 1) for band in ornament.bands)
    assert len(met) / 2 >= simple, "a band with k steps crosses itself k - 1 times for each point"


@every_star
def test_drawing_is_the_same_after_each_turn(ornament):
    pieces = list(ornament.strapwork.pieces(WIDTH, GAP))
    turned = [[[each * rect(1, tau / ornament.points) for each in outline] for outline in piece] for piece in pieces]
    assert {_shape(piece) for piece in turned} == {_shape(piece) for piece in pieces}


def _shape(piece):
    return frozenset(frozenset(map(_round, outline)) for outline in piece)


@every_star
def test_pieces_do_not_touch_and_are_the_bands_without_gaps(ornament):
    width = min(WIDTH, ornament.strapwork.clearance * 0.85)
    pieces = [_mask(piece) for piece in ornament.strapwork.pieces(width, width / 4)]
    union = _union(pieces)
    overlap = sum(piece.histogram()[255] for piece in pieces) - union.histogram()[255]
    assert overlap <= union.histogram()[255] / 1000, "pixels on an edge count for both sides"
    bands = [[(*band, band[0], band[1])] for band in ornament.strapwork.bands]
    whole = _union([_stroke(lines, width) for lines in bands])
    outside = ImageChops.subtract(union, _union([_stroke(lines, width * 1.15) for lines in bands]))
    assert outside.histogram()[255] <= ornament.points * 600, "only the corners are sharper than round ones"
    assert union.histogram()[255] >= 0.6 * whole.histogram()[255]


def test_a_band_without_a_crossing_is_a_ring_with_its_line_in_the_middle():
    """The sides of a regular polygon have the distance cos(π/n) from its centre; its hole runs the other way round."""
    (ring,) = Ornament(9, (Band(1, 1),)).strapwork.pieces(0.1, 0.01)
    radii = [{round(abs(corner), 9) for corner in outline} for outline in ring]
    assert sorted(radii, key=min) == [{round(1 + half / cos(pi / 9), 9)} for half in (-0.05, 0.05)]
    areas = [sum((one.conjugate() * other).imag for one, other in pairwise((*outline, outline[0]))) for outline in ring]
    assert min(areas) < 0 < max(areas)


def _mask(piece):
    mask = Image.new("L", (SIDE, SIDE))
    for outline in piece:
        image = Image.new("L", (SIDE, SIDE))
        ImageDraw.Draw(image).polygon([_pixel(point) for point in outline], fill=255)
        mask = ImageChops.difference(mask, image)
    return mask


def _stroke(lines, width):
    image = Image.new("L", (SIDE, SIDE))
    for line in lines:
        ImageDraw.Draw(image).line([_pixel(p) for p in line], fill=255, width=round(width * SIDE / 2.5), joint="curve")
    return image


def _pixel(point):
    return (point.real / 1.25 + 1) * SIDE / 2, (point.imag / 1.25 + 1) * SIDE / 2


def _union(masks):
    union = masks[0]
    for mask in masks[1:]:
        union = ImageChops.lighter(union, mask)
    return union


def test_no_room_where_bands_share_a_corner_or_three_lines_meet():
    shared = Strapwork((*star(10, 3, 1), *star(10, 1, 1)))
    diagonals = Strapwork((*star(8, 3, 1), *star(8, 3, 1, 0.5), *star(8, 2, 1)))
    assert max(shared.clearance, diagonals.clearance) < 1e-6
    assert Strapwork(tuple(star(10, 3, 1))).clearance > 0.1


def test_star_begins_at_the_top():
    (first, *_), *_ = star(10, 3, 2)
    assert _round(first) == (0, -2)
    (first, *_), *_ = star(10, 3, 2, 0.5)
    assert _round(first) == _round(2 * rect(1, tau * (1 / 20 - 1 / 4)))

"""The numbers of the ornament are those of the text."""

import pytest

from declaration.editions import load_editions, root_edition
from declaration.load import check
from declaration.ornament.star import Band, Ornament
from source.layout import Layout
from support.repository import ROOT, apply, copy_bilingual_miniature, data


def _ornament(root) -> Ornament:
    return root_edition(load_editions(Layout(root)))[1].ornament


def _count(ids, letters):
    return sum(each.rstrip("0123456789") == letters for each in ids)


def test_numbers_of_the_published_text():
    ids = next(each["text"]["ids"] for each in data("data/editions.yaml")["editions"] if "text" in each)
    ornament = _ornament(ROOT)
    assert ornament.points == _count(ids, "s")
    for band, letters in zip(ornament.bands, ("r", "c", "bg"), strict=True):
        steps = _count(ids, letters) % ornament.points
        assert band.steps in (steps, ornament.points - steps)


def test_another_text_has_another_ornament(tmp_path):
    assert _ornament(copy_bilingual_miniature(tmp_path / "ornek")) == Ornament(11, (Band(2, 1), Band(3, 0.7)))


@pytest.mark.parametrize(("longest", "points"), [(1, 7), (9, 9), (16, 16), (17, 8), (30, 15), (60, 15), (900, 14)])
def test_text_without_one_of_its_own_has_a_plain_one(longest, points):
    plain = Ornament.plain({"background": 1, "recital": 1, "commitment": longest})
    assert plain == Ornament(points, (Band(3, 1),))
    assert plain.strapwork.clearance > 0


def test_small_form_is_the_first_band():
    assert Ornament(10, (Band(3, 1), Band(1, 0.9))).small == Ornament(10, (Band(3, 1),))


@pytest.mark.parametrize("radius", [1, 90])
def test_example_of_a_radius_can_be_used(radius, tmp_path):
    root = copy_bilingual_miniature(tmp_path / "ornek")
    wrong = {"file": "data/editions.yaml", "replace": "radius: 70", "by": f"radius: {radius} # %"}
    apply([wrong], root)
    (problem,) = check(Layout(root))
    assert problem.example.startswith("radius: ")
    apply([{**wrong, "replace": wrong["by"], "by": problem.example}], root)
    assert check(Layout(root)) == []

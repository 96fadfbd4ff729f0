"""The map of the definition: a shape for each place, and for nothing else."""

import json
import shutil
from dataclasses import replace

import pytest

from publish.site.map_check import load_map
from source.layout import Layout
from source.problems.problem import SourceError
from support.registry import REFERENCE
from support.repository import ROOT

MAP = "vendor/turkey-map/provinces.json"


@pytest.fixture
def root(tmp_path):
    (tmp_path / "data").mkdir()
    for name in ("registry.yaml", "provinces.yaml"):
        shutil.copy(ROOT / "data" / name, tmp_path / "data")
    (tmp_path / MAP).parent.mkdir(parents=True)
    shutil.copy(ROOT / MAP, tmp_path / MAP)
    return tmp_path


def _told(root, reference=REFERENCE):
    """Return [(file, text at the place of the problem)], and check that each is told with an example."""
    with pytest.raises(SourceError) as error:
        load_map(Layout(root), reference)
    assert all(
        each.rule == "registry-map" and each.example and each.told("tr") != each.told("en")
        for each in error.value.problems
    )
    lines = {each: (root / each.path).read_text(encoding="utf-8").splitlines() for each in error.value.problems}
    return [(each.path, lines[each][each.line - 1][each.column - 1 :]) for each in error.value.problems]


def test_map_of_the_repository_is_read(root):
    assert load_map(Layout(root), REFERENCE).shapes.keys() == REFERENCE.places.keys()


def test_without_a_map_there_is_none(root):
    place = replace(REFERENCE.definition.place, map="")
    for each in (place, None):
        assert load_map(Layout(root), replace(REFERENCE, definition=replace(REFERENCE.definition, place=each))) is None


def test_place_without_a_shape_is_told_where_it_is_listed(root):
    _change(root, lambda content: content["shapes"].pop(15))
    assert _told(root) == [("data/provinces.yaml", "16")]


def test_shape_without_a_place_is_told_where_the_map_is_named(root):
    _change(root, lambda content: content["shapes"].append(content["shapes"][0] | {"code": 82}))
    assert _told(root) == [("data/registry.yaml", "turkey-map/provinces.json")]


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"shapes": 3}', None])
def test_what_is_no_map_is_told_where_it_is_named(root, content):
    if content is None:
        (root / MAP).unlink()
    else:
        (root / MAP).write_text(content, encoding="utf-8")
    assert _told(root) == [("data/registry.yaml", "turkey-map/provinces.json")]


@pytest.mark.parametrize(
    "wrong", [{"beside": [9]}, {"beside": "ab"}, {"x": "a"}, {"room": None}, {"colour": 1}], ids=str
)
def test_shape_that_is_none_is_told_where_the_map_is_named(root, wrong):
    _change(root, lambda content: content["shapes"][5].update(wrong))
    assert _told(root) == [("data/registry.yaml", "turkey-map/provinces.json")]


def _change(root, change):
    content = json.loads((root / MAP).read_text(encoding="utf-8"))
    change(content)
    (root / MAP).write_text(json.dumps(content), encoding="utf-8")

"""The reader of the map that `data/registry.yaml` names: it has a shape for each place, and for nothing else."""

from collections.abc import Iterator

from publish.site.map import PlaceMap
from registry.definition.model import PlaceField
from registry.reference import Reference
from source.layout import Layout
from source.problems import Message, Problem, refuse
from source.yaml.cursors import Cursor


def load_map(layout: Layout, reference: Reference) -> PlaceMap | None:
    """Return the map, None if the definition names none; SourceError if it is no map of these places."""
    place = reference.definition.place
    if place is None or not place.map:
        return None
    path, shown = layout.root / "vendor" / place.map, layout.data / "registry.yaml"
    named = Cursor.read(layout, shown).fields()["places"].fields()["map"]
    if not path.exists():
        message = Message("There is no file vendor/{map}.", map=place.map)
        raise named.error("registry-map", message, example="map: regions/shapes.json")
    try:
        drawn = PlaceMap.load(path)
    except (KeyError, TypeError, ValueError) as error:
        message = Message(
            "This file is no map: expected width, height, outline, regions, shapes ({error}).", error=repr(error)
        )
        raise named.error("registry-map", message, example="map: regions/shapes.json") from None
    refuse([*_without_shape(layout, reference, place, drawn), *_without_place(named, reference, drawn)])
    return drawn


def _without_shape(layout: Layout, reference: Reference, place: PlaceField, drawn: PlaceMap) -> Iterator[Problem]:
    """Yield a problem for every place without a shape, at its place in the list."""
    if missing := reference.places.keys() - drawn.shapes.keys():
        path = layout.data / place.list
        items = (item for each in Cursor.read(layout, path).fields().values() for item in each.items())
        for code in (item.fields()["code"] for item in items):
            if code.text() in missing:
                message = Message("The place “{code}” has no shape in vendor/{map}.", code=code.text(), map=place.map)
                example = f'{{"code": "{code.text()}", "path": "M0 0h9v9z", "x": 4, "y": 4, "room": 9}}'
                yield code.problem("registry-map", message, example=example)


def _without_place(named: Cursor, reference: Reference, drawn: PlaceMap) -> Iterator[Problem]:
    """Yield a problem for every shape without a place, at the name of the map."""
    for code in drawn.shapes.keys() - reference.places.keys():
        message = Message("The shape “{code}” is that of no place in the list.", code=code)
        yield named.problem("registry-map", message, example=f"- code: {code}")

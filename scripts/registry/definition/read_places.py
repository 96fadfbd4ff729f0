"""The field of the place in the definition, and the list of places that it names."""

import re
from collections.abc import Iterable
from dataclasses import replace

from registry.definition.checked import EXAMPLES, WORD, filled, refuse_other, refuse_twins, words_in
from registry.definition.model import Place, PlaceField
from registry.fields import ID, OPTIONAL, Choice, Field
from source.layout import Layout
from source.problems import Message
from source.yaml.cursors import Cursor

_LIST, _MAP = re.compile(r"[\w-]+\.yaml"), re.compile(r"(?:[\w-]+/)*[\w-]+\.json")
"""Names of files in data/ and vendor/, which lead nowhere else."""
_TAKEN = ("id", "name", "kind", *OPTIONAL, "aliases", "signatures", "withdrawn")


def read_places(
    cursor: Cursor, locales: tuple[str, ...], kinds: Iterable[Choice], layout: Layout
) -> tuple[PlaceField, dict[str, Place]]:
    """Return the field of the place and the places, from which, and from the kinds, its type follows."""
    place = _place_field(cursor, locales)
    places = _places(cursor, place, locales, layout)
    number = all(code.isdecimal() and not code.startswith("0") for code in places)
    required = all(kind.needs_place for kind in kinds)
    return replace(place, field=replace(place.field, number=number, required=required)), places


def _place_field(cursor: Cursor, locales: tuple[str, ...]) -> PlaceField:
    fields = cursor.fields(("key", "label", "example", "list"), ("map", "code", "pattern", "reserved"), EXAMPLES)
    key = refuse_other(fields["key"], WORD, "key")
    if key in _TAKEN:
        message = Message("“{key}” is another field of every entry: give the field of the place another name.", key=key)
        raise fields["key"].error("registry-key", message, example="key: region")
    label, example = words_in(fields["label"], locales), fields["example"].text()
    listed = refuse_other(fields["list"], _LIST, "list")
    shapes = refuse_other(fields["map"], _MAP, "map") if "map" in fields else ""
    pattern = _pattern(fields["pattern"]) if "pattern" in fields else ID
    reserved = tuple(each.text() for each in fields["reserved"].items()) if "reserved" in fields else ()
    code = words_in(fields["code"], locales) if "code" in fields else label
    return PlaceField(Field(key, label, example, pattern=pattern, is_place=True), listed, shapes, code, reserved)


def _places(cursor: Cursor, place: PlaceField, locales: tuple[str, ...], layout: Layout) -> dict[str, Place]:
    """Return the places by code, from the one list of their file."""
    path, named = layout.data / place.list, cursor.fields()["list"]
    if not path.exists():
        message = Message("There is no file data/{list}.", list=place.list)
        raise named.error("registry-list", message, example=EXAMPLES["list"])
    top = Cursor.read(layout, path)
    items = [item for each in top.fields().values() for item in filled(each.items(), each, "code")]
    places = [_listed(item, place.field, locales) for item in items]
    refuse_twins(items, [each.code for each in places], "code")
    return {each.code: each for each in places}


def _listed(cursor: Cursor, field: Field, locales: tuple[str, ...]) -> Place:
    """Return one item of the list of places; its further fields are facts."""
    examples = {"code": f"code: {field.example}"} | {locale: f"{locale}: …" for locale in locales}
    fields = dict(cursor.fields(("code", *locales), None, examples))
    code = refuse_other(fields.pop("code"), re.compile(field.pattern), "code")
    names = {locale: fields.pop(locale).text() for locale in locales}
    also = tuple(each.text() for each in fields.pop("also").items()) if "also" in fields else ()
    return Place(code, names, also, {key: each.text() for key, each in fields.items()})


def _pattern(cursor: Cursor) -> str:
    """Return a regular expression; SourceError for a text that is none."""
    try:
        return re.compile(cursor.text()).pattern
    except re.error as error:
        message = Message("This is no regular expression: {error}.", error=error)
        raise cursor.error("registry-pattern", message, example=EXAMPLES["pattern"]) from None

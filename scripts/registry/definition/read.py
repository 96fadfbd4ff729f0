"""The reader of `data/registry.yaml`, and of the list of places that it names."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from registry.characters import Alphabet, no_letters
from registry.definition.model import Definition, Place, PlaceField
from registry.fields import OPTIONAL, Choice, Field, file_field, labelled, name_field, signatory_fields
from source.layout import Layout
from source.problems.collector import Collector
from source.problems.problem import Problem, SourceError, excerpt
from source.yaml.cursors import Cursor

Filled = TypeVar("Filled", list[Cursor], Mapping[str, Cursor])

_REQUIRED, _OPTIONAL = ("id", "names", "kinds", "evidence"), ("letters", "places", "fields", "pack")
_EXAMPLES = {
    "id": "id: ornek-kuzey",
    "names": "names:\n  en:\n    label: { en: name in English }\n    example: Example Association",
    "letters": "letters: ąćęłńóśźż",
    "label": "label: { en: region }",
    "example": "example: kuzey",
    "kinds": "kinds:\n  - key: association\n    en: association",
    "evidence": "evidence:\n  - key: press\n    en: press report",
    "key": "key: association",
    "code": "code: kuzey",
    "places": "places:\n  key: region\n  label: { en: region }\n  example: kuzey\n  list: regions.yaml",
    "list": "list: regions.yaml",
    "map": "map: regions/shapes.json",
    "pattern": 'pattern: "[a-z]+"',
}
"""What a field of the file looks like."""
_LIST, _MAP = re.compile(r"[\w-]+\.yaml"), re.compile(r"(?:[\w-]+/)*[\w-]+\.json")
"""Names of files in data/ and vendor/, which lead nowhere else."""
_WORD = re.compile("[a-z]+(-[a-z]+)*")
_TAKEN = ("id", "name", "kind", *OPTIONAL, "aliases", "signatures", "withdrawn")
_PACKS = Path(__file__).parent.parent / "packs"
"""A package for each country whose rules are known."""


def load_definition(layout: Layout) -> tuple[Definition, Mapping[str, Place]]:
    """Return the definition and the places by code; SourceError with all problems of the two files."""
    path = layout.data / "registry.yaml"
    top = Cursor.read(path, layout.shown(path)).fields(_REQUIRED, _OPTIONAL, _EXAMPLES)
    reading = Collector()
    alphabet = (reading.of(lambda: _alphabet(top["letters"])) if "letters" in top else None) or Alphabet()
    names = reading.of(lambda: _names(top["names"], alphabet)) or ()
    reading.of(
        lambda: _refuse_letters((top["names"].fields()[each.key].fields()["example"] for each in names), alphabet)
    )
    locales = tuple(each.key for each in names)
    kinds, evidence = (reading.of(partial(_choices, top[key], locales)) or () for key in ("kinds", "evidence"))
    optional = reading.of(lambda: _known(top["fields"].items(), OPTIONAL, "fields")) if "fields" in top else ()
    pack = reading.of(lambda: _known([top["pack"]], _packs(), "pack")) if "pack" in top else ()
    example = reading.of(top["id"].text) or ""
    places = reading.of(lambda: _placed(top["places"], locales, kinds, layout)) if "places" in top else None
    if "places" not in top:
        reading.of(lambda: _refuse_homeless(top["kinds"]))
    if reading.problems:
        raise SourceError(reading.problems)
    usual = [kind for kind, item in zip(kinds, top["kinds"].items(), strict=True) if _is(item, "usual", "yes")]
    kind = Field("kind", labelled("türü", "kind"), (usual or kinds)[0].value, choices=kinds)
    place, listed = places or (None, {})
    fields = signatory_fields(example, names, (kind, *((place.field,) if place else ())), evidence, optional or ())
    return Definition(locales, alphabet, kinds, evidence, place, "".join(pack or ()), file_field(fields)), listed


def _packs() -> list[str]:
    return sorted(each.parent.name for each in _PACKS.glob("*/__init__.py"))


def _alphabet(cursor: Cursor) -> Alphabet:
    """Return the characters of names, with the letters that Turkish and Western Europe lack."""
    letters = "".join(cursor.text().split())
    if wrong := no_letters(letters):
        shown = ", ".join(f"“{excerpt(each)}”" for each in wrong)
        tr = f"Bunlar tek başına yazılan harfler değil: {shown}. Yalnızca harfleri, aralarına bir şey koymadan yazın."
        en = f"These are no letters in one piece: {shown}. Write only the letters, with nothing between them."
        raise SourceError([cursor.problem("registry-letters", tr, en, example=_EXAMPLES["letters"])])
    return Alphabet(letters)


def _names(cursor: Cursor, alphabet: Alphabet) -> tuple[Field, ...]:
    """Return the field of the name in each language."""
    languages = _filled(cursor.fields(), cursor, "names")
    read = {locale: each.fields(("label", "example"), (), _EXAMPLES) for locale, each in languages.items()}
    locales = tuple(languages)
    return tuple(
        name_field(locale, _words(each["label"], locales), each["example"].text(), alphabet)
        for locale, each in read.items()
    )


def _words(cursor: Cursor, locales: tuple[str, ...]) -> dict[str, str]:
    """Return what something is called in every language of names."""
    fields = cursor.fields(locales, (), {locale: f"{locale}: …" for locale in locales})
    return {locale: fields[locale].text() for locale in locales}


def _choices(cursor: Cursor, locales: tuple[str, ...]) -> tuple[Choice, ...]:
    """Return kinds of signatories or of evidence, each of which has a key of its own."""
    items = _filled(cursor.items(), cursor, "kinds")
    choices = tuple(_choice(each, locales) for each in items)
    _refuse_twins(items, [choice.value for choice in choices], "key")
    return choices


def _choice(cursor: Cursor, locales: tuple[str, ...]) -> Choice:
    examples = _EXAMPLES | {locale: f"{locale}: …" for locale in locales}
    fields = cursor.fields(("key", *locales), ("also", "usual", "place"), examples)
    _refuse_other(fields["key"], _WORD, "key")
    also = tuple(each.text() for each in fields["also"].items()) if "also" in fields else ()
    words = {locale: fields[locale].text() for locale in locales}
    return Choice(fields["key"].text(), words, also, needs_place=not _is(cursor, "place", "no"))


def _is(cursor: Cursor, key: str, text: str) -> bool:
    fields = cursor.fields()
    return key in fields and fields[key].text() == text


def _place_field(cursor: Cursor, locales: tuple[str, ...]) -> PlaceField:
    """Return the field of the place; whether its codes are numbers follows from the list."""
    fields = cursor.fields(("key", "label", "example", "list"), ("map", "code", "pattern", "reserved"), _EXAMPLES)
    key, given = fields["key"], {name: fields[name].text() for name in ("map", "pattern") if name in fields}
    _refuse_other(key, _WORD, "key")
    if key.text() in _TAKEN:
        tr = f"“{key.text()}” her kaydın başka bir alanıdır: yerin alanına başka bir ad verin."
        en = f"“{key.text()}” is another field of every entry: give the field of the place another name."
        raise SourceError([key.problem("registry-key", tr, en, example="key: region")])
    field = Field(
        key.text(),
        _words(fields["label"], locales),
        fields["example"].text(),
        pattern=given.get("pattern", "[a-z0-9]+(-[a-z0-9]+)*"),
        is_place=True,
    )
    _refuse_other(fields["list"], _LIST, "list")
    if "map" in fields:
        _refuse_other(fields["map"], _MAP, "map")
    if "pattern" in fields:
        _refuse_no_pattern(fields["pattern"])
    reserved = tuple(each.text() for each in fields["reserved"].items()) if "reserved" in fields else ()
    code = _words(fields["code"], locales) if "code" in fields else field.label
    return PlaceField(field, fields["list"].text(), given.get("map", ""), code, reserved)


def _placed(
    cursor: Cursor, locales: tuple[str, ...], kinds: Iterable[Choice], layout: Layout
) -> tuple[PlaceField, dict[str, Place]]:
    """Return the field of the place and the places."""
    place = _place_field(cursor, locales)
    places = _places(cursor, place, locales, layout)
    return _coded(place, places, kinds), places


def _places(cursor: Cursor, place: PlaceField, locales: tuple[str, ...], layout: Layout) -> dict[str, Place]:
    """Return the places by code, from the one list of their file."""
    path, named = layout.data / place.list, cursor.fields()["list"]
    if not path.exists():
        tr, en = f"data/{place.list} adlı bir dosya yok.", f"There is no file data/{place.list}."
        raise SourceError([named.problem("registry-list", tr, en, example=_EXAMPLES["list"])])
    top = Cursor.read(path, layout.shown(path))
    items = [item for each in top.fields().values() for item in _filled(each.items(), each, "code")]
    places = [_listed(item, place.field, locales) for item in items]
    _refuse_twins(items, [each.code for each in places], "code")
    return {each.code: each for each in places}


def _listed(cursor: Cursor, field: Field, locales: tuple[str, ...]) -> Place:
    """Return one item of the list of places; its further fields are facts."""
    examples = {"code": f"code: {field.example}"} | {locale: f"{locale}: …" for locale in locales}
    fields = dict(cursor.fields(("code", *locales), None, examples))
    _refuse_other(fields["code"], re.compile(field.pattern), "code")
    code, names = fields.pop("code").text(), {locale: fields.pop(locale).text() for locale in locales}
    also = tuple(each.text() for each in fields.pop("also").items()) if "also" in fields else ()
    return Place(code, names, also, {key: each.text() for key, each in fields.items()})


def _coded(place: PlaceField, places: Mapping[str, Place], kinds: Iterable[Choice]) -> PlaceField:
    """Return the field with what follows from the list and the kinds: type, and whether all entries have a place."""
    number = all(code.isdecimal() and not code.startswith("0") for code in places)
    required = all(kind.needs_place for kind in kinds)
    return replace(place, field=replace(place.field, number=number, required=required))


def _known(cursors: Iterable[Cursor], known: Iterable[str], key: str) -> tuple[str, ...]:
    """Return texts of a list of known ones."""
    for cursor in cursors:
        if cursor.text() not in known:
            there = ", ".join(known)
            tr = f"“{cursor.text()}” bilinmiyor; şunlardan birini yazın: {there}."
            en = f"“{cursor.text()}” is not known; write one of: {there}."
            raise SourceError([cursor.problem(f"registry-{key}", tr, en, example=f"{key}: {there}")])
    return tuple(cursor.text() for cursor in cursors)


def _filled(found: Filled, cursor: Cursor, key: str) -> Filled:
    """Return what a list or a mapping has; SourceError if it is empty."""
    if not found:
        tr, en = "Burası boş: en az bir tane yazın.", "This is empty: write at least one."
        raise SourceError([cursor.problem("registry-empty", tr, en, example=_EXAMPLES[key])])
    return found


def _refuse_other(cursor: Cursor, form: re.Pattern[str], key: str) -> None:
    if not form.fullmatch(cursor.text()):
        tr, en = (
            f"“{cursor.text()}” bu biçimde değil: {form.pattern}.",
            f"“{cursor.text()}” is not of this form: {form.pattern}.",
        )
        raise SourceError([cursor.problem(f"registry-{key}", tr, en, example=_EXAMPLES[key])])


def _refuse_letters(examples: Iterable[Cursor], alphabet: Alphabet) -> None:
    """Raise SourceError for every example of a name that the rules of names would refuse."""
    if wrong := [(each, found) for each in examples if (found := alphabet.foreign(each.text()))]:
        raise SourceError(_unused_letters(*each) for each in wrong)


def _unused_letters(cursor: Cursor, found: list[str]) -> Problem:
    shown, letters = ", ".join(f"“{excerpt(each)}”" for each in found), [each for each in found if not no_letters(each)]
    tr, en = f"Adlarda kullanılmayan karakterler: {shown}.", f"Characters that names do not have: {shown}."
    if letters:
        tr += " Türkçede ve Batı Avrupa dillerinde olmayan harfleri “letters” altına yazın."
        en += " Write letters that Turkish and the languages of Western Europe lack as “letters”."
    example = f"letters: {''.join(letters)}" if letters else "example: Example Association"
    return cursor.problem("registry-example", tr, en, example=example)


def _refuse_no_pattern(cursor: Cursor) -> None:
    try:
        re.compile(cursor.text())
    except re.error as error:
        tr, en = f"Bu bir düzenli ifade değil: {error}.", f"This is no regular expression: {error}."
        raise SourceError([cursor.problem("registry-pattern", tr, en, example=_EXAMPLES["pattern"])]) from None


def _refuse_twins(cursors: list[Cursor], keys: list[str], key: str) -> None:
    """Raise SourceError for every key that an earlier item has."""
    twins = [cursor for at, cursor in enumerate(cursors) if keys[at] in keys[:at]]
    if twins:
        tr, en = "Bu anahtar daha önce kullanılmış: başka bir ad yazın.", "This key is used before: write another one."
        named = (each.fields()[key] for each in twins)
        raise SourceError(each.problem("registry-twice", tr, en, example=_EXAMPLES[key]) for each in named)


def _refuse_homeless(cursor: Cursor) -> None:
    """Raise SourceError for every kind that says whether it has a place, where there are no places."""
    tr = "“places” yok: hiçbir tür bir yer istemez, bu satırı silin."
    en = "There is no “places”: no kind needs a place, delete this line."
    if places := [each.fields()["place"] for each in cursor.items() if "place" in each.fields()]:
        raise SourceError(each.problem("registry-place", tr, en, example=_EXAMPLES["places"]) for each in places)

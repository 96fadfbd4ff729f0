"""The reader of `data/registry.yaml`, and of the list of places that it names."""

import re
from collections.abc import Iterable, Mapping
from functools import partial
from pathlib import Path

from registry.characters import Alphabet, no_letters
from registry.definition.checked import EXAMPLES, WORD, filled, refuse_other, refuse_twins, words_in
from registry.definition.model import Definition, Place
from registry.definition.read_places import read_places
from registry.fields import ID, NAME_LIMIT, OPTIONAL, Choice, Field, file_field
from source.layout import Layout
from source.problems import Collector, Message, Problem, excerpt, refuse
from source.yaml.cursors import Cursor

_REQUIRED, _OPTIONAL = ("id", "names", "kinds", "evidence"), ("letters", "places", "fields", "pack")
_PACKS = Path(__file__).parent.parent / "packs"
"""A package for each country whose rules are known."""


def load_definition(layout: Layout) -> tuple[Definition, Mapping[str, Place]]:
    """Return the definition and the places by code; SourceError with all problems of the two files."""
    top = Cursor.read(layout, layout.data / "registry.yaml").fields(_REQUIRED, _OPTIONAL, EXAMPLES)
    reading = Collector()
    alphabet = (reading.of(lambda: _alphabet(top["letters"])) if "letters" in top else None) or Alphabet()
    locales = reading.of(lambda: tuple(top["names"].fields()))
    names = (reading.of(lambda: _names(top["names"], alphabet)) if locales is not None else None) or ()
    locales = locales or ()
    kinds, evidence = (reading.of(partial(_choices, top[key], locales)) or () for key in ("kinds", "evidence"))
    optional = reading.of(lambda: _known(top["fields"].items(), OPTIONAL, "fields")) if "fields" in top else ()
    packs = sorted(each.parent.name for each in _PACKS.glob("*/__init__.py"))
    pack = reading.of(lambda: _known([top["pack"]], packs, "pack")) if "pack" in top else ()
    example = reading.of(lambda: refuse_other(top["id"], re.compile(ID), "id")) or ""
    places = reading.of(lambda: read_places(top["places"], locales, kinds, layout)) if "places" in top else None
    if "places" not in top:
        reading.of(lambda: _refuse_homeless(top["kinds"]))
    refuse(reading.problems)
    usual = next((kind for kind in kinds if kind.usual), kinds[0])
    kind = Field("kind", Message("kind"), usual.value, choices=kinds)
    place, listed = places or (None, {})
    file = file_field(example, names, (kind, *((place.field,) if place else ())), evidence, optional or ())
    return Definition(locales, alphabet, kinds, evidence, place, "".join(pack or ()), file), listed


def _alphabet(cursor: Cursor) -> Alphabet:
    """Return the characters of names, with the letters that Turkish and Western Europe lack."""
    letters = "".join(cursor.text().split())
    if wrong := no_letters(letters):
        shown = ", ".join(f"“{excerpt(each)}”" for each in wrong)
        message = Message(
            "These are no letters in one piece: {shown}. Write only the letters, with nothing between them.",
            shown=shown,
        )
        raise cursor.error("registry-letters", message, example=EXAMPLES["letters"])
    return Alphabet(letters)


def _names(cursor: Cursor, alphabet: Alphabet) -> tuple[Field, ...]:
    """Return the field of the name in each language; SourceError for examples that the rules of names would refuse."""
    languages = filled(cursor.fields(), cursor, "names")
    read = {locale: each.fields(("label", "example"), (), EXAMPLES) for locale, each in languages.items()}
    locales, pattern = tuple(languages), alphabet.pattern
    names = tuple(
        Field(locale, words_in(each["label"], locales), each["example"].text(), pattern=pattern, limit=NAME_LIMIT)
        for locale, each in read.items()
    )
    examples = (each["example"] for each in read.values())
    refuse(_unused_letters(each, alphabet) for each in examples if alphabet.foreign(each.text()))
    return names


def _unused_letters(cursor: Cursor, alphabet: Alphabet) -> Problem:
    found = alphabet.foreign(cursor.text())
    shown = ", ".join(f"“{excerpt(each)}” (U+{ord(each):04X})" for each in found)
    message = Message("Characters that names do not have: {characters}.", characters=shown)
    letters = "".join(each for each in found if not no_letters(each))
    plain = alphabet.plain(cursor.text())  # what looks the same in letters that names have
    if not letters or plain:
        return cursor.problem("registry-example", message, example=f"example: {plain or 'Example Association'}")
    further = Message("Write all letters that Turkish and the languages of Western Europe lack as “letters”.")
    message = message.followed_by(further)
    return cursor.problem("registry-example", message, example=f"letters: {alphabet.further}{letters}")


def _choices(cursor: Cursor, locales: tuple[str, ...]) -> tuple[Choice, ...]:
    """Return kinds of signatories or of evidence, each of which has a key of its own."""
    items = filled(cursor.items(), cursor, "kinds")
    choices = tuple(_choice(each, locales) for each in items)
    refuse_twins(items, [choice.value for choice in choices], "key")
    for locale in locales:
        refuse_twins(items, [choice.words[locale] for choice in choices], locale)
    return choices


def _choice(cursor: Cursor, locales: tuple[str, ...]) -> Choice:
    examples = EXAMPLES | {locale: f"{locale}: …" for locale in locales}
    fields = cursor.fields(("key", *locales), ("also", "usual", "place"), examples)
    key = refuse_other(fields["key"], WORD, "key")
    also = tuple(each.text() for each in fields["also"].items()) if "also" in fields else ()
    words = {locale: fields[locale].text() for locale in locales}
    said = {name: fields[name].text() for name in ("usual", "place") if name in fields}
    return Choice(key, words, also, needs_place=said.get("place") != "no", usual=said.get("usual") == "yes")


def _known(cursors: Iterable[Cursor], known: Iterable[str], key: str) -> tuple[str, ...]:
    for cursor in cursors:
        if cursor.text() not in known:
            there = ", ".join(known)
            message = Message("“{value}” is not known; write one of: {known}.", value=cursor.text(), known=there)
            raise cursor.error(f"registry-{key}", message, example=f"{key}: {there}")
    return tuple(cursor.text() for cursor in cursors)


def _refuse_homeless(cursor: Cursor) -> None:
    """Raise SourceError for every kind that says whether it has a place, where there are no places."""
    message = Message("There is no “places”: no kind needs a place, delete this line.")
    places = (each.fields()["place"] for each in cursor.items() if "place" in each.fields())
    refuse(each.problem("registry-place", message, example=EXAMPLES["places"]) for each in places)

"""The model of the definition: kinds, the place, the table of fields."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from registry.characters import Alphabet
from registry.fields import Choice, Field
from source.problems.message import Called, in_language


@dataclass(frozen=True, slots=True)
class Place:
    """A place, such as a state or a region: its `code` in entries, its names, and `also`, other names people write.

    `facts` are its further fields in the list, for the rules of a pack.
    """

    code: str
    name: Mapping[str, str]
    also: tuple[str, ...]
    facts: Mapping[str, str]

    @property
    def all_names(self) -> tuple[str, ...]:
        """The names in all languages, and the others."""
        return (*self.name.values(), *self.also)

    def name_in(self, locale: str) -> str:
        """Return the name for the readers of a language."""
        return in_language(self.name, locale)


@dataclass(frozen=True, slots=True)
class PlaceField:
    """The field of the place, and the files with the list of places and with their shapes.

    `map` is "" if there is no map; `code` is what a code is called, `reserved` are words of the addresses of places.
    """

    field: Field
    list: str
    map: str
    code: Called
    reserved: tuple[str, ...]

    @property
    def key(self) -> str:
        """The key of the field in an entry."""
        return self.field.key


@dataclass(frozen=True)
class Definition:
    """What a signatory is. `file` is the table of fields; `place` is None if signatories have no places.

    `locales` are the languages of names, the last of which serves for all others, `alphabet` are their characters;
    `pack` is "" without a pack.
    """

    locales: tuple[str, ...]
    alphabet: Alphabet
    kinds: tuple[Choice, ...]
    evidence_kinds: tuple[Choice, ...]
    place: PlaceField | None
    pack: str
    file: Field

    @cached_property
    def signatories(self) -> Field:
        """The field of the list of entries."""
        return self.file.fields[0]

    @property
    def signatory(self) -> tuple[Field, ...]:
        """The fields of an entry in order."""
        return self.signatories.fields

    @cached_property
    def place_key(self) -> str:
        """The key of the place in an entry, "" if there are no places."""
        return self.place.key if self.place else ""

    @cached_property
    def examples(self) -> Mapping[str, str]:
        """The examples of the fields of an entry and of its names, by key."""
        fields = (*self.signatory, *self.signatories.known["name"].fields)
        return {field.key: field.example for field in fields}

    @cached_property
    def reserved(self) -> frozenset[str]:
        """Words in addresses of the directory in the place of an id: its other pages, and one of its passages.

        All other HTML ids on pages that list entries contain a "_", which an id of an entry does not.
        """
        return frozenset(("why-so-few", *(self.place.reserved if self.place else ())))

    def locale(self, locale: str) -> str:
        """Return the language of names for the readers of a language."""
        return locale if locale in self.locales else self.locales[-1]

    def value(self, code: str) -> str | int:
        """Return the code of a place as programs get it: a number if all codes are."""
        return int(code) if code and self.place and self.place.field.number else code

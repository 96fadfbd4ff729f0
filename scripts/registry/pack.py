"""The interface of packs: what a country adds to the rules of the registry. The defaults are the general rules."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from typing import Protocol

from registry.characters import skeleton
from registry.definition.model import Definition, Place
from registry.draft import name_of, names_of
from registry.fields import NAME_LIMIT, Field
from registry.reference import Reference
from registry.rule import Kept, Rule
from registry.words.folding import fold, slug
from registry.words.personal_data import Find, phones_of
from source.problems import Message
from source.words import Words
from source.yaml.nodes import Fields, Scalar

_PHONES = phones_of()
_NEVER = re.compile("(?!)")


class Index(Protocol):
    """Entries by what makes them one body, whatever form of its name they have."""

    def add(self, entry: Fields) -> list[tuple[Fields, Scalar]]:
        """Add an entry; return earlier ones of the same body, each with the name of the new entry that matches."""


class _PlainIndex:
    """Entries by the folded name in each language and the place: names are never taken apart."""

    def __init__(self, reference: Reference) -> None:
        self._reference = reference
        self._listed: dict[tuple[str, str, str], Fields] = {}

    def add(self, entry: Fields) -> list[tuple[Fields, Scalar]]:
        """Add an entry; return earlier ones of the same names and place, each with the name that matches."""
        definition, found = self._reference.definition, []
        code = entry.texts().get(definition.place_key, "")
        for locale, name in names_of(entry, *definition.locales):
            mark = locale, slug(skeleton(fold(name.text[:NAME_LIMIT]))), code
            if (other := self._listed.setdefault(mark, entry)) is not entry:
                found.append((other, name))
        return found


def _derived(key: str, fields: Fields, reference: Reference) -> str:
    """Return the id that the name and the place of an entry imply; no other field is implied."""
    name = name_of(fields, reference.definition.locales[0]) if key == "id" else ""
    return proposed_id(name, reference.place_of(fields)) if name else ""


def _identifier(kept: Kept, reference: Reference) -> str:
    """Return the id made of the answers of a request."""
    place = reference.places.get(kept.text(reference.definition.place_key))
    return proposed_id(kept.text(f"name-{reference.definition.locales[0]}"), place)


def proposed_id(name: str, place: Place | None) -> str:
    """Return the id: the name, followed by that of the place unless it has it already."""
    own, where = slug(name), slug(next(iter(place.name.values()))) if place else ""
    return own if not where or f"-{where}-" in f"-{own}-" else f"{own}-{where}"


def _same_name(_kind: str, one: str, other: str) -> bool:
    """Return whether two names differ in nothing but capitals, marks and signs."""
    return slug(one) == slug(other) != ""


def _sampled(words: str, number: int, _place: Place | None, definition: Definition) -> tuple[str, Words]:
    """Return the kind and the names of an entry of a sample."""
    return definition.kinds[number % len(definition.kinds)].value, dict.fromkeys(definition.locales, words)


@dataclass(frozen=True, slots=True)
class Pack:
    """The rules of a country.

    Rules: `rules` concern the shape of entries, `content` their texts, `personal` personal data in the whole file,
    `of_answers` the answers of requests. `phones` finds phone numbers, `placeholder` is a regular expression of folded
    words that are no name.

    Names: `index` finds duplicates, `advice` is what their message says more; `derived` is the value of a field that
    the others imply, by its key, or ""; `sampled` is the kind and the names of an entry of a sample.

    Requests: `asked` are questions after that about the place, `derivable` languages whose name may be left blank,
    `headings` earlier ones and `hints` what the form says below it, by the id of the question, `law` that on personal
    data, `beside_dates` words that do not change a date. `keep_names` normalises the names of a request, `identifier`
    is the id made of it, `same_name` tells whether names of one kind and place are those of one body; `is_name` whether
    a correction may be offered as a name. `said` is the message for a rule and a question in the words of this country;
    `in_letter` finds a name in a letter. `official` matches the domains that only public authorities can have.
    """

    rules: tuple[Rule, ...] = ()
    content: tuple[Rule, ...] = ()
    personal: tuple[Rule, ...] = ()
    of_answers: tuple[Rule, ...] = ()
    phones: Find = _PHONES
    placeholder: str = ""
    index: Callable[[Reference], Index] = _PlainIndex
    advice: Callable[[Fields], Message | None] = lambda _: None
    derived: Callable[[str, Fields, Reference], str] = _derived
    sampled: Callable[[str, int, Place | None, Definition], tuple[str, Words]] = _sampled
    asked: tuple[Field, ...] = ()
    derivable: frozenset[str] = frozenset()
    headings: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    hints: Mapping[str, Message] = field(default_factory=dict)
    law: Message | None = None
    beside_dates: frozenset[str] = frozenset()
    keep_names: Callable[[Kept, Reference], None] = lambda _kept, _reference: None
    identifier: Callable[[Kept, Reference], str] = _identifier
    same_name: Callable[[str, str, str], bool] = _same_name
    is_name: Callable[[str], bool] = bool
    said: Callable[[str, str], Message | None] = lambda _rule, _question: None
    in_letter: re.Pattern[str] = _NEVER
    official: re.Pattern[str] = _NEVER


def pack_of(reference: Reference) -> Pack:
    """Return the pack of a registry, or the general rules."""
    return _load(reference.definition.pack)


@cache
def _load(name: str) -> Pack:
    found: Pack = import_module(f"registry.packs.{name}.pack").PACK if name else Pack()
    return found

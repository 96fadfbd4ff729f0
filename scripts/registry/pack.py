"""The interface of packs: what a country adds to the rules of the registry. The defaults are the general rules."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from typing import Protocol

from registry import plain_names
from registry.definition.model import Definition, Place
from registry.fields import Field
from registry.reference import Reference
from registry.rule import Kept, Rule
from registry.words.personal_data import Find, phones_of
from source.problems.message import Message, Words
from source.yaml.nodes import Fields, Scalar

_PHONES = phones_of()
_NEVER = re.compile("(?!)")


class Index(Protocol):
    """Entries by what makes them one body, whatever form of its name they have."""

    def add(self, entry: Fields) -> list[tuple[Fields, Scalar]]:
        """Add an entry; return earlier ones of the same body, each with the name of the new entry that matches."""


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
    index: Callable[[Reference], Index] = plain_names.Index
    advice: Callable[[Fields], Message | None] = lambda _: None
    derived: Callable[[str, Fields, Reference], str] = plain_names.derived
    sampled: Callable[[str, int, Place | None, Definition], tuple[str, Words]] = plain_names.sampled
    asked: tuple[Field, ...] = ()
    derivable: frozenset[str] = frozenset()
    headings: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    hints: Mapping[str, Message] = field(default_factory=dict)
    law: Message | None = None
    beside_dates: frozenset[str] = frozenset()
    keep_names: Callable[[Kept, Reference], None] = lambda _kept, _reference: None
    identifier: Callable[[Kept, Reference], str] = plain_names.identifier
    same_name: Callable[[str, str, str], bool] = plain_names.same_name
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

"""What holds without a pack, the defaults of `pack.py`: names are compared by folded words, never taken apart."""

from registry.characters import skeleton
from registry.definition.model import Definition, Place
from registry.draft import name_of, names_of
from registry.fields import NAME_LIMIT
from registry.reference import Reference
from registry.rule import Kept
from registry.words.folding import fold, slug
from source.problems.message import Words
from source.yaml.nodes import Fields, Scalar


class Index:
    """Entries by the folded name in each language and the place."""

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


def derived(key: str, fields: Fields, reference: Reference) -> str:
    """Return the id that the name and the place of an entry imply; no other field is implied."""
    name = name_of(fields, reference.definition.locales[0]) if key == "id" else ""
    return proposed_id(name, reference.place_of(fields)) if name else ""


def identifier(kept: Kept, reference: Reference) -> str:
    """Return the id made of the answers of a request."""
    place = reference.places.get(kept.text(reference.definition.place_key))
    return proposed_id(kept.text(f"name-{reference.definition.locales[0]}"), place)


def proposed_id(name: str, place: Place | None) -> str:
    """Return the id: the name, followed by that of the place unless it has it already."""
    own, where = slug(name), slug(next(iter(place.name.values()))) if place else ""
    return own if not where or f"-{where}-" in f"-{own}-" else f"{own}-{where}"


def same_name(_kind: str, one: str, other: str) -> bool:
    """Return whether two names differ in nothing but capitals, marks and signs."""
    return slug(one) == slug(other) != ""


def sampled(words: str, number: int, _place: Place | None, definition: Definition) -> tuple[str, Words]:
    """Return the kind and the names of an entry of a sample."""
    return definition.kinds[number % len(definition.kinds)].value, dict.fromkeys(definition.locales, words)

"""The directory of signatories in one language, in the collation order of that language."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Self

from publish.i18n.collation import collation_key, initial
from registry.definition.model import Place
from registry.model import Registry, Signatory
from registry.reference import Reference

LARGEST_LIST = 1_400
"""Most entries on one page; with more, every place has its own (a page of 12,000 rows takes a phone 17 s)."""
LARGEST_OPEN_LIST = 150
"""Most entries in an open list; with more, the places are folded."""
LARGEST_BARE_LIST = 10
"""Most entries in a list without filter, folds and map: it can be seen at a glance."""


@dataclass(frozen=True, slots=True)
class Group:
    """The entries of one place, or those without one: `standing` ones, and those `withdrawn`."""

    place: Place | None
    standing: tuple[Signatory, ...]
    withdrawn: tuple[Signatory, ...]


@dataclass(frozen=True, slots=True)
class Directory:
    """The directory. `places` are all, by name, `groups` those with entries; `is_split`: each has its own page."""

    locale: str
    places: tuple[Place, ...]
    groups: tuple[Group, ...]
    is_split: bool

    @property
    def is_bare(self) -> bool:
        """Whether the list has no filter, no folds and no map."""
        return len(self.entries) <= LARGEST_BARE_LIST

    @property
    def is_folded(self) -> bool:
        """Whether the places are folded."""
        return bool(self.places) and not self.is_split and len(self.entries) > LARGEST_OPEN_LIST

    @classmethod
    def of(cls, registry: Registry, reference: Reference, locale: str) -> Self:
        """Put the entries of a registry in order."""
        key = collation_key(locale)
        entries: dict[str, list[Signatory]] = {}
        for entry in sorted(registry.signatories, key=lambda each: (key(each.name_in(locale)), each.id)):
            entries.setdefault(entry.place, []).append(entry)
        places = sorted(reference.places.values(), key=lambda each: key(each.name_in(locale)))
        groups = [_group(place, entries[place.code]) for place in places if place.code in entries]
        groups += [_group(None, entries[""])] if "" in entries else []
        return cls(locale, tuple(places), tuple(groups), len(registry.signatories) > LARGEST_LIST and bool(places))

    @property
    def shown(self) -> tuple[Group, ...]:
        """The places with entries that are not withdrawn."""
        return tuple(group for group in self.groups if group.standing)

    @property
    def letters(self) -> Mapping[str, Place]:
        """The letters with which the names of these places begin, in order → the first place of each."""
        found: dict[str, Place] = {}
        for group in self.shown:
            if group.place:
                found.setdefault(initial(group.place.name_in(self.locale), self.locale), group.place)
        return found

    @property
    def withdrawn(self) -> tuple[Signatory, ...]:
        """All entries that were withdrawn, by place and name."""
        return tuple(entry for group in self.groups for entry in group.withdrawn)

    @property
    def entries(self) -> tuple[Signatory, ...]:
        """All entries, by place and name, those withdrawn after the others of their place."""
        return tuple(entry for group in self.groups for entry in (*group.standing, *group.withdrawn))


def directories(registry: Registry, reference: Reference, locales: Iterable[str]) -> Mapping[str, Directory]:
    """Return the directory of every language."""
    return {locale: Directory.of(registry, reference, locale) for locale in locales}


def _group(place: Place | None, entries: Sequence[Signatory]) -> Group:
    standing = tuple(entry for entry in entries if not entry.withdrawn)
    return Group(place, standing, tuple(entry for entry in entries if entry.withdrawn))

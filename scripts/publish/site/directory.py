"""The directory of signatories in one language, in the collation order of that language."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Self

from publish.i18n.collation import Key, collation_key, initial
from registry.model import Province, Registry, Signatory
from registry.reference import Reference

LARGEST_LIST = 1_400
"""Most entries on one page; with more, every province has its own (a page of 12,000 rows takes a phone 17 s)."""
LARGEST_OPEN_LIST = 150
"""Most entries in an open list; with more, the provinces are folded."""
LARGEST_BARE_LIST = 10
"""Most entries in a list without filter, folds and map: it can be seen at a glance."""


@dataclass(frozen=True, slots=True)
class Group:
    """The entries of one province: `standing` ones, and those `withdrawn`."""

    province: Province
    standing: tuple[Signatory, ...]
    withdrawn: tuple[Signatory, ...]


@dataclass(frozen=True, slots=True)
class Directory:
    """The directory. `provinces` are all, by name, `groups` those with entries; `is_split`: each has its own page."""

    locale: str
    provinces: tuple[Province, ...]
    groups: tuple[Group, ...]
    is_split: bool

    @property
    def is_bare(self) -> bool:
        """Whether the list has no filter, no folds and no map."""
        return len(self.entries) <= LARGEST_BARE_LIST

    @property
    def is_folded(self) -> bool:
        """Whether the provinces are folded."""
        return not self.is_split and len(self.entries) > LARGEST_OPEN_LIST

    @classmethod
    def of(cls, registry: Registry, reference: Reference, locale: str) -> Self:
        """Put the entries of a registry in order."""
        key = collation_key(locale)
        entries: dict[int, list[tuple[Key, Signatory]]] = {}
        for entry in registry.signatories:
            entries.setdefault(entry.province, []).append((key(entry.name_in(locale)), entry))
        provinces = sorted(reference.provinces.values(), key=lambda each: key(each.name_in(locale)))
        groups = (
            _group(
                province, (entry for _, entry in sorted(entries[province.code], key=lambda pair: (pair[0], pair[1].id)))
            )
            for province in provinces
            if province.code in entries
        )
        return cls(locale, tuple(provinces), tuple(groups), len(registry.signatories) > LARGEST_LIST)

    @property
    def shown(self) -> tuple[Group, ...]:
        """The provinces with entries that are not withdrawn."""
        return tuple(group for group in self.groups if group.standing)

    @property
    def letters(self) -> Mapping[str, Province]:
        """The letters with which the names of these provinces begin, in order → the first province of each."""
        found: dict[str, Province] = {}
        for group in self.shown:
            found.setdefault(initial(group.province.name_in(self.locale), self.locale), group.province)
        return found

    @property
    def withdrawn(self) -> tuple[Signatory, ...]:
        """All entries that were withdrawn, by province and name."""
        return tuple(entry for group in self.groups for entry in group.withdrawn)

    @property
    def entries(self) -> tuple[Signatory, ...]:
        """All entries, by province and name, those withdrawn after the others of their province."""
        return tuple(entry for group in self.groups for entry in (*group.standing, *group.withdrawn))


def directories(registry: Registry, reference: Reference, locales: Iterable[str]) -> Mapping[str, Directory]:
    """Return the directory of every language."""
    return {locale: Directory.of(registry, reference, locale) for locale in locales}


def _group(province: Province, entries: Iterable[Signatory]) -> Group:
    listed = tuple(entries)
    standing = tuple(entry for entry in listed if not entry.withdrawn)
    return Group(province, standing, tuple(entry for entry in listed if entry.withdrawn))

"""Counts of signatories, for every page and file that shows a number."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from registry.model import Registry


@dataclass(frozen=True, slots=True)
class Tally:
    """Numbers of entries. `standing` and `withdrawn` add up to all of them; the mappings count standing entries only.

    `editions` is the key of an edition → entries that signed it, `places` code → entries, `kinds` kind →
    entries; keys without entries are omitted. An entry that signed two editions counts under each, and in `several`.
    """

    standing: int
    withdrawn: int
    several: int
    editions: Mapping[str, int]
    places: Mapping[str, int]
    kinds: Mapping[str, int]

    @classmethod
    def of(cls, registry: Registry) -> Self:
        """Count a registry."""
        standing = [entry for entry in registry.signatories if not entry.withdrawn]
        return cls(
            standing=len(standing),
            withdrawn=len(registry.signatories) - len(standing),
            several=sum(len({each.edition for each in entry.signatures}) > 1 for entry in standing),
            editions=Counter(signature.edition for entry in standing for signature in entry.signatures),
            places=Counter(entry.place for entry in standing if entry.place),
            kinds=Counter(entry.kind for entry in standing),
        )

"""Counts of signatories, for every page and file that shows a number."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from registry.model import Kind, Registry


@dataclass(frozen=True, slots=True)
class Tally:
    """Numbers of entries. `standing` and `withdrawn` add up to all of them; the mappings count standing entries only.

    `editions` is the key of an edition → entries that signed it, `provinces` plate code → entries, `kinds` kind →
    entries; keys without entries are omitted. An entry that signed two editions counts under each, and in `several`.
    """

    standing: int
    withdrawn: int
    several: int
    editions: Mapping[str, int]
    provinces: Mapping[int, int]
    kinds: Mapping[Kind, int]

    @classmethod
    def of(cls, registry: Registry) -> Self:
        """Count a registry."""
        standing = [entry for entry in registry.signatories if not entry.withdrawn]
        return cls(
            standing=len(standing),
            withdrawn=len(registry.signatories) - len(standing),
            several=sum(len({each.edition for each in entry.signatures}) > 1 for entry in standing),
            editions=Counter(signature.edition for entry in standing for signature in entry.signatures),
            provinces=Counter(entry.province for entry in standing),
            kinds=Counter(entry.kind for entry in standing),
        )

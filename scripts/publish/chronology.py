"""The signatures in the order of time, by month or by year, each edition counted apart."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Self

from registry.dates import PartialDate, Precision
from registry.model import Registry, Signature

MOST_ROWS = 24
"""More months than this are shown by year."""
SHORT = 8
_YEAR, _MONTH = 4, 7
"""The length of a year and of a month as ISO 8601 writes them."""
_LENGTHS = {Precision.YEAR: _YEAR, Precision.MONTH: _MONTH, Precision.DAY: _MONTH}


@dataclass(frozen=True, slots=True)
class Row:
    """A month or a year and its signatures: the key of an edition → their number. `is_year` tells which it is."""

    date: PartialDate
    counts: Mapping[str, int]

    @property
    def is_year(self) -> bool:
        """Whether the row is a year: among months, that of signatures whose month is not known."""
        return self.date.precision is Precision.YEAR


@dataclass(frozen=True, slots=True)
class Chronology:
    """Signatures that stand. `editions` are the keys of those signed; `year_only` counts dates known to the year."""

    rows: tuple[Row, ...]
    editions: tuple[str, ...]
    by_month: bool
    year_only: int

    @classmethod
    def of(cls, registry: Registry) -> Self:
        """Count the signatures of a registry, those withdrawn left out."""
        signatures = [each for entry in registry.signatories if not entry.withdrawn for each in entry.signatures]
        months = _rows(signatures, lambda date: str(date.earliest)[: _LENGTHS[date.precision]])
        by_month = len(months) <= MOST_ROWS and not all(row.is_year for row in months)
        return cls(
            rows=months if by_month else _rows(signatures, lambda date: str(date.earliest)[:_YEAR]),
            editions=tuple(sorted({signature.edition for signature in signatures})),
            by_month=by_month,
            year_only=sum(each.date.precision is Precision.YEAR for each in signatures),
        )

    @property
    def is_told(self) -> bool:
        """Whether there is a course of time to show: one date alone stands in the list."""
        return len(self.rows) > 1

    @property
    def is_short(self) -> bool:
        """Whether the table leaves the list that follows in sight."""
        return len(self.rows) <= SHORT

    @property
    def highest(self) -> int:
        """The largest number in the table."""
        return max((count for row in self.rows for count in row.counts.values()), default=0)


def _rows(signatures: Iterable[Signature], period: Callable[[PartialDate], str]) -> tuple[Row, ...]:
    counts: dict[str, Counter[str]] = {}
    for signature in signatures:
        counts.setdefault(period(signature.date), Counter())[signature.edition] += 1
    return tuple(Row(PartialDate.parse(text), counts[text]) for text in sorted(counts, key=_place))


def _place(text: str) -> tuple[str, bool, str]:
    """Return where a period stands: a year after its months."""
    return text[:_YEAR], len(text) == _YEAR, text

"""The signatures in chronological order, by month or year, each edition counted separately."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Self

from registry.dates import PartialDate
from registry.model import Registry, Signature

MOST_ROWS = 24
"""With more months than this, the table is by year."""
_YEAR, _MONTH = 4, 7
"""The length of a year and of a month as ISO 8601 writes them."""
_MONTHS = 12


@dataclass(frozen=True, slots=True)
class Chronology:
    """The number of signatures, without withdrawn ones, by month or year. `editions` are the keys of those signed.

    `rows` has all months or years from the first signature to the last, including those without any: the month or the
    year → the key of an edition → the number of its signatures.
    """

    rows: Mapping[PartialDate, Mapping[str, int]]
    editions: tuple[str, ...]
    by_month: bool

    @classmethod
    def of(cls, registry: Registry) -> Self:
        """Count the signatures of a registry, those withdrawn left out; by month where all months are known."""
        signatures = [each for entry in registry.signatories if not entry.withdrawn for each in entry.signatures]
        dates = [each.date for each in signatures]
        months = _months(dates)
        by_month = 0 < len(months) <= MOST_ROWS and all(each.precision != "year" for each in dates)
        periods = months if by_month else sorted({month[:_YEAR] for month in months})
        return cls(
            rows=_rows(signatures, periods, _MONTH if by_month else _YEAR),
            editions=tuple(sorted({signature.edition for signature in signatures})),
            by_month=by_month,
        )

    @property
    def is_told(self) -> bool:
        """Whether to show the table: it needs more than one row."""
        return len(self.rows) > 1

    @property
    def highest(self) -> int:
        """The largest number in the table."""
        return max((count for counts in self.rows.values() for count in counts.values()), default=0)


def _months(dates: Collection[PartialDate]) -> list[str]:
    """Return every month from the first date to the last, as ISO 8601 writes them."""
    if not dates:
        return []
    months = [each.earliest.year * _MONTHS + each.earliest.month - 1 for each in dates]  # counted from year 0
    return [f"{month // _MONTHS:04}-{month % _MONTHS + 1:02}" for month in range(min(months), max(months) + 1)]


def _rows(signatures: Sequence[Signature], periods: Sequence[str], length: int) -> dict[PartialDate, Counter[str]]:
    """Return the rows of `periods`, written as the first `length` characters of a date in ISO 8601."""
    counts = {period: Counter[str]() for period in periods}
    for signature in signatures:
        counts[signature.date.earliest.isoformat()[:length]][signature.edition] += 1
    return {PartialDate.parse(period): counted for period, counted in counts.items()}

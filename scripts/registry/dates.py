"""Partial dates in EDTF (ISO 8601-2): years, months and days, stated or inferred."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal, Self

_PARTIAL = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?(\?)?")


Precision = Literal["year", "month", "day"]
"""How much of a date is known."""


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A date known to the day, the month or the year: "2022-01-05", "2022-01", "2022".

    `earliest` and `latest` are the first and last day that it may mean. Dates sort by `earliest`, then `latest`.
    `is_inferred`: the source does not show the date; it is written with a question mark: "2018?" (EDTF level 1).
    """

    earliest: date
    latest: date
    text: str
    precision: Precision
    is_inferred: bool

    @classmethod
    @lru_cache(maxsize=4096)  # thousands of entries share a few days
    def parse(cls, text: str) -> Self:
        """Read YYYY, YYYY-MM or YYYY-MM-DD, with or without "?"; ValueError for anything else."""
        if not (match := _PARTIAL.fullmatch(text)):
            raise ValueError(text)
        year, month, day, inferred = match.groups()
        first = date(int(year), int(month or "1"), int(day or "1"))
        last_month = int(month or "12")
        last = date(first.year, last_month, int(day or monthrange(first.year, last_month)[1]))
        precision: Precision = "day" if day else "month" if month else "year"
        return cls(first, last, text, precision, inferred is not None)

    def __str__(self) -> str:
        return self.text

"""Dates as the registry writes them: whole days, months or years (EDTF level 0, ISO 8601-2)."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Self

_PARTIAL = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A date known to the day, the month or the year: "2022-01-05", "2022-01", "2022".

    `earliest` and `latest` are the first and the last day it can mean. Dates sort by `earliest`, then `latest`.
    """

    earliest: date
    latest: date
    text: str

    @classmethod
    @lru_cache(maxsize=4096)  # thousands of entries share a few days
    def parse(cls, text: str) -> Self:
        """Read YYYY, YYYY-MM or YYYY-MM-DD; ValueError for anything else, and for days that do not exist."""
        if not (match := _PARTIAL.fullmatch(text)):
            raise ValueError(text)
        year, month, day = match.groups()
        first = date(int(year), int(month or "1"), int(day or "1"))
        last_month = int(month or "12")
        return cls(first, date(first.year, last_month, int(day or monthrange(first.year, last_month)[1])), text)

    def __str__(self) -> str:
        return self.text

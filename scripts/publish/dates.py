"""Dates as a reader of each language writes them, the month spelled out."""

from datetime import date
from functools import cache

from babel.dates import format_date

from registry.dates import PartialDate

_PATTERNS = {4: "y", 7: "LLLL y", 10: "d MMMM y"}
"""CLDR patterns by the length of an EDTF date: year, month, day."""


@cache  # thousands of entries share a few days
def long_date(value: date | PartialDate, locale: str) -> str:
    """Return "25 Ağustos 2021" or "25 August 2021"; of a partial date no more than is known: "Kasım 2018", "2018"."""
    day = value.earliest if isinstance(value, PartialDate) else value
    return format_date(day, _PATTERNS[len(str(value))], locale=locale)


def partial_date(value: date, locale: str, pattern: str) -> str:
    """Return a day as a CLDR pattern has it: "d MMMM" gives "25 Ağustos"."""
    return format_date(value, pattern, locale=locale)

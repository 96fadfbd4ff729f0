"""Dates as a reader of each language writes them, the month spelled out."""

from datetime import date

from babel.dates import format_date

_PATTERNS = {"year": "y", "month": "LLLL y", "day": "d MMMM y"}


def long_date(value: date, locale: str, precision: str = "day") -> str:
    """Return "25 Ağustos 2021" or "25 August 2021"; of a date known to the month or year, no more than that."""
    return format_date(value, _PATTERNS[precision], locale=locale)

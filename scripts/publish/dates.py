"""Dates as a reader of each language writes them, the month spelled out."""

from datetime import date
from functools import cache

from babel.dates import format_date

from registry.dates import PartialDate, Precision

_PATTERNS = {Precision.YEAR: "y", Precision.MONTH: "LLLL y", Precision.DAY: "d MMMM y"}
"""CLDR patterns."""
_SHORTENED_AS_IN = "en_AU"
"""The English of CLDR that shortens the same months to the same letters."""


@cache  # thousands of entries share a few days
def long_date(value: date | PartialDate, locale: str) -> str:
    """Return "25 Ağustos 2021" or "25 August 2021"; of a partial date no more than is known: "Kasım 2018", "2018"."""
    day, precision = (value.earliest, value.precision) if isinstance(value, PartialDate) else (value, Precision.DAY)
    return format_date(day, _PATTERNS[precision], locale=locale)


def partial_date(value: date, locale: str, pattern: str) -> str:
    """Return a day as a CLDR pattern has it: "d MMMM" gives "25 Ağustos"."""
    return format_date(value, pattern, locale=locale)


def short_month(value: date) -> str:
    """Return the month as English style books shorten it: "Aug.", "Sept.", but "May" and "June"."""
    full, short = (format_date(value, pattern, locale=_SHORTENED_AS_IN) for pattern in ("MMMM", "MMM"))
    return short if short == full else f"{short}."

"""Numbers as a reader of each language writes them."""

from functools import cache

from babel.numbers import format_decimal


@cache
def number(value: int, locale: str) -> str:
    """Return "1.400" or "1,400"."""
    return format_decimal(value, locale=locale)

"""Names of languages, dates, numbers and lists in the formats of the Unicode CLDR."""

from collections.abc import Mapping
from datetime import date
from functools import cache

from babel import Locale
from babel.core import get_global
from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_decimal

from publish.i18n.collation import capital
from registry.dates import PartialDate


@cache
def direction(locale: str) -> str:
    """Return the writing direction of a language: "ltr" or "rtl"."""
    return Locale.parse(locale).text_direction


def name_of(locale: str, reader: str) -> str:
    """Return the name of a language in the language of a reader: "Türkçe", "Turkish"."""
    return Locale.parse(locale).get_display_name(reader) or locale


def autonym(locale: str) -> str:
    """Return the name of a language in that language, as a line begins with it: "Türkçe", "Français"."""
    name = name_of(locale, locale)
    return capital(name[0], locale) + name[1:]


_PATTERNS = {"year": "y", "month": "LLLL y", "day": "d MMMM y"}
"""How much of a date is known → its CLDR pattern."""
_ABBREVIATIONS, _SHORT = "en_AU", 4
"""The locale with the abbreviations of English style books, and the length of names that these do not shorten."""


@cache  # thousands of entries share a few days
def long_date(value: date | PartialDate, locale: str) -> str:
    """Return "25 Ağustos 2021" or "25 August 2021"; of a partial date no more than is known: "Kasım 2018", "2018"."""
    day, precision = (value.earliest, value.precision) if isinstance(value, PartialDate) else (value, "day")
    return format_date(day, _PATTERNS[precision], locale=locale)


def short_month(value: date, locale: str) -> str:
    """Return the month abbreviated, in English as its style books do: "Aug.", "Sept.", but "May" and "June"."""
    if locale != "en":
        return format_date(value, "MMM", locale=locale)
    full, short = (format_date(value, pattern, locale=_ABBREVIATIONS) for pattern in ("MMMM", "MMM"))
    return full if len(full) <= _SHORT else f"{short}."


@cache
def number(value: int, locale: str) -> str:
    """Return "1.400" or "1,400"."""
    return format_decimal(value, locale=locale)


_CATEGORIES = ("zero", "one", "two", "few", "many", "other")
_NUMBERS, _SHOWN = 1000, 4
"""How many numbers are looked at, and how many of a category are named; that of millions may then be left out."""


@cache
def plurals(locale: str) -> Mapping[str, tuple[str, ...]]:
    """Return the plural categories that whole numbers have in a language, and the first numbers of each."""
    category = Locale.parse(locale).plural_form
    numbers: dict[str, list[str]] = {each: [] for each in _CATEGORIES}
    for value in range(_NUMBERS):
        numbers[category(value)].append(str(value))
    return {each: tuple(found[:_SHOWN]) for each, found in numbers.items() if found}


@cache
def plural(value: int, locale: str) -> str:
    """Return the plural category of a number in a language: "one", "few"; for millions, the last one."""
    category = Locale.parse(locale).plural_form(value)
    return category if category in plurals(locale) else [*plurals(locale)][-1]


@cache  # thousands of entries share a few lists
def text_list(texts: tuple[str, ...], locale: str) -> str:
    """Return "2018 ve 2021" or "2018 and 2021"."""
    return format_list(texts, locale=locale)


def is_latin(locale: str) -> bool:
    """Return whether a language is usually written in Latin letters."""
    return "_Latn" in get_global("likely_subtags").get(locale, "")

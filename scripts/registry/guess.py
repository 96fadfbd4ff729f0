"""What a clerk probably meant: near misses turned into values that would pass, or "" where nothing is near."""

import re
from collections.abc import Iterable, Mapping
from difflib import get_close_matches

from registry.dates import PartialDate
from registry.fields import Choice
from registry.folding import fold, slug
from registry.model import Province

_LONGEST = 60
"""Longer texts are no near miss of anything."""
_CLOSE = 0.8
_TURKISH_MONTHS = "ocak subat mart nisan mayis haziran temmuz agustos eylul ekim kasim aralik"
_ENGLISH_MONTHS = "january february march april may june july august september october november december"
_MONTHS = {
    name: number
    for months in (_TURKISH_MONTHS, _ENGLISH_MONTHS)
    for number, month in enumerate(months.split(), 1)
    for name in (month, month[:3])
}

_NAME_ENDS = (
    ("Büyükşehir Belediyesi", "Metropolitan Municipality"),
    ("Belediyeler Birliği", "Union of Municipalities"),
    ("Belediyesi", "Municipality"),
    ("Birliği", "Union"),
)
"""How Turkish names end, and their English counterparts."""


def near(text: str, words: Iterable[str]) -> str:
    """Return the word closest to `text` in spelling."""
    return _nearest(text, {slug(word): word for word in words})


def choice(text: str, choices: Iterable[Choice]) -> str:
    """Return the value that `text` means: "ilçe" is "district", "Meclis Kararı" is "council-decision"."""
    words = {slug(word): item.value for item in choices for word in (item.value, item.tr, item.en, *item.also)}
    return _nearest(text, words)


def province(text: str, provinces: Mapping[int, Province]) -> str:
    """Return the plate code that `text` means: "Bursa", "TR-16" and "016" are "16"."""
    numbers = re.findall("[0-9]+", text[:_LONGEST])
    if len(numbers) == 1 and int(numbers[0]) in provinces:
        return str(int(numbers[0]))
    words = {slug(word): str(item.code) for item in provinces.values() for word in (*item.name.values(), *item.also)}
    return _nearest(text, words)


def date(text: str) -> str:
    """Return the date that `text` means, day before month: "5 Ocak 2022" and "05.01.2022" are "2022-01-05"."""
    words = re.findall("[0-9]+|[a-z]+", fold(text[:_LONGEST]))
    numbers = [word for word in words if word.isdigit()]
    months = [_MONTHS[word] for word in words if word in _MONTHS]
    for year in (number for number in numbers if len(number) == len("2022")):
        rest = [int(number) for number in numbers if number != year]
        if numbers[0] == year:
            rest.reverse()
        for parts in _orders(months[:1], rest):
            if found := _date(int(year), *parts):
                return found
    return ""


def name(text: str, language: str) -> str:
    """Return a name in `language` from the one in the other: "Deneme Belediyesi" is "Deneme Municipality"."""
    for words in _NAME_ENDS:
        wrong, right = words if language == "en" else words[::-1]
        if text.endswith(wrong):
            return text.removesuffix(wrong) + right
    return ""


def _orders(months: list[int], rest: list[int]) -> Iterable[list[int]]:
    """Yield what may follow the year, the likeliest first: month and day, day and month, the month alone."""
    if months:
        return (months + rest, months)
    return (rest[::-1], rest, rest[-1:], [])


def _date(year: int, *parts: int) -> str:
    text = "-".join([str(year), *(f"{part:02}" for part in parts)])
    try:
        return PartialDate.parse(text).text
    except ValueError:
        return ""


def _nearest(text: str, words: Mapping[str, str]) -> str:
    """Return what the word of `words` that `text` holds, or is closest to, stands for."""
    wanted = slug(text[:_LONGEST])
    if wanted in words:
        return words[wanted]
    held = [word for word in words if f"-{word}-" in f"-{wanted}-"]
    close = held or get_close_matches(wanted, words, 1, _CLOSE)
    return words[max(close, key=len)] if close else ""

"""The names of months in the languages of a registry, from the CLDR: dates are read with the English names."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from registry.words.folding import fold

_READ = frozenset(("tr", "en"))
"""The languages whose dates are read as they are."""
ENGLISH = "january february march april may june july august september october november december"
"""The English names, in order."""
_ORDINAL = re.compile("(?<=[0-9])[a-zº°]{1,2}(?![a-z])")
"""What follows the number of a day in some languages: "1er", "1º"."""
_LITERAL = re.compile("'[^']+'|[^\x00-\x7f]+")
"""What stands for itself in a pattern of a date (UTS 35, Date Format Patterns): what is quoted, and other letters."""


def with_english_months(text: str, locales: Iterable[str]) -> str:
    """Return a text with the months of other languages in English, and without the words that these put around them.

    A language that the CLDR does not know is left alone; that it does not is told at every build.
    """
    for locale in (each for each in locales if each not in _READ and _is_known(each)):
        text = _in_english(_ORDINAL.sub("", fold(text)), *_names(locale))
    return text


def _is_known(locale: str) -> bool:
    from babel.localedata import exists  # noqa: PLC0415 - not needed for Turkish and English

    return exists(locale)


def _in_english(text: str, names: Mapping[str, str], pattern: re.Pattern[str]) -> str:
    return pattern.sub(lambda found: names.get(found[1], " "), text)


@cache
def _names(locale: str) -> tuple[Mapping[str, str], re.Pattern[str]]:
    """Return the names of months in a language → the English ones, and a pattern of all words to replace."""
    names, around = {name: english for name, english in _months(locale) if name != english}, _around(locale)
    longest_first = sorted({*names, *around}, key=len, reverse=True)
    return names, re.compile(rf"\b({'|'.join(map(re.escape, longest_first))})(?!\w)\.?")


def _months(locale: str) -> Iterator[tuple[str, str]]:
    from babel.dates import get_month_names  # noqa: PLC0415 - as above

    for width in ("abbreviated", "wide"):
        for context in ("stand-alone", "format"):
            for number, name in get_month_names(width, context, locale).items():
                yield fold(name).rstrip("."), ENGLISH.split()[number - 1]


def _around(locale: str) -> Iterator[str]:
    """Yield the words of a written date, such as "de" in Spanish."""
    from babel.dates import get_date_format  # noqa: PLC0415 - as above

    for literal in _LITERAL.findall(str(get_date_format("long", locale).pattern)):
        yield from re.findall(r"\w+", fold(literal))

"""A parser of dates as people write them: "5 Ocak 2022", "05.01.22", "20220105", "5.1.2022 - 14:00"."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from registry.dates import PartialDate
from registry.words.folding import fold
from registry.words.month_names import ENGLISH, with_english_months

_LONGEST = 200
"""Characters of a text that are searched for dates."""
_TURKISH = "ocak subat mart nisan mayis haziran temmuz agustos eylul ekim kasim aralik"
_MONTHS = {
    name: number
    for months in (_TURKISH, ENGLISH)
    for number, month in enumerate(months.split(), 1)
    for name in (month, month[:3])
}
_NAMES = "|".join(sorted(_MONTHS, key=len, reverse=True))
_MONTH = f"(?<![a-z])(?P<m>{_NAMES})(?=(?:[td][ae])?(?![a-z]))(?:[’']?[td][ae])?(?: ay[a-z]{{0,6}})?"
_DAY, _NUMBER = "(?<![0-9])(?<![0-9][./-])(?P<d>[0-9]{1,2})", "(?P<m>[0-9]{1,2})"
_YEAR, _SHORT_YEAR = "(?P<y>(?:19|20)[0-9]{2})(?![0-9])", "(?P<y>[0-9]{2})(?![0-9])"
_FIRST_YEAR = f"(?<![0-9])(?<![0-9][./-]){_YEAR}"
_OF = "(?: yili(?:n[a-z]{0,3})?|[’']?n[iu]n)?"
_SEP, _APART = "(?: ?[./-] ?| )", "[^a-z0-9]{0,3}"
_FORMS = tuple(
    re.compile(form)
    for form in (
        f"{_DAY}{_APART}{_MONTH}{_APART}{_YEAR}",
        f"{_MONTH}{_APART}(?P<d>[0-9]{{1,2}})(?:st|nd|rd|th)?[, ]{{1,2}}{_YEAR}",
        f"{_FIRST_YEAR}{_OF}{_APART}{_MONTH}{_APART}(?P<d>[0-9]{{1,2}})(?![0-9])",
        f"{_MONTH}{_APART}{_YEAR}",
        f"{_FIRST_YEAR}{_OF}{_APART}{_MONTH}",
        f"{_DAY}{_APART}{_MONTH}{_APART}{_SHORT_YEAR}",
        f"{_DAY}{_SEP}{_NUMBER}{_SEP}{_YEAR}",
        f"{_FIRST_YEAR}{_SEP}{_NUMBER}{_SEP}(?P<d>[0-9]{{1,2}})(?![0-9])",
        "(?<![0-9])(?P<y>(?:19|20)[0-9]{2})(?P<m>[0-9]{2})(?P<d>[0-9]{2})(?![0-9])",
        "(?<![0-9])(?P<d>[0-9]{2})(?P<m>[0-9]{2})(?P<y>(?:19|20)[0-9]{2})(?![0-9])",
        f"{_DAY}{_SEP}{_NUMBER}{_SEP}{_SHORT_YEAR}",
        f"(?<![0-9])(?<![0-9][./-]){_NUMBER} ?[./-] ?{_YEAR}",
        f"{_FIRST_YEAR} ?[./-] ?{_NUMBER}(?![0-9])",
        _FIRST_YEAR,
    )
)
"""The forms of a date, the most complete first; in numeric ones the day precedes the month."""
_TIME = re.compile("(?<![0-9])[0-2]?[0-9]:[0-5][0-9](?::[0-5][0-9])?|\\bsaat [0-2]?[0-9][.][0-5][0-9]")
_CLOCK = re.compile("(?<![0-9.])[0-2]?[0-9]\\.[0-5][0-9](?![0-9.])")
_AROUND = frozenset(
    """
    t th st nd rd de da te ta nin nun in un yil yili yilinda yilinin ay ayi ayinda gun gunu gunlu gunu gununde gunku
    tarih tarihi tarihinde tarihli tarihindeki saat imza imzasi imzalandi imzalanmistir imzalanma imzaladik toreni
    toreninde torenle meclis meclisi meclisin meclisinin meclisimiz meclisimizin
    oturum oturumu oturumunda toplanti toplantisi toplantisinda
    pazartesi sali carsamba persembe cuma cumartesi pazar
    on the of in at day month year date signed signature
    monday tuesday wednesday thursday friday saturday sunday
    """.split()  # noqa: SIM905 - a hundred words in quotes would be harder to read
)
"""Words around a date that do not change its meaning, folded."""
_REST = re.compile(f"(?<![0-9])[0-9]{{1,2}}(?![0-9])|{_MONTH}")
"""A possible part of another date: a day or a month."""
_WORD = re.compile("[a-z]+|[0-9?%~]+")


class Meaning(NamedTuple):
    """A value as the registry writes it, or "". `certain`: the text can mean nothing else."""

    value: str
    certain: bool


UNKNOWN = Meaning("", certain=False)


def are_several(text: str, locales: Iterable[str] = ()) -> bool:
    """Return whether a text gives more than one date, a period, or a number beside a date."""
    found, rest = _read(_plain(text, locales))
    return len(found) > 1 or (bool(found) and _REST.search(rest) is not None)


def date(text: str, beside: frozenset[str] = frozenset(), locales: Iterable[str] = ()) -> Meaning:
    """Return the one date of a text, beside words that do not change its meaning; `beside` are more of these.

    It may be written in Turkish, in English or in one of `locales`. It is uncertain if the day does not exist, or may
    be written in the order of another language. A text with other words has no date: the number may be that of a
    decision, the signature denied, intended or of another year.
    """
    plain = _plain(text, locales)
    found, rest = _read(plain)
    if len(found) != 1 or len(text) > _LONGEST or not set(_WORD.findall(rest)) <= _AROUND | beside:
        return UNKNOWN
    return Meaning(found[0], certain=True) if found[0] else Meaning(_nearest(plain), certain=False)


def is_impossible(text: str, locales: Iterable[str] = ()) -> bool:
    """Return whether a text gives a day that does not exist: "31.02.2022"."""
    return _read(_plain(text, locales))[0] == ("",)


def is_month_of(word: str, month: int) -> bool:
    """Return whether a word is the name of a month, given as its number."""
    return _MONTHS.get(word) == month


def _plain(text: str, locales: Iterable[str]) -> str:
    """Return a text folded, with English months and without the time of day."""
    return _TIME.sub(" ", fold(with_english_months(text[:_LONGEST], locales)).replace("–", "-"))


def _read(rest: str) -> tuple[tuple[str, ...], str]:
    """Return the dates in a plain text, each once, "" for a day that does not exist; and the text without them."""
    found: list[str] = []
    for form in _FORMS:
        while match := form.search(rest):
            found.append(_written(match))
            rest = f"{rest[: match.start()]}#{rest[match.end() :]}"
    refined = {each for each in found if each and any(other != each and other.startswith(each) for other in found)}
    return tuple(each for each in dict.fromkeys(found) if each not in refined), _CLOCK.sub(" ", rest)


def _written(match: re.Match[str]) -> str:
    """Return a date as the registry writes it, or ""."""
    parts = match.groupdict()
    year = parts["y"] if len(parts["y"]) > len("22") else f"20{parts['y']}"
    month = _number(parts.get("m"))
    return _valid("-".join([year, *(f"{part:02}" for part in (month, _number(parts.get("d"))) if part is not None)]))


def _nearest(plain: str) -> str:
    """Return a date for a day that does not exist: with month before day, or the month alone."""
    match = next(found for form in _FORMS if (found := form.search(plain)))
    year, month, day = match["y"], _number(match["m"]), _number(match.groupdict().get("d"))
    return (_valid(f"{year}-{day:02}-{month:02}") or _valid(f"{year}-{month:02}")) if day is not None else ""


def _number(word: str | None) -> int | None:
    return None if word is None else _MONTHS[word] if word in _MONTHS else int(word)


def _valid(text: str) -> str:
    try:
        return PartialDate.parse(text).text
    except ValueError:
        return ""

"""Finds what belongs to a person: e-mail addresses, phone numbers, national identity numbers of Türkiye.

Each function yields where its finds begin and end. The text may be long and hostile: no pattern runs back and forth,
and each begins with a character of a few, which is searched for at three times the speed.
"""

import re
from collections.abc import Iterator

_SPELT = "[(\\[{]at[)\\]}]"
_SPELT_AT = re.compile(_SPELT, re.IGNORECASE)
_SIGN = f"(?:@|%40|{_SPELT})"
_EMAIL = re.compile(
    f"(?<![\\w.+%-])[\\w.+%-]{{1,64}}[ \t]?{_SIGN}[ \t]?[\\w-]{{1,63}}(?:\\.[\\w-]{{1,63}})+", re.IGNORECASE
)
_URL_USER = re.compile("https?://[^\\s/?#]*\\Z")
_GAP = "[\\s.-]{0,2}"
_PHONE = re.compile(
    f"(?<![\\w/=.,-])(?:"
    f"\\+[0-9](?:[\\s().-]{{0,2}}[0-9]){{7,14}}"  # +90 224 000 00 00, or another country
    f"|(?:(?:00)?90|0){_GAP}\\(?0?[2-58][0-9]{{2}}\\)?{_GAP}[0-9]{{3}}{_GAP}[0-9]{{2}}{_GAP}[0-9]{{2}}"
    f"|\\(?0?[2-58][0-9]{{2}}\\)?[\\s.-]{{1,2}}[0-9]{{3}}{_GAP}[0-9]{{2}}{_GAP}[0-9]{{2}}"
    f"|5[0-9]{{9}}"
    f"|444[ .-]?[0-9][ .-]?[0-9]{{3}}|444[ .-][0-9]{{2}}[ .-][0-9]{{2}}"  # one number for the whole country
    f")(?![0-9])"
    f"|(?<![0-9])(?:(?:00)?90|0)5[0-9]{{9}}(?![0-9])"  # a mobile number inside an address
)
"""Numbers of Türkiye as they are written, and any with a country code; bare digits count where they may be mobile."""
_DIGITS = re.compile("[+(0-9][0-9\\s().+-]{6,}")
"""Where a phone number may be: all that is worth a closer look."""
_SHORTEST = 7
"""Characters of the shortest phone number: 4440000."""
_ZERO = ord("0")
_ELEVEN = re.compile("[1-9](?<![0-9][1-9])[0-9]{2} ?[0-9]{3} ?[0-9]{3} ?[0-9]{2}(?![0-9])")


def emails(text: str) -> Iterator[tuple[int, int]]:
    """Find e-mail addresses, also with %40, (at) or [at]; the user in https://user@host is none."""
    if "@" not in text and "%40" not in text and not _SPELT_AT.search(text):
        return
    for found in _EMAIL.finditer(text):
        if not _URL_USER.search(text, max(0, found.start() - 100), found.start()):
            yield found.span()


def phones(text: str) -> Iterator[tuple[int, int]]:
    """Find phone numbers."""
    for digits in _DIGITS.finditer(text):
        if len(digits[0].rstrip()) >= _SHORTEST:  # most are a year and the white space below it
            for found in _PHONE.finditer(text, *digits.span()):
                yield found.span()


def identity_numbers(text: str) -> Iterator[tuple[int, int]]:
    """Find national identity numbers: eleven digits whose last two are the check digits of the first nine."""
    return (found.span() for found in _ELEVEN.finditer(text) if _is_identity_number(found[0].replace(" ", "")))


def _is_identity_number(digits: str) -> bool:
    """Check the digits as the population register does: d10 = 7·(d1+d3+…+d9) − (d2+d4+…+d8), d11 = d1+…+d10, mod 10."""
    numbers = digits.encode()
    odd, even = sum(numbers[0:9:2]) - 5 * _ZERO, sum(numbers[1:8:2]) - 4 * _ZERO
    tenth = (7 * odd - even) % 10
    return numbers[9] - _ZERO == tenth and numbers[10] - _ZERO == (odd + even + tenth) % 10

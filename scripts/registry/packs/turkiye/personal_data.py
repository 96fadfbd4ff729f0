"""Personal data of Türkiye: phone numbers and national identity numbers."""

import re
from collections.abc import Iterator

from registry.words.personal_data import everywhere, phones_of

_GAP = "[\\s./-]{0,3}"
_REST = f"{_GAP}[0-9]{{3}}{_GAP}[0-9]{{2}}{_GAP}[0-9]{{2}}"
_PHONES = (
    f"(?:(?:00)?90|0){_GAP}\\(?0?[2-58][0-9]{{2}}\\)?{_REST}"
    f"|\\(?0?[2-58][0-9]{{2}}\\)?[\\s.-]{{1,3}}[0-9]{{3}}{_GAP}[0-9]{{2}}{_GAP}[0-9]{{2}}"
    "|5[0-9]{9}"
    "|444[ .-]?[0-9][ .-]?[0-9]{3}|444[ .-][0-9]{2}[ .-][0-9]{2}"  # one number for the whole country
)
"""Numbers as people write them; bare digits only if they may be mobile."""
_MOBILE = "(?<![0-9])(?:(?:00)?90|0)5[0-9]{9}(?![0-9])"
_ZERO = ord("0")
_SEAM = "[\\s.-]{0,2}"
_ELEVEN = re.compile(
    f"[1-9](?<![0-9][1-9])(?:[0-9]{{2}}{_SEAM}[0-9]{{3}}{_SEAM}[0-9]{{3}}{_SEAM}[0-9]{{2}}|(?:\\s{{0,8}}[0-9]){{10}})"
    "(?![0-9])"
)

phones = phones_of(_PHONES, _MOBILE)


def identity_numbers(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of national identity numbers: eleven digits with valid check digits."""
    return everywhere(text, _identity_numbers)


FINDERS = (phones, identity_numbers)


def _identity_numbers(text: str) -> Iterator[tuple[int, int]]:
    return (
        found.span() for found in _ELEVEN.finditer(text) if _is_identity_number("".join(re.findall("[0-9]", found[0])))
    )


def _is_identity_number(digits: str) -> bool:
    """Return whether the check digits are valid: d10 = 7·(d1+d3+…+d9) − (d2+d4+…+d8), d11 = d1+…+d10, mod 10."""
    numbers = digits.encode()
    odd, even = sum(numbers[0:9:2]) - 5 * _ZERO, sum(numbers[1:8:2]) - 4 * _ZERO
    tenth = (7 * odd - even) % 10
    return numbers[9] - _ZERO == tenth and numbers[10] - _ZERO == (odd + even + tenth) % 10

"""A detector of personal data: e-mail addresses, phone numbers, and what packs know of their countries.

Each function yields the spans of its matches, including encoded ones. The text may be long and hostile: no pattern
backtracks far, and each begins with one of few characters, which makes the search three times as fast.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from functools import cache, partial
from importlib import import_module
from pathlib import Path

from registry.words.encoded import Decoded, decodings, unbroken

Find = Callable[[str], Iterator[tuple[int, int]]]

_SPELT = "[(\\[{<][ \t]?(?:at|et|@)[ \t]?[)\\]}>]"
_SPELT_AT = re.compile(_SPELT, re.IGNORECASE)
_LABEL = "[\\w-]{1,63}"
_DOT = "(?:\\.|[ \t]?[(\\[{][ \t]?(?:dot|nokta|\\.)[ \t]?[)\\]}][ \t]?)"
_BROKEN_DOT = "(?:[ \t]?\n[ \t]{0,8}\\.|\\.[ \t]?\n[ \t]{0,8})"
_EMAIL = re.compile(
    f"(?<![\\w.+%-])[\\w.+%-]{{1,64}}(?:"
    f"\\s{{0,8}}(?:@|{_SPELT})\\s{{0,8}}{_LABEL}(?:(?:{_DOT}{_LABEL})+|{_BROKEN_DOT}{_LABEL}(?:{_DOT}{_LABEL})*)"
    f"|[ \t](?:at|et)[ \t]{_LABEL}(?:[ \t](?:dot|nokta)[ \t]{_LABEL})+)",
    re.IGNORECASE,
)
_URL_USER = re.compile("https?://[^\\s/?#]*\\Z")
_SPELT_DOTS = ("dot", "DOT", "Dot", "nokta", "NOKTA", "Nokta")
_INTERNATIONAL = "\\+[0-9](?:[\\s().-]{0,2}[0-9]){7,14}"
_DIGITS = re.compile("[+(0-9][0-9\\s()./+-]{6,}")
"""A quick test for phone numbers, before the slower pattern."""
_LABELS = ["tel", "phone", "gsm", "cep", "mobil", "whatsapp", "faks", "fax"]
_LABELLED = re.compile(rf"(?<![^\W_])(?:{'|'.join(_LABELS)})\w{{0,8}}[\s:=.,;-]{{0,4}}\Z", re.IGNORECASE)
"""A label before a phone number: "?tel=02240000000"."""
_LABEL_LENGTH = 24
_NUMBER = re.compile("\\+?\\(?[0-9](?:[\\s().-]{0,2}[0-9]){6,13}(?![0-9])")
_SHORTEST = 7
"""Characters of the shortest phone number: 4440000."""
_PACKS = Path(__file__).parent.parent / "packs"


def emails(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of e-mail addresses, also with (at) or [at]; not the user in https://user@host."""
    return everywhere(text, _emails)


def phones_of(national: str = "", embedded: str = "") -> Find:
    """Return a finder of phone numbers: those with a country code, and the forms of a country as regular expressions.

    `national` are written between other words, `embedded` also inside an address.
    """
    apart = f"(?<![\\w/=.,-])(?:{'|'.join(filter(None, (_INTERNATIONAL, national)))})(?![0-9])"
    pattern = re.compile("|".join(filter(None, (apart, embedded))))
    return lambda text: everywhere(text, partial(_phones, pattern=pattern))


def masked(text: str, mask: str = "…") -> str:
    """Return a text with all personal data replaced by a mask, also what is personal in another country."""
    shown, last = [], 0
    for start, end in sorted(span for find in _finders() for span in find(text)):
        if end > last:
            shown += [text[last:start], mask]
            last = end
    return "".join([*shown, text[last:]])


@cache
def _finders() -> tuple[Find, ...]:
    """Return the finders for all personal data: the general ones and those of every pack."""
    packs = (each.parent.name for each in _PACKS.glob("*/personal_data.py"))
    found = [import_module(f"registry.packs.{name}.personal_data").FINDERS for name in packs]
    return (emails, phones_of(), *(find for finders in found for find in finders))


def everywhere(text: str, find: Find) -> Iterator[tuple[int, int]]:
    """Yield the matches in a text, then those only in its decodings or across the lines of a comment."""
    found: list[list[tuple[int, int]]] = []
    passes = decodings(text)
    encoded = (_behind(passes[:count], find) for count in range(1, len(passes) + 1))
    for spans in (find(text), *encoded, _broken(text, find)):
        found.append([])
        for span in spans:
            if not any(_overlaps(span, earlier) for earlier in found):
                found[-1].append(span)
                yield span


def _overlaps(span: tuple[int, int], spans: list[tuple[int, int]]) -> bool:
    """Return whether a span overlaps one of a sorted list of spans."""
    before = bisect_left(spans, (span[1],))
    return before > 0 and spans[before - 1][1] > span[0]


def _behind(passes: tuple[Decoded, ...], find: Find) -> Iterator[tuple[int, int]]:
    """Yield the matches in a text decoded in several passes, as spans of the text itself."""
    for span in find(passes[-1].text):
        for earlier in reversed(passes):
            span = earlier.span(*span)  # noqa: PLW2901 - back through one encoding after the other
        yield span


def _broken(text: str, find: Find) -> Iterator[tuple[int, int]]:
    for start, block in unbroken(text):
        for span in find(block.text):
            first, last = block.span(*span)
            yield start + first, start + last


def _emails(text: str) -> Iterator[tuple[int, int]]:
    if "@" not in text and not _SPELT_AT.search(text) and not any(dot in text for dot in _SPELT_DOTS):
        return
    for found in _EMAIL.finditer(text):
        if not _URL_USER.search(text, max(0, found.start() - 100), found.start()):
            yield found.span()


def _phones(text: str, pattern: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    labels = any(form in text for word in _LABELS for form in (word, word.upper(), word.title()))
    for digits in _DIGITS.finditer(text):
        if len(digits[0].rstrip()) >= _SHORTEST:  # most matches are a year and white space
            labelled = labels and _LABELLED.search(text, max(0, digits.start() - _LABEL_LENGTH), digits.start())
            for found in (_NUMBER if labelled else pattern).finditer(text, *digits.span()):
                yield found.span()

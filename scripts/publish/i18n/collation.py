"""Collation: the alphabetical order of each language, by ICU but for the two languages that every build needs."""

import re
import unicodedata
from collections.abc import Callable
from functools import cache
from importlib import import_module
from types import ModuleType

ALPHABETS = {"tr": "abcçdefgğhıijklmnoöpqrsştuüvwxyz", "en": "abcdefghiıjklmnopqrstuvwxyz"}
"""Locale → letters in order. Turkish: Law No. 1353 of 1928; letters foreign to a language are where CLDR has them.

With these a build does not load ICU, which takes 30 MB of memory; tests compare the order with that of ICU.
"""
_DOTTED = ("tr", "az")
"""The languages in which i and ı are two letters in upper case, too (Unicode SpecialCasing)."""

Key = tuple[str, str] | bytes
"""(the rank of each letter, the text in lower case), or a sort key of ICU."""


def has_order(locale: str) -> bool:
    """Return whether the order of a language is known; the general one of Unicode serves for others."""
    return locale in ALPHABETS or re.split("[-_]", locale)[0] in _icu().Collator.getAvailableLocales()


def collation_key(locale: str) -> Callable[[str], Key]:
    """Return the sort key of a language: letters by its alphabet, other marks and case only where letters are equal."""
    if locale not in ALPHABETS:
        sort_key: Callable[[str], Key] = _icu().Collator.createInstance(_icu().Locale(locale)).getSortKey
        return sort_key
    ranks = _Ranks(ALPHABETS[locale])

    def key(text: str) -> Key:
        letters = lower(text, locale)
        return letters.translate(ranks), letters

    return key


def initial(text: str, locale: str) -> str:
    """Return the letter of the alphabet under which a name is found, in upper case: İ and I are two letters in Turkish.

    A letter that the alphabet lacks is found under its base letter: Ç under C in English.
    """
    if locale not in ALPHABETS:
        return _buckets(locale)(text)
    first = lower(text, locale)[0]
    return capital(first if first in ALPHABETS[locale] else unicodedata.normalize("NFD", first)[0], locale)


@cache
def _buckets(locale: str) -> Callable[[str], str]:
    """Return the function from a name to its letter in the alphabetic index of ICU, in which Latin letters are, too."""
    locales = _icu().Locale
    index = _icu().AlphabeticIndex(locales(locale)).addLabels(locales.getEnglish())
    index.resetBucketIterator()
    labels = [index.bucketLabel for _ in range(index.bucketCount) if index.nextBucket()]
    return lambda text: str(labels[index.getBucketIndex(text)])


def _icu() -> ModuleType:
    """Return ICU, which is loaded only for a language that needs it."""
    return import_module("icu")


def capital(letter: str, locale: str) -> str:
    """Return a letter in upper case; in Turkish and Azerbaijani that of i is İ."""
    return "İ" if locale in _DOTTED and letter == "i" else letter.upper()


def lower(text: str, locale: str) -> str:
    """Return `text` in lower case; in Turkish and Azerbaijani I becomes ı and İ becomes i."""
    if locale in _DOTTED:
        text = text.replace("İ", "i").replace("I", "ı")
    return unicodedata.normalize("NFC", text.lower())


class _Ranks(dict[int, str]):
    """A table for `str.translate`: letter → its rank, as a character; other characters rank first, marks are dropped.

    A letter with a diacritic has the rank of its base letter unless the alphabet lists it: â ranks as a, ç as itself.
    """

    def __init__(self, alphabet: str) -> None:
        super().__init__((ord(letter), chr(rank)) for rank, letter in enumerate(alphabet, start=1))

    def __missing__(self, code: int) -> str:
        base = unicodedata.normalize("NFD", chr(code))[0]
        rank = "" if unicodedata.combining(base) else self.get(ord(base), "\0")
        return self.setdefault(code, rank)

"""Alphabetical order as each language has it."""

import unicodedata
from collections.abc import Callable

ALPHABETS = {"tr": "abcçdefgğhıijklmnoöpqrsştuüvwxyz", "en": "abcdefghijklmnopqrstuvwxyz"}
"""The Turkish alphabet (Law No. 1353 of 1928) with q, w and x of foreign names at the places CLDR gives them."""

Key = tuple[tuple[int, ...], str]


def collation_key(locale: str) -> Callable[[str], Key]:
    """Return the sort key of a language: letters by its alphabet, other marks and case only where letters are equal."""
    ranks = {letter: rank for rank, letter in enumerate(ALPHABETS.get(locale, ALPHABETS["en"]), start=1)}

    def key(text: str) -> Key:
        letters = lower(text, locale)
        return tuple(ranks.get(letter, ranks.get(_base(letter), 0)) for letter in letters), letters

    return key


def lower(text: str, locale: str) -> str:
    """Return `text` in lower case; in Turkish I becomes ı and İ becomes i."""
    if locale == "tr":
        text = text.replace("İ", "i").replace("I", "ı")
    return unicodedata.normalize("NFC", text.lower())


def _base(letter: str) -> str:
    """Return a letter without its marks: â as a; the alphabet is asked first, so that ç stays itself in Turkish."""
    return unicodedata.normalize("NFD", letter)[0]

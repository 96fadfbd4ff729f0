"""Alphabetical order as each language has it."""

import unicodedata
from collections.abc import Callable

ALPHABETS = {"tr": "abcçdefgğhıijklmnoöpqrsştuüvwxyz", "en": "abcdefghiıjklmnopqrstuvwxyz"}
"""The Turkish alphabet (Law No. 1353 of 1928); foreign letters of each language stand where CLDR puts them."""

Key = tuple[tuple[int, ...], str]


def collation_key(locale: str) -> Callable[[str], Key]:
    """Return the sort key of a language: letters by its alphabet, other marks and case only where letters are equal."""
    ranks = {letter: rank for rank, letter in enumerate(ALPHABETS.get(locale, ALPHABETS["en"]), start=1)}

    def key(text: str) -> Key:
        letters = lower(text, locale)
        bases = (letter if letter in ranks else _base(letter) for letter in letters)
        return tuple(ranks.get(base, 0) for base in bases if not unicodedata.combining(base)), letters

    return key


def lower(text: str, locale: str) -> str:
    """Return `text` in lower case; in Turkish I becomes ı and İ becomes i."""
    if locale == "tr":
        text = text.replace("İ", "i").replace("I", "ı")
    return unicodedata.normalize("NFC", text.lower())


def _base(letter: str) -> str:
    """Return a letter without its marks: â as a; the alphabet is asked first, so that ç stays itself in Turkish."""
    return unicodedata.normalize("NFD", letter)[0]

"""Collation: the alphabetical order of each language."""

import unicodedata
from collections.abc import Callable

ALPHABETS = {"tr": "abcçdefgğhıijklmnoöpqrsştuüvwxyz", "en": "abcdefghiıjklmnopqrstuvwxyz"}
"""Locale → letters in order. Turkish: Law No. 1353 of 1928; letters foreign to a language are where CLDR has them."""
_DOTTED = ("tr", "az")
"""The languages in which i and ı are two letters in upper case, too (Unicode SpecialCasing)."""

Key = tuple[str, str]
"""(the rank of each letter, the text in lower case)."""


def collation_key(locale: str) -> Callable[[str], Key]:
    """Return the sort key of a language: letters by its alphabet, other marks and case only where letters are equal."""
    ranks = _Ranks(ALPHABETS.get(locale, ALPHABETS["en"]))

    def key(text: str) -> Key:
        letters = lower(text, locale)
        return letters.translate(ranks), letters

    return key


def initial(text: str, locale: str) -> str:
    """Return the letter of the alphabet under which a name is found, in upper case: İ and I are two letters in Turkish.

    A letter that the alphabet lacks is found under its base letter: Ç under C in English.
    """
    first = lower(text, locale)[0]
    if first not in ALPHABETS.get(locale, ALPHABETS["en"]):
        first = unicodedata.normalize("NFD", first)[0]
    return "İ" if locale in _DOTTED and first == "i" else first.upper()


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

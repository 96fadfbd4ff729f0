"""Collation: the alphabetical order of each language."""

import unicodedata
from collections.abc import Callable

ALPHABETS = {"tr": "abcçdefgğhıijklmnoöpqrsştuüvwxyz", "en": "abcdefghiıjklmnopqrstuvwxyz"}
"""The Turkish alphabet (Law No. 1353 of 1928); foreign letters of each language stand where CLDR puts them."""

Key = tuple[str, str]


def collation_notice(locale: str) -> str:
    """Return one line about a language that has no alphabet here, and so no stems in search; "" of the others."""
    if locale in ALPHABETS:
        return ""
    tr = "alfabesi ve ekleri tanımlı değil: adlar İngilizce alfabeye göre sıralanır, arama sözcüklerin kökünü bulmaz"
    en = "no alphabet and no stemmer: names are sorted by the English alphabet, search finds words only as they are"
    return f"{locale}: {tr} (scripts/publish/i18n/collation.py, docs/assets/js/words.js). · {en}."


def collation_key(locale: str) -> Callable[[str], Key]:
    """Return the sort key of a language: letters by its alphabet, other marks and case only where letters are equal."""
    ranks = _Ranks(ALPHABETS.get(locale, ALPHABETS["en"]))

    def key(text: str) -> Key:
        letters = lower(text, locale)
        return letters.translate(ranks), letters

    return key


def initial(text: str, locale: str) -> str:
    """Return the letter of the alphabet under which a name is found, in upper case: İ and I are two letters in Turkish.

    A letter that the alphabet does not have is found under the bare one: Ç under C in English.
    """
    first = lower(text, locale)[0]
    if first not in ALPHABETS.get(locale, ALPHABETS["en"]):
        first = unicodedata.normalize("NFD", first)[0]
    return "İ" if locale == "tr" and first == "i" else first.upper()


def lower(text: str, locale: str) -> str:
    """Return `text` in lower case; in Turkish I becomes ı and İ becomes i."""
    if locale == "tr":
        text = text.replace("İ", "i").replace("I", "ı")
    return unicodedata.normalize("NFC", text.lower())


class _Ranks(dict[int, str]):
    """Letter → its place in an alphabet, written as a character; what is no letter comes before all, marks are dropped.

    A letter with a mark has the place of the bare one, unless the alphabet has it: â is a, ç stays itself in Turkish.
    """

    def __init__(self, alphabet: str) -> None:
        super().__init__((ord(letter), chr(rank)) for rank, letter in enumerate(alphabet, start=1))

    def __missing__(self, code: int) -> str:
        base = unicodedata.normalize("NFD", chr(code))[0]
        rank = "" if unicodedata.combining(base) else self.get(ord(base), "\0")
        return self.setdefault(code, rank)

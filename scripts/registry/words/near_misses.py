"""Suggestions of valid values for words and near misses."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from difflib import get_close_matches

from registry.definition.model import Place
from registry.fields import Choice
from registry.words.date_words import UNKNOWN, Meaning, is_month_of
from registry.words.folding import fold, slug

_DOUBT = re.compile(
    "(?<![a-z])(?:degil[a-z]*|haric|disinda|olmayan|olma[a-z]*|yok[a-z]*|henuz|sanirim|galiba|belki|muhtemelen"
    "|tahmin[a-z]*|ist(?:iyor|er|emiyor)[a-z]*|vazgec[a-z]*|iptal|geri cek[a-z]*|yerine|hicbiri|emin"
    "|[a-z]{2,}(?:aca[gk]|ece[gk])(?:iz|im|i|tir|ti|lar|ler)?|no|not|never|maybe|perhaps|will|unless|except)(?![a-z])"
)
"""Words, folded, that make a value doubtful: denied, intended or guessed."""
_AROUND = frozenset(
    """
    metin metni metnin metnini metninin deklarasyon deklarasyonu deklarasyonun deklarasyonunu bildirge bildirgesi
    tarih tarihli tarihinde yil yili yilinda yilinin kabul edilen edildi de da te ta ki nin nun in un edisyon surum
    surumu imzaladik imzalandi imzalanan imzalanmistir
    text declaration edition of the version adopted signed
    """.split()  # noqa: SIM905 - a hundred words in quotes would be harder to read
)
"""Words around the name of an edition that do not change its meaning, folded."""
_LONGEST = 60
"""Characters of a text that may be a near miss."""
_CLOSE = 0.8


def near(text: str, words: Iterable[str]) -> str:
    """Return the word closest to `text` in spelling, or ""."""
    return _nearest(text, {slug(word): word for word in words})


def choice(text: str, choices: Iterable[Choice]) -> Meaning:
    """Return the value that a text means: "dernek" and "Dernek / Association" are "association"."""
    words = {slug(word): item.value for item in choices for word in (item.value, *item.words.values(), *item.also)}
    written = [part for part in re.split("[/|·–()]", text[:_LONGEST]) if slug(part)]
    parts = {words.get(slug(part), "") for part in written}
    return Meaning(parts.pop(), certain=True) if len(parts) == 1 and "" not in parts else _uncertain(text, words)


def place(text: str, places: Mapping[str, Place]) -> Meaning:
    """Return the code of the place that a text means: "Deneme", "XX-16", "016" and "16 Deneme" are "16"."""
    numbers = {str(int(number)) for number in re.findall("[0-9]+", text[:_LONGEST])}
    words = {slug(word): item.code for item in places.values() for word in item.all_names}
    words |= {slug(code): code for code in places if not code.isdecimal()}
    named = {words[word] for word in _held(text, words)}
    if len(numbers | named) == 1 and numbers | named <= places.keys() and not is_doubtful(text):
        return Meaning((numbers | named).pop(), certain=True)
    return UNKNOWN if numbers or named else _uncertain(text, words)


def edition(text: str, editions: Mapping[str, date]) -> Meaning:
    """Return the only edition that a text names, beside words that do not change its meaning.

    `editions` is the key of an edition → the day of its adoption, which may be written too.
    """
    named = [each for each in editions if re.search(f"(?<![0-9]){re.escape(each)}(?![0-9])", text[:_LONGEST])]
    if len(named) != 1 or len(text) > _LONGEST:
        return UNKNOWN
    day, rest = editions[named[0]], fold(text).replace(named[0], " ")
    others = [word for word in re.findall("[a-z]+|[0-9?%~]+", rest) if word not in _AROUND]
    known = all(word.lstrip("0") in {str(day.day), str(day.month)} or is_month_of(word, day.month) for word in others)
    return Meaning(named[0], certain=True) if known else UNKNOWN


def is_doubtful(text: str) -> bool:
    """Return whether a text denies, intends or guesses a value: "dernek değil", "olmak istiyoruz", "sanırım 2021"."""
    return _DOUBT.search(fold(text)) is not None


def _uncertain(text: str, words: Mapping[str, str]) -> Meaning:
    return UNKNOWN if is_doubtful(text) else Meaning(_nearest(text, words), certain=False)


def _nearest(text: str, words: Mapping[str, str]) -> str:
    """Return the value of the longest of `words` in a text, or of the closest in spelling; or ""."""
    close = _held(text, words) or get_close_matches(slug(text[:_LONGEST]), words, 1, _CLOSE)
    return words[max(close, key=len)] if close else ""


def _held(text: str, words: Iterable[str]) -> list[str]:
    wanted = slug(text[:_LONGEST])
    return [word for word in words if f"-{word}-" in f"-{wanted}-"]

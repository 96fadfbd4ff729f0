"""What people probably mean: words and near misses turned into values that would pass."""

import re
from collections.abc import Iterable, Mapping
from difflib import get_close_matches

from registry.fields import Choice
from registry.folding import slug
from registry.meaning import UNKNOWN, Meaning
from registry.model import Province

_LONGEST = 60
"""Longer texts are no near miss of anything."""
_CLOSE = 0.8


def near(text: str, words: Iterable[str]) -> str:
    """Return the word closest to `text` in spelling, or ""."""
    return _nearest(text, {slug(word): word for word in words})


def choice(text: str, choices: Iterable[Choice]) -> Meaning:
    """Return the value that a text means: "ilçe" and "İlçe belediyesi / District municipality" are "district"."""
    words = {slug(word): str(item.value) for item in choices for word in (item.value, item.tr, item.en, *item.also)}
    parts = {words.get(slug(part), "") for part in re.split("[/|·–]", text[:_LONGEST])}
    return Meaning(parts.pop(), certain=True) if len(parts) == 1 and "" not in parts else _uncertain(text, words)


def province(text: str, provinces: Mapping[int, Province]) -> Meaning:
    """Return the plate code that a text means: "Bursa", "TR-16", "016" and "16 Bursa" are "16"."""
    numbers = {str(int(number)) for number in re.findall("[0-9]+", text[:_LONGEST])}
    words = {slug(word): str(item.code) for item in provinces.values() for word in (*item.name.values(), *item.also)}
    named = {words[word] for word in _held(text, words)}
    if len(numbers | named) == 1 and numbers | named <= set(words.values()):
        return Meaning((numbers | named).pop(), certain=True)
    return UNKNOWN if numbers or named else _uncertain(text, words)


def edition(text: str, editions: Iterable[str]) -> Meaning:
    """Return the edition that a text names, if it names one alone."""
    named = [each for each in editions if re.search(f"(?<![0-9]){re.escape(each)}(?![0-9])", text[:_LONGEST])]
    return Meaning(named[0], certain=True) if len(named) == 1 else UNKNOWN


def _uncertain(text: str, words: Mapping[str, str]) -> Meaning:
    return Meaning(_nearest(text, words), certain=False)


def _nearest(text: str, words: Mapping[str, str]) -> str:
    """Return what the longest word of `words` that is in a text, or the closest one in spelling, means."""
    close = _held(text, words) or get_close_matches(slug(text[:_LONGEST]), words, 1, _CLOSE)
    return words[max(close, key=len)] if close else ""


def _held(text: str, words: Iterable[str]) -> list[str]:
    wanted = slug(text[:_LONGEST])
    return [word for word in words if f"-{word}-" in f"-{wanted}-"]

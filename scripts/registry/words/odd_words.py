"""Validation of the words of a name: their form, web addresses and calls to the reader."""

import re
import unicodedata

from registry.words.folding import fold

_CONFUSABLE_SCRIPTS = {"LATIN", "GREEK", "CYRILLIC", "ARMENIAN", "COPTIC", "CHEROKEE"}
"""Scripts with letters that look alike, as the names of characters begin."""
_WORD = re.compile("[^\\W_]+")
_NUMBER = re.compile("[0-9]+(st|nd|rd|th)?")
_CALL = re.compile(
    "\\b(?:www|tikla[a-z]*|click[a-z]*|buraya|buradan|here|visit|download|follow|indirin(?:iz)?"
    "|(?:ziyaret|takip) edin(?:iz)?|(?:dot|nokta) com)\\b|//"
)
"""Calls to the reader, folded."""
_ADDRESS = re.compile("(?<!\\b[^\\W_])\\.[^\\W_]|\\.[^\\W_]{2}")
"""A full stop inside a word, except in initials: "deneme.example", "x.example"; not "A.B."."""
_ABBREVIATED = re.compile("\\b(?:[0-9]+|[^\\W\\d_])\\.(?=[^\\W\\d_]{2})")
"""A full stop without a space after it: "2.Bölge", "A.B.Deneme"."""


def odd_word(name: str) -> str:
    """Return the first word that is not a number, "2nd", or letters with the first, all or none capitals; or "".

    The letters of a word come from one of the scripts that look alike (UTS 39).
    """
    return next((word for word in _WORD.findall(name) if not _is_word(word)), "")


def leads_away(name: str) -> bool:
    """Return whether a name contains a web address or a call to follow one."""
    words = fold(name)
    return _CALL.search(words) is not None or _ADDRESS.search(words) is not None


def spaced(name: str) -> str:
    """Return a name with a space after numbers and initials that end with a full stop."""
    return _ABBREVIATED.sub("\\g<0> ", name)


def _is_word(word: str) -> bool:
    if not word.isalpha():
        return _NUMBER.fullmatch(word) is not None
    return not _is_mixed(word) and (len(word) == 1 or word.isupper() or word[1:] == word[1:].lower())


def _is_mixed(word: str) -> bool:
    scripts = set() if word.isascii() else {unicodedata.name(letter, "").partition(" ")[0] for letter in word}
    return len(scripts & _CONFUSABLE_SCRIPTS) > 1

"""Case and accent folding for Turkish: words compare equal with or without dots, circumflexes and capitals."""

import re
import unicodedata

_PLAIN = str.maketrans("İIıÇçĞğÖöŞşÜüÂâÎîÛû", "iiiccggoossuuaaiiuu")
"""The letters i, whose case mapping differs in Turkish; and the Turkish letters with marks, for speed."""


def fold(text: str) -> str:
    """Return `text` in lower case without marks: "İSTANBUL", "Istanbul" and "ıstanbul" are "istanbul"."""
    plain = text.translate(_PLAIN).casefold()
    if plain.isascii():
        return plain
    pieces = unicodedata.normalize("NFKD", plain).casefold()
    return "".join(letter for letter in pieces if not unicodedata.combining(letter))


def slug(text: str) -> str:
    """Return the folded words of `text`, joined by "-": the form of an id."""
    return re.sub("[^a-z0-9]+", "-", re.sub("['’]", "", fold(text))).strip("-")

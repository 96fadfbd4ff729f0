"""Case and accent folding for Turkish: words compare equal with or without dots, circumflexes and capitals."""

import re
import unicodedata

from anyascii import anyascii

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
    """Return the folded words of `text` in Latin letters, joined by "-": the form of an id. "Łódź" is "lodz"."""
    folded = fold(text)
    if not folded.isascii():
        folded = "".join(anyascii(each).lower() if each.isalpha() else each for each in folded)
    return re.sub("[^a-z0-9]+", "-", re.sub("['’]", "", folded)).strip("-")

"""Words compared as Turkish readers type them: with or without dots, circumflexes and capitals."""

import re
import unicodedata

_ONE_I = str.maketrans("İIı", "iii")
"""Upper-casing and lower-casing swap the four letters i; typing without Turkish keys drops the dots."""


def fold(text: str) -> str:
    """Return `text` in small letters without marks: "İSTANBUL", "Istanbul" and "ıstanbul" are "istanbul"."""
    decomposed = unicodedata.normalize("NFKD", text.translate(_ONE_I).casefold())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def slug(text: str) -> str:
    """Return the folded words of `text`, joined by "-": the form of an id."""
    return re.sub("[^a-z0-9]+", "-", re.sub("['’]", "", fold(text))).strip("-")

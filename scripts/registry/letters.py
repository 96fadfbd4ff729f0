"""Characters: which a name may hold, which nobody sees, which only look like others."""

import re
import unicodedata

HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\U0001d173-\U0001d17a\U000e0000-\U000e0fff]+"
)
"""Characters that are not seen but change what is: controls, bidi marks, zero-width ones, variation selectors, tags."""

_CYRILLIC_AND_GREEK = "АВЕКМНОРСТУХІЈЅаеорсухіјѕΑΒΕΖΗΙΚΜΝΟΡΤΥΧοα"
_LATIN = "ABEKMHOPCTYXIJSaeopcyxijsABEZHIKMNOPTYXoa"
_LOOK_ALIKES = str.maketrans(_CYRILLIC_AND_GREEK, _LATIN)


def foreign(text: str) -> list[str]:
    """Return the characters of a text that are no Latin letters, no digits 0-9 and no punctuation, each once."""
    return [letter for letter in dict.fromkeys(text) if not letter.isascii() and not _is_common(letter)]


def latin(text: str) -> str:
    """Return a text in Latin letters: those that look like one become it, signs go; "" where letters would be lost."""
    text = text.translate(_LOOK_ALIKES)
    rest = set(foreign(text))
    if any(unicodedata.category(letter)[0] in "LMN" for letter in rest):
        return ""
    return " ".join("".join(letter for letter in text if letter not in rest).split())


def _is_common(letter: str) -> bool:
    kind = unicodedata.category(letter)
    return (
        kind in ("Cc", "Cf")
        or kind[0] in "PZ"
        or (kind[0] == "L" and unicodedata.name(letter, "").startswith("LATIN "))
    )

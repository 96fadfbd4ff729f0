"""Character classes: those allowed in names, invisible ones, and look-alikes."""

import re
import unicodedata
from string import ascii_letters

HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u034f\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u115f\u1160\u17b4\u17b5"
    "\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U000110bd\U000110cd"
    "\U00013430-\U0001345f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]+"
)
"""Characters that are invisible, or change how others look: controls, bidi marks and other format characters,
zero-width ones, variation selectors, tags."""

_LATIN_5 = bytes(range(0xC0, 0x100)).decode("iso8859-9")
LETTERS = "".join(letter for letter in f"{ascii_letters}{_LATIN_5}ŒœŸ" if letter.isalpha())
"""The letters of Turkish and the languages of Western Europe: those of ISO 8859-9 (Latin-5), and the rest of French."""
SIGNS = "'’–.,()/&“”-"
"""Characters allowed in names, besides letters, digits and spaces."""
NAME = f"[{LETTERS}0-9 " + re.sub("[()/-]", "\\\\\\g<0>", SIGNS) + "]+"
"""A regular expression of names that Python, JSON Schema and the `pattern` of a form interpret alike."""
_NAME = re.compile(NAME)

_CYRILLIC_AND_GREEK = "АВЕКМНОРСТУХІЈЅаеорсухіјѕΑΒΕΖΗΙΚΜΝΟΡΤΥΧοα"
_LATIN = "ABEKMHOPCTYXIJSaeopcyxijsABEZHIKMNOPTYXoa"
_LOOK_ALIKES = str.maketrans(_CYRILLIC_AND_GREEK, _LATIN)
_ALIKE = str.maketrans({"i": "l", "1": "l", "0": "o", "æ": "ae", "œ": "oe"})


def foreign(text: str) -> list[str]:
    """Return the characters of a text that are not allowed in names, each once; white space has rules of its own."""
    if _NAME.fullmatch(text):
        return []
    return [letter for letter in dict.fromkeys(text) if not (letter.isspace() or _NAME.fullmatch(letter))]


def latin(text: str) -> str:
    """Return a text in characters of names: look-alikes are replaced, signs dropped; "" if a letter would be lost."""
    text = unicodedata.normalize("NFKC", text).translate(_LOOK_ALIKES)
    rest = set(foreign(text))
    if any(unicodedata.category(letter)[0] in "LMN" for letter in rest):
        return ""
    return " ".join("".join(letter for letter in text if letter not in rest).split())


def skeleton(folded: str) -> str:
    """Return the skeleton of folded words: "denlz", "den1z" and "deniz" have the same.

    It covers the characters of names that are confusable (UTS 39), without signs and capitals.
    """
    return folded.translate(_ALIKE).replace("rn", "m")

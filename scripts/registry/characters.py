"""Character classes: those allowed in names, invisible ones, and look-alikes."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property
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

_CYRILLIC_AND_GREEK = "АВЕКМНОРСТУХІЈЅаеорсухіјѕΑΒΕΖΗΙΚΜΝΟΡΤΥΧοα"
_LATIN = "ABEKMHOPCTYXIJSaeopcyxijsABEZHIKMNOPTYXoa"
_LOOK_ALIKES = dict(zip(map(ord, _CYRILLIC_AND_GREEK), _LATIN, strict=True))
_ALIKE = _LOOK_ALIKES | str.maketrans({"i": "l", "1": "l", "0": "o", "æ": "ae", "œ": "oe"})


@dataclass(frozen=True)
class Alphabet:
    """The characters of names: `LETTERS` and the `further` ones of a registry, digits, spaces and `SIGNS`."""

    further: str = ""

    @cached_property
    def letters(self) -> str:
        """The further letters, small and capital."""
        cases = (case for each in self.further for case in (each, each.upper(), each.lower()) if len(case) == 1)
        return "".join(dict.fromkeys(cases))

    @cached_property
    def pattern(self) -> str:
        """A regular expression of names that Python, JSON Schema and the `pattern` of a form interpret alike."""
        letters = "".join(dict.fromkeys(LETTERS + self.letters))
        return f"[{letters}0-9 " + re.sub("[()/-]", "\\\\\\g<0>", SIGNS) + "]+"

    @cached_property
    def _name(self) -> re.Pattern[str]:
        return re.compile(self.pattern)

    def foreign(self, text: str) -> list[str]:
        """Return the characters that are not allowed in names, each once; white space has rules of its own."""
        if self._name.fullmatch(text):
            return []
        return [letter for letter in dict.fromkeys(text) if not (letter.isspace() or self._name.fullmatch(letter))]

    def plain(self, text: str) -> str:
        """Return a text in these characters: look-alikes are replaced, signs dropped; "" if a letter would be lost."""
        text = unicodedata.normalize("NFKC", text)
        text = text.translate({ord(letter): _LOOK_ALIKES.get(ord(letter), letter) for letter in self.foreign(text)})
        rest = set(self.foreign(text))
        if any(unicodedata.category(letter)[0] in "LMN" for letter in rest):
            return ""
        return " ".join("".join(letter for letter in text if letter not in rest).split())


def no_letters(text: str) -> list[str]:
    """Return the characters of a text that no alphabet has: neither letters nor marks, or written in several ways."""
    return [
        each
        for each in dict.fromkeys(text)
        if unicodedata.category(each)[0] not in "LM"
        or not unicodedata.is_normalized("NFKC", each)
        or HIDDEN.match(each)
    ]


def skeleton(folded: str) -> str:
    """Return the skeleton of folded words: "denlz", "den1z" and "deniz" have the same.

    It covers the characters of names that are confusable (UTS 39), without signs and capitals; of the letters that
    registries add, those of Cyrillic.
    """
    return folded.translate(_ALIKE).replace("rn", "m")

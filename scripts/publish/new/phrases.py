"""Phrases known by their digests: the words of the first declaration, and those that a skeleton shows as examples."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from typing import Self

from registry.words.folding import fold
from source.files import read_text
from source.layout import Layout

LOCK = "skeleton.lock"
"""The file that `make new` writes into the data of a project."""
_WORD = re.compile(r"[^\W_]+")
_MOST, _FEWEST = 8, 3
"""The largest number of words that are compared; the smallest of an example: two words may well be the right ones."""
_DIGITS = 16
"""The hexadecimal digits of a digest."""


class Origin(StrEnum):
    """Where a phrase comes from."""

    FIRST = "first"
    EXAMPLE = "example"


@dataclass(frozen=True, slots=True)
class Found:
    """A known phrase in a text: its words, and the number of the line on which it begins."""

    words: str
    line: int
    origin: Origin


@dataclass(frozen=True, slots=True)
class Phrases:
    """Phrases by their digests; `lengths` is the numbers of words they have."""

    origins: Mapping[str, Origin]
    lengths: frozenset[int]

    @classmethod
    def load(cls, layout: Layout) -> Self | None:
        """Read the phrases of a project that `make new` wrote; None in any other."""
        path = layout.data / LOCK
        if not path.exists():
            return None
        lines = [line.split() for line in read_text(path, layout.shown(path)).splitlines() if not line.startswith("#")]
        return cls({digest: Origin(origin) for origin, _, digest in lines}, frozenset(int(line[1]) for line in lines))

    def within(self, text: str) -> Iterator[Found]:
        """Yield every phrase in a text."""
        found = list(_WORD.finditer(text))
        folded = [fold(word[0]) for word in found]
        for start, length in ((start, length) for start in range(len(found)) for length in self.lengths):
            words = folded[start : start + length]
            if len(words) == length and (origin := self.origins.get(_digest(words))):
                span = text[found[start].start() : found[start + length - 1].end()]
                yield Found(" ".join(span.split()), text.count("\n", 0, found[start].start()) + 1, origin)


def lock_lines(first: Iterable[str], examples: Iterable[str]) -> Iterator[str]:
    """Yield the lines of the lock: origin, number of words, digest."""
    for origin, texts, fewest in ((Origin.FIRST, first, 2), (Origin.EXAMPLE, examples, _FEWEST)):
        phrases = {tuple(fold(word) for word in _WORD.findall(text))[:_MOST] for text in texts}
        for words in sorted(phrases):
            if len(words) >= fewest and not all(word.isdigit() for word in words):  # any text may have this day
                yield f"{origin} {len(words)} {_digest(words)}"


def _digest(words: Iterable[str]) -> str:
    return sha256(" ".join(words).encode()).hexdigest()[:_DIGITS]

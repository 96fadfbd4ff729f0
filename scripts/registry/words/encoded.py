"""A decoder of percent-encoding, HTML entities, full-width and other digits and hidden characters, with positions.

Personal data is searched for in the text as a browser would decode it, and reported at its place as written.
"""

import html
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Self

from registry.characters import HIDDEN

_DASHES = "\u2010-\u2015\u2212"
_COMPATIBLE = "\xb2\xb3\xb9\u2070-\u209c\u2460-\u249b\u24b6-\u24e9\ufe50-\ufe6b\uff01-\uff5e\U0001d400-\U0001d7ff"
"""Compatibility forms of digits, letters and marks: superscript, circled, small, full-width, mathematical."""
_TOKEN = re.compile(
    "(?:%(?:25)*[0-9A-Fa-f]{2})+"
    "|&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});?"
    f"|{HIDDEN.pattern}|[{_DASHES}{_COMPATIBLE}]|(?![0-9])\\d"
)
_MARK = re.compile(f"[%&{_DASHES}{_COMPATIBLE}{HIDDEN.pattern[1:-2]}\u0600-\u1dff\ua620-\uabff\U00010000-\U0001fbff]")
"""A superset of the first characters of tokens: a single character class is searched ten times as fast."""
_BLOCK = re.compile("^[ \t]*[#>][^\n]*(?:\n[ \t]*[#>][^\n]*)+", re.MULTILINE)
_BREAK = re.compile("\n[ \t]*[#>]+[ \t]?")
_BYTE = re.compile("%(?:25)*([0-9A-Fa-f]{2})")
_PASSES = 4
"""The most passes of decoding: "&amp;#37;40" is an "@" after three."""


@dataclass(frozen=True)
class Decoded:
    """A decoded text in pieces: `at` is where each begins, `origin` where it begins in the encoded text.

    Pieces that were not encoded alternate with pieces that were; the last one is empty.
    """

    text: str
    at: list[int]
    origin: list[int]

    @classmethod
    def of(cls, text: str, tokens: Iterable[re.Match[str]], decode: Callable[[str], str]) -> Self:
        """Return a text with every token decoded."""
        pieces, at, origin = [], [0], [0]
        last = length = 0
        for token in tokens:
            for piece, end in ((text[last : token.start()], token.start()), (decode(token[0]), token.end())):
                pieces.append(piece)
                length, last = length + len(piece), end
                at.append(length)
                origin.append(end)
        pieces.append(text[last:])
        return cls("".join(pieces), [*at, length + len(text) - last], [*origin, len(text)])

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the span of the encoded text for a span of the decoded text."""
        first, last = bisect_right(self.at, start) - 1, bisect_right(self.at, end - 1) - 1
        return (
            self.origin[first] + (0 if first % 2 else start - self.at[first]),
            self.origin[last + 1] if last % 2 else self.origin[last] + end - self.at[last],
        )


@lru_cache(maxsize=8)  # one text is searched for several things
def decodings(text: str) -> tuple[Decoded, ...]:
    """Return a text decoded once, twice and so on, until it no longer changes."""
    passes: list[Decoded] = []
    while len(passes) < _PASSES and _MARK.search(text):
        decoded = Decoded.of(text, _TOKEN.finditer(text), _decoded)
        if decoded.text == text:
            break
        passes.append(decoded)
        text = decoded.text
    return tuple(passes)


def unbroken(text: str) -> Iterator[tuple[int, Decoded]]:
    """Yield blocks of comments or quotations, each with its start, without the marks at the start of lines."""
    for block in _BLOCK.finditer(text):
        yield block.start(), Decoded.of(block[0], _BREAK.finditer(block[0]), lambda _: "\n")


def _decoded(token: str) -> str:
    if token.startswith("%"):
        return bytes.fromhex("".join(_BYTE.findall(token))).decode("utf-8", "replace")
    if token.startswith("&"):
        return html.unescape(token)
    if HIDDEN.fullmatch(token):
        return ""
    if re.match(f"[{_DASHES}]", token):
        return "-"
    return str(unicodedata.digit(token)) if token.isdecimal() else unicodedata.normalize("NFKC", token)

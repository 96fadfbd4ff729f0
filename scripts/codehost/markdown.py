"""Makes the words of strangers harmless in the Markdown of the code host: nothing in them links, mentions or loads.

In code, GitHub links no address, mentions nobody and renders no HTML (GitHub Flavored Markdown Spec 6.1 and 4.5).
"""

import re

LIMIT = 200
"""Characters of a value that a comment shows within a line."""

_SEAM = "\0"  # code shows it as its number, so no value holds it
_TICKS = re.compile("`+")
_PIECE = re.compile(r"“([^“”]*)”|(\S+)")
_PLAIN = re.compile(r"(?!(?i:gh-[0-9]|[(‘’]*www\.))[(‘’]*[^\W_]+(?:[-’'][^\W_]+)*[)’…]*[.,;:?!…]*|[).,;:?!…–—·/]+")
"""A word that can be nothing but a word, or punctuation: no address, mention, reference or markup."""


class Markdown(str):
    """Text that may stand in a comment as it is."""

    __slots__ = ()


def code(text: str) -> Markdown:
    """Return a value on one line, as code."""
    shown = visible(text[:LIMIT]) + ("…" if len(text) > LIMIT else "")
    if not shown:
        return Markdown("–")
    ticks = "`" * (_longest(shown) + 1)
    pad = " " if {shown[0], shown[-1]} & {"`", " "} else ""  # one space at each end is not shown
    return Markdown(f"{ticks}{pad}{shown}{pad}{ticks}")


def fence(text: str, language: str = "") -> Markdown:
    """Return lines as a block of code."""
    ticks = "`" * max(3, _longest(text) + 1)
    lines = "\n".join(visible(line) for line in text.rstrip("\n").split("\n"))
    return Markdown(f"{ticks}{language}\n{lines}\n{ticks}")


def prose(text: str) -> Markdown:
    """Return a sentence that quotes values in “…”: those, and every word that is not plainly a word, stand as code."""
    shown = _PIECE.sub(lambda match: _piece(*match.groups()), " ".join(text.split()))
    return Markdown(shown.replace(_SEAM + _SEAM, " ").replace(_SEAM, ""))


def visible(line: str) -> str:
    """Return a line with the code of each character that cannot be seen, or turns the order of the others."""
    return "".join(letter if letter.isprintable() else f"\\u{ord(letter):04x}" for letter in line)


def _piece(quoted: str | None, word: str | None) -> str:
    """Return a plain word as it is, anything else as code between seams: backticks that touch would pair up anew."""
    if quoted is None and _PLAIN.fullmatch(word or ""):
        return word or ""
    return f"{_SEAM}{code(quoted or word or '')}{_SEAM}"


def _longest(text: str) -> int:
    """Return the length of the longest run of backticks."""
    return max((len(ticks) for ticks in _TICKS.findall(text)), default=0)

"""Escaping of untrusted text for the Markdown of the code host: no links, mentions or images.

In code, GitHub does not link, mention or render HTML (GitHub Flavored Markdown Spec 6.1 and 4.5).
"""

import re

from source.problems.problem import visible

LIMIT = 200
"""Characters of a value that a comment shows within a line."""

_SEAM = "\0"  # shown as its code, so no value contains it
_TICKS = re.compile("`+")
_PIECE = re.compile(r"“([^“”]*)”|(\S+)")
_PLAIN = re.compile(r"(?!(?i:gh-[0-9]|[(‘’]*www\.))[(‘’]*[^\W_]+(?:[-’'][^\W_]+)*[)’…]*[.,;:?!…]*|[).,;:?!…–—·/]+")
"""A plain word or punctuation: not an address, a mention, a reference or markup."""


class Markdown(str):
    """Trusted Markdown, which is not escaped."""

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
    """Return a sentence with values in “…”, and every word that is not a plain word, as code."""
    shown = _PIECE.sub(lambda match: _piece(*match.groups()), " ".join(text.split()))
    return Markdown(shown.replace(_SEAM + _SEAM, " ").replace(_SEAM, ""))


def _piece(quoted: str | None, word: str | None) -> str:
    """Return a plain word unchanged, anything else as code between seams: adjacent backticks would pair up."""
    if quoted is None and _PLAIN.fullmatch(word or ""):
        return word or ""
    return f"{_SEAM}{code(quoted or word or '')}{_SEAM}"


def _longest(text: str) -> int:
    return max((len(ticks) for ticks in _TICKS.findall(text)), default=0)

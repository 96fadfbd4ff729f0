"""A word diff: the changed words of two wordings with some context."""

from dataclasses import dataclass
from difflib import SequenceMatcher

CONTEXT = 5
"""Unchanged words shown on either side of changed ones."""
GAP = "…"
"""What is shown for the words left out."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words; `changed` if the other wording has other words, or none, in their place."""

    words: str
    changed: bool = False


Pieces = tuple[Piece, ...]


def word_diff(before: str, after: str, *, whole: bool = False) -> tuple[Pieces, Pieces]:
    """Return the pieces to show of two wordings: all of both if they have no word in common, or as a `whole`."""
    old, new = before.split(), after.split()
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    groups = [matcher.get_opcodes()] if whole else [*matcher.get_grouped_opcodes(CONTEXT)]
    left = [[(tag, start, end) for tag, start, end, _, _ in group] for group in groups]
    right = [[(tag, start, end) for tag, _, _, start, end in group] for group in groups]
    return _pieces(old, left), _pieces(new, right)


def _pieces(words: list[str], groups: list[list[tuple[str, int, int]]]) -> Pieces:
    """Return the pieces of one wording, with GAP wherever words are left out."""
    pieces: list[Piece] = []
    shown = 0
    for group in groups:
        pieces += [Piece(GAP)] if group[0][1] > shown else []
        pieces += [Piece(" ".join(words[start:end]), tag != "equal") for tag, start, end in group if end > start]
        shown = group[-1][2]
    return (*pieces, Piece(GAP)) if groups and shown < len(words) else tuple(pieces)

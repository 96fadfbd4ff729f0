"""A comparison of the authentic text with the received source: every word of either must be in the other."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import itemgetter

from declaration.model import Declaration, Heading, Item, Passage, Provision
from source.problems import Message, Problem

_SHOWN = 8
"""Words of either side that a message quotes."""


class _Reference:
    """The words of the reference with their lines. `free` are those that no passage has claimed, "" for the others.

    It ends with "", so that what comes after the last word can be compared, too.
    """

    def __init__(self, text: str) -> None:
        self.words = [(word, number) for number, line in enumerate(text.splitlines(), 1) for word in line.split()]
        self.free = [*(word for word, _ in self.words), ""]

    def longest(self, wanted: Sequence[str]) -> tuple[int, int]:
        """Return the start and the length of the longest free match with the beginning of `wanted`."""
        starts = (start for start, word in enumerate(self.free) if word and word in wanted[:1])
        matches = ((start, self._agreeing(start, wanted)) for start in starts)
        return max(matches, key=itemgetter(1), default=(0, 0))

    def _agreeing(self, start: int, wanted: Sequence[str]) -> int:
        count = 0
        while count < len(wanted) and self.free[start + count] == wanted[count]:
            count += 1
        return count

    def claim(self, start: int, count: int) -> None:
        self.free[start : start + count] = [""] * count

    def place(self, position: int) -> tuple[str, int]:
        """Return the words from a position on, and their line; at the end, no words and the last line."""
        rest = self.words[position : position + _SHOWN]
        return _quoted([word for word, _ in rest]), rest[0][1] if rest else self.words[-1][1]


@dataclass(frozen=True, slots=True)
class _Match:
    """A match of a passage in the reference: from `start` on, its first `count` words agree."""

    passage: Passage
    wanted: tuple[str, ...]
    start: int
    count: int


def compare(declaration: Declaration, reference: str, path: str, apparatus: Sequence[str]) -> Iterator[Problem]:
    """Yield a problem for every passage whose words are not in the reference, and one for words left over.

    `path` names the reference in messages; `apparatus` is its words outside passages: titles, headings.
    """
    rest = _Reference(reference)
    longest_first = sorted(declaration.passages, key=lambda each: -len(each.own_text))
    matches = [_claimed(passage, rest) for passage in longest_first]
    for phrase in apparatus:
        start, count = rest.longest(phrase.split())
        if count == len(phrase.split()):
            rest.claim(start, count)
    for match in (match for match in matches if match.wanted):
        if not match.count:
            yield _not_found(match, _expected(match, matches, declaration, rest), rest, path)
        elif match.count < len(match.wanted):
            yield _differs(match, rest, path)
    yield from _out_of_order(declaration, matches, path)
    yield from _left_over(rest, path)


def _out_of_order(declaration: Declaration, matches: Sequence[_Match], path: str) -> Iterator[Problem]:
    """Yield a problem for the first passage that the reference has before the one before it; notes may be anywhere."""
    starts = {match.passage.id: match.start for match in matches if match.wanted and match.count == len(match.wanted)}
    notes = {note.id for note in declaration.notes}
    found = [passage for passage in declaration.in_order if passage.id in starts and passage.id not in notes]
    for before, passage in pairwise(found):
        if starts[passage.id] < starts[before.id]:
            message = Message(
                "“{id}” comes before “{before}” in the source ({path}).", id=passage.id, before=before.id, path=path
            )
            yield passage.problem("source-order", message)
            return


def _claimed(passage: Passage, rest: _Reference) -> _Match:
    """Match a passage and claim its words in the reference; the number alone is not a match."""
    number = _printed_number(passage)
    wanted = (*number, *passage.marked_text.split())
    start, count = rest.longest(wanted)
    if count < len(wanted) and count <= len(number):
        return _Match(passage, wanted, 0, 0)
    rest.claim(start, count)
    return _Match(passage, wanted, start, count)


def _printed_number(passage: Passage) -> tuple[str, ...]:
    """Return the words with which the reference numbers a passage."""
    if isinstance(passage, Item):
        return tuple(passage.marker.split())
    if isinstance(passage, Provision | Heading):
        return tuple(passage.part.as_printed(passage.number, passage.locale).split())
    return ()


def _expected(match: _Match, matches: Sequence[_Match], declaration: Declaration, rest: _Reference) -> int:
    """Return where a passage should begin: at the first free word after the provisions before it."""
    provisions = [each for each in declaration.passages if isinstance(each, Provision | Item)]
    before = provisions[: provisions.index(match.passage)] if match.passage in provisions else []
    end = max((each.start + each.count for each in matches if each.passage in before), default=0)
    return next((position for position in range(end, len(rest.free)) if rest.free[position]), end)


def _differs(match: _Match, rest: _Reference, path: str) -> Problem:
    """Return the problem of a passage that differs, with the words of both sides."""
    before = _quoted(match.wanted[max(0, match.count - 3) : match.count])
    here = _quoted(match.wanted[match.count : match.count + _SHOWN])
    there, line = rest.place(match.start + match.count)
    message = Message(
        "“{id}” differs from the source. After {before} it has {here}; {path}:{line} has {there}.",
        id=match.passage.id,
        before=before,
        here=here,
        path=path,
        line=line,
        there=there,
    )
    return match.passage.problem("source-differs", message)


def _not_found(match: _Match, expected: int, rest: _Reference, path: str) -> Problem:
    """Return the problem of a passage that was not found, with the words in its expected place."""
    wanted, (there, line) = _quoted(match.wanted[:_SHOWN]), rest.place(expected)
    message = Message(
        "“{id}” is not in the source. Looked for: {wanted}. In its place, {path}:{line}: {there}.",
        id=match.passage.id,
        wanted=wanted,
        path=path,
        line=line,
        there=there,
    )
    return match.passage.problem("source-differs", message)


def _quoted(words: Sequence[str]) -> str:
    return f"“{' '.join(words)}”"


def _left_over(rest: _Reference, path: str) -> Iterator[Problem]:
    left = [(word, line) for (word, line), free in zip(rest.words, rest.free, strict=False) if free]
    if left:
        words = _quoted([word for word, _ in left[:12]])
        message = Message(
            "These words of the source are in no provision: {words}. In data/editions.yaml, headings are in"
            " “apparatus”, and “printed” says how numbers are printed.",
            words=words,
        )
        yield Problem(path, left[0][1], 1, "source-left-over", "", message)

"""Compares the authentic text with the reference: the file as it was received, every word of it accounted for."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from declaration.model import Declaration, Kind, Passage, Provision
from source.problem import Problem

_LISTED = {Kind.STATEMENT: "{number}.", Kind.COMMITMENT: "{number}.", Kind.NOTE: "{number}"}
"""How the reference numbers what it numbers, before the words."""


@dataclass(slots=True)
class _Reference:
    """The words of the reference; a word that a passage has claimed is no longer free."""

    words: list[tuple[str, int]]
    free: list[bool]

    @classmethod
    def read(cls, text: str) -> "_Reference":
        words = [(word, number) for number, line in enumerate(text.splitlines(), start=1) for word in line.split()]
        return cls(words, [True] * len(words))

    def longest(self, wanted: Sequence[str]) -> tuple[int, int]:
        """Return (start, how many words agree) of the free place that agrees longest with `wanted`."""
        return max(
            ((start, self._agreeing(start, wanted)) for start in range(len(self.words))), key=lambda m: (m[1], -m[0])
        )

    def _agreeing(self, start: int, wanted: Sequence[str]) -> int:
        count = 0
        while count < len(wanted) and self._is_free(start + count, wanted[count]):
            count += 1
        return count

    def _is_free(self, position: int, word: str) -> bool:
        return position < len(self.words) and self.free[position] and self.words[position][0] == word

    def claim(self, start: int, count: int) -> None:
        self.free[start : start + count] = [False] * count


def compare(declaration: Declaration, reference: str, path: str, apparatus: Sequence[str]) -> Iterator[Problem]:
    """Yield a problem for every passage whose words are not in the reference, and for every word left over.

    `path` names the reference in messages; `apparatus` are its words that belong to no passage: titles, headings.
    """
    rest = _Reference.read(reference)
    for passage in sorted(declaration.passages, key=lambda each: -len(each.text)):
        wanted = _as_printed(passage).split()
        start, count = rest.longest(wanted)
        if count < len(wanted):
            yield _differs(passage, wanted, rest, (start, count), path)
        rest.claim(start, count)
    for phrase in apparatus:
        start, count = rest.longest(phrase.split())
        if count == len(phrase.split()):
            rest.claim(start, count)
    yield from _left_over(rest, path)


def _as_printed(passage: Passage) -> str:
    template = _LISTED.get(passage.kind, "") if isinstance(passage, Provision) else ""
    number = template.format(number=passage.number) if isinstance(passage, Provision) else ""
    return f"{number} {passage.marked_text}"


def _differs(passage: Passage, wanted: list[str], rest: _Reference, match: tuple[int, int], path: str) -> Problem:
    start, count = match
    beyond = start + count
    there, line = rest.words[beyond] if beyond < len(rest.words) else ("", rest.words[-1][1])
    before = " ".join(wanted[max(0, count - 3) : count])
    here, source = wanted[count], f"{path}:{line}"
    tr = f"“{passage.id}” kaynaktan ayrılıyor: “{before}” sözünden sonra “{here}” yazıyor; {source}: “{there}”."
    en = f"“{passage.id}” differs from the source: after “{before}” it has “{here}”; {source}: “{there}”."
    return Problem(passage.place.path, passage.place.line, 1, "source-differs", passage.id, tr, en, there)


def _left_over(rest: _Reference, path: str) -> Iterator[Problem]:
    left = [(word, line) for (word, line), free in zip(rest.words, rest.free, strict=True) if free]
    if left:
        words = " ".join(word for word, _ in left[:12])
        tr = f"Kaynağın şu sözleri hiçbir maddede yok: “{words}”."
        en = f"These words of the source are in no provision: “{words}”."
        yield Problem(path, left[0][1], 1, "source-left-over", "", tr, en)

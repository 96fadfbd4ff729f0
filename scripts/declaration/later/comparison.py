"""A comparison of two editions, provision by provision: kept, changed, moved, new or gone."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal, get_args

from declaration.assemble import Words
from declaration.model import Declaration, Provision

_ALIKE = 1 / 3
"""The share of words in common, in their order, from which on one wording is taken for a change of the other."""


Fate = Literal["changed", "new", "gone", "moved", "kept"]
"""What became of a provision."""
FATES: tuple[Fate, ...] = get_args(Fate)


@dataclass(frozen=True, slots=True)
class Comparison:
    """A provision in two editions: its id in the earlier and in the later one, "" where it is missing."""

    earlier: str
    later: str
    fate: Fate

    @property
    def anchor(self) -> str:
        """The id on the page of the comparison: that in the later edition, "gone-c7" where it has none."""
        return self.later or f"gone-{self.earlier}"


def compare(earlier: Words, later: Words) -> tuple[Comparison, ...]:
    """Return what became of every provision, in the order of the later text; those gone follow their former place.

    The authentic words decide. The same words under another id have moved. Of those left, a provision has changed if
    the one with the same id has enough words in common with it; otherwise one is gone, and the other is new.
    """
    old, new = (words.declarations[words.text.original] for words in (earlier, later))
    same = dict(_same_words(old, new))
    found = [Comparison(each, other, "kept" if each == other else "moved") for each, other in same.items()]
    left = [each.id for each in old.provisions if each.id not in same]
    free = [each.id for each in new.provisions if each.id not in same.values()]
    changed = [each for each in left if each in free and _are_alike(old.provision(each), new.provision(each))]
    found += [Comparison(each, each, "changed") for each in changed]
    found += [Comparison("", each, "new") for each in free if each not in changed]
    found += [Comparison(each, "", "gone") for each in left if each not in changed]
    order = _order(earlier.text.ids, later.text.ids)
    return tuple(sorted(found, key=lambda each: (order.index(each.later or each.earlier), not each.later)))


def _order(earlier: Sequence[str], later: Sequence[str]) -> Sequence[str]:
    """Return the ids of the later text in its order, each of the earlier one alone after the one before it there."""
    order = list(later)
    for number, each in enumerate(earlier):
        if each not in order:
            order.insert(order.index(earlier[number - 1]) + 1 if number else 0, each)
    return order


def _are_alike(one: Provision, other: Provision) -> bool:
    words, others = one.numbered_text.split(), other.numbered_text.split()
    return SequenceMatcher(None, words, others, autojunk=False).ratio() >= _ALIKE


def _same_words(old: Declaration, new: Declaration) -> Iterator[tuple[str, str]]:
    """Yield (earlier id, later id) of provisions of one kind with the same words; the same id first, each once."""
    left, free = ({each.id: (each.kind, each.numbered_text) for each in text.provisions} for text in (old, new))
    for kept in [each for each, words in left.items() if free.get(each) == words]:
        del left[kept], free[kept]
        yield kept, kept
    for each, words in left.items():
        if other := next((name for name, others in free.items() if others == words), None):
            del free[other]
            yield each, other

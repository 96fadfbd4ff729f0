"""The model of the declaration: provisions made of runs, and the formulas that govern its clauses."""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from typing import Self


class Kind(StrEnum):
    """The kinds of provisions, in the order of the text."""

    BACKGROUND = "background"
    CHAPEAU = "chapeau"
    RECITAL = "recital"
    STATEMENT = "statement"
    COMMITMENT = "commitment"
    NOTE = "note"


PREFIXES: Mapping[str, Kind] = {
    "bg": Kind.BACKGROUND,
    "ch": Kind.CHAPEAU,
    "r": Kind.RECITAL,
    "s": Kind.STATEMENT,
    "c": Kind.COMMITMENT,
    "fn": Kind.NOTE,
}
"""The prefix of an id → the kind, in the order of the text."""

FORMULAS: Mapping[str, Kind] = {"sf": Kind.STATEMENT, "cf": Kind.COMMITMENT}
"""The id of a formula → the kind of the clauses that it governs."""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one style. `lang` is "" if it is the language of the passage.

    A run with `note` is the mark of that note ("fn2"), not part of the words.
    """

    text: str
    href: str = ""
    lang: str = ""
    note: str = ""
    emphasis: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """A position in the sources: the path as messages show it, and the line from 1."""

    path: str
    line: int


@dataclass(frozen=True, slots=True)
class Passage:
    """Words with an id: a provision or a formula, in one language."""

    id: str
    locale: str
    runs: tuple[Run, ...]
    place: Place

    @property
    def text(self) -> str:
        """The words without markup and note marks."""
        return normalised("".join(run.text for run in self.runs if not run.note))

    @property
    def quoted(self) -> str:
        """The words without the comma or semicolon that ends the clause in its list."""
        return self.text.rstrip(" ,;،؛")

    @property
    def marked_text(self) -> str:
        """The words with their note marks, as printed: "mülteci2 nüfusuna"."""
        return normalised("".join(run.text for run in self.runs))

    @property
    def set_apart(self) -> str:
        """The words that are emphasised or in another language, joined."""
        return "".join(run.text for run in self.runs if run.emphasis or run.lang)

    @property
    def notes(self) -> tuple[str, ...]:
        """The ids of the notes marked in these words, each once, in order."""
        return tuple(dict.fromkeys(run.note for run in self.runs if run.note))


@dataclass(frozen=True, slots=True)
class Provision(Passage):
    """A passage that can be cited. `number` counts within the kind, from 1; None for the chapeau."""

    kind: Kind
    number: int | None

    @classmethod
    def from_passage(cls, passage: Passage) -> Self:
        """Return the provision of a passage whose id `is_provision_id` accepts."""
        letters, digits = split_id(passage.id)
        return cls(
            id=passage.id,
            locale=passage.locale,
            runs=passage.runs,
            place=passage.place,
            kind=PREFIXES[letters],
            number=int(digits) if digits else None,
        )


@dataclass(frozen=True, slots=True)
class Formula(Passage):
    """The words before or after a list of clauses, which they govern. `leads` is True if they are before it."""

    leads: bool

    @property
    def governs(self) -> Kind:
        """The kind of the clauses."""
        return FORMULAS[self.id]


@dataclass(frozen=True, slots=True)
class Remark:
    """An editor's note, which is not part of the text: its id, the key of its page, the ids of its passages."""

    id: str
    page: str
    about: tuple[str, ...]

    @property
    def number(self) -> str:
        """The number in its id."""
        return split_id(self.id)[1]


@dataclass(frozen=True, slots=True)
class Declaration:
    """One edition of the text in one language."""

    edition: str
    locale: str
    title: str
    authentic: bool
    provisions: tuple[Provision, ...]
    formulas: Mapping[str, Formula]
    remarks: tuple[Remark, ...] = ()

    def remarks_on(self, passage: Passage) -> tuple[Remark, ...]:
        """Return the editor's notes about a passage, in order."""
        return tuple(remark for remark in self.remarks if passage.id in remark.about)

    def of_kind(self, kind: Kind) -> tuple[Provision, ...]:
        """Return the provisions of one kind, in order."""
        return tuple(provision for provision in self.provisions if provision.kind == kind)

    def provision(self, provision_id: str) -> Provision:
        """Return the provision with this id; KeyError if there is none."""
        return {provision.id: provision for provision in self.provisions}[provision_id]

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """The kinds of the provisions, in the order of the text."""
        return tuple(kind for kind in Kind if self.of_kind(kind))

    def formulas_of(self, kind: Kind) -> tuple[Formula, ...]:
        """Return the formulas that govern the clauses of a kind: one or none."""
        return tuple(formula for formula in self.formulas.values() if formula.governs == kind)

    @property
    def passages(self) -> tuple[Passage, ...]:
        """The provisions and the formulas."""
        return (*self.provisions, *self.formulas.values())


def split_id(provision_id: str) -> tuple[str, str]:
    """Split "c3" into ("c", "3") and "ch" into ("ch", "")."""
    letters = provision_id.rstrip("0123456789")
    return letters, provision_id[len(letters) :]


def is_provision_id(text: str) -> bool:
    """Return whether `text` is an id: a prefix and a number, as in c3, or the prefix of the chapeau alone."""
    letters, digits = split_id(text)
    numbered = digits.isascii() and digits.isdigit() and not digits.startswith("0")
    return letters in PREFIXES and (not digits if PREFIXES[letters] is Kind.CHAPEAU else numbered)


def text_order(provision_id: str) -> tuple[int, int]:
    """Return the sort key of an id in the order of the text."""
    letters, digits = split_id(provision_id)
    return list(PREFIXES).index(letters), int(digits or 0)


def ranges(ids: Iterable[str]) -> str:
    """Return ids as ranges in the order of the text: "bg1–bg3, ch, r1–r13"."""
    kinds = (list(group) for _, group in groupby(sorted(ids, key=text_order), key=lambda each: split_id(each)[0]))
    return ", ".join(dict.fromkeys(f"{kind[0]}–{kind[-1]}" if kind[1:] else kind[0] for kind in kinds))


def normalised(text: str) -> str:
    """Return `text` in Unicode NFC with single spaces: the form in which words are compared."""
    return unicodedata.normalize("NFC", " ".join(text.split()))

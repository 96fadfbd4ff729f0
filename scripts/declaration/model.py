"""The declaration as data: provisions made of runs, and the formulas that hold its long sentence together."""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from typing import Self


class Kind(StrEnum):
    """What a provision is. The order is the order of the text."""

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
"""The letters of an id, and the kind they stand for; in the order of the text."""

FORMULAS: Mapping[str, Kind] = {"sf": Kind.STATEMENT, "cf": Kind.COMMITMENT}
"""The id of a formula, and the kind of the clauses that hang from it."""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text set in one way. `lang` is "" where it is the provision's own language.

    A run with `note` is the mark of that note ("fn2"), not part of the words.
    """

    text: str
    href: str = ""
    lang: str = ""
    note: str = ""
    emphasis: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands in the sources: path as shown in messages, line from 1."""

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
        """The words alone: no markup, no note marks."""
        return normalised("".join(run.text for run in self.runs if not run.note))

    @property
    def quoted(self) -> str:
        """The words as a quotation ends with them: without the comma or semicolon that ends the clause in its list."""
        return self.text.rstrip(" ,;،؛")

    @property
    def marked_text(self) -> str:
        """The words with their note marks, as they stand in print: "mülteci2 nüfusuna"."""
        return normalised("".join(run.text for run in self.runs))

    @property
    def set_apart(self) -> str:
        """The words that are set apart from those around them: emphasis, and what is in another language."""
        return "".join(run.text for run in self.runs if run.emphasis or run.lang)

    @property
    def notes(self) -> tuple[str, ...]:
        """The ids of the notes marked in these words, each once, in order."""
        return tuple(dict.fromkeys(run.note for run in self.runs if run.note))


@dataclass(frozen=True, slots=True)
class Provision(Passage):
    """A passage that can be cited. `number` counts within the kind, from 1; the chapeau has none."""

    kind: Kind
    number: int | None

    @classmethod
    def from_passage(cls, passage: Passage) -> Self:
        """Read kind and number from the id, which `is_provision_id` has accepted."""
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
    """The words that close or open a list of clauses. `leads` is true where they stand before it."""

    leads: bool

    @property
    def governs(self) -> Kind:
        """The kind of the clauses that hang from this formula."""
        return FORMULAS[self.id]


@dataclass(frozen=True, slots=True)
class Remark:
    """An editor's note, which is no part of the text: its id, the key of its page, and the passages it is about."""

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
        """Return the editor's notes about a passage, in their own order."""
        return tuple(remark for remark in self.remarks if passage.id in remark.about)

    def of_kind(self, kind: Kind) -> tuple[Provision, ...]:
        """Return the provisions of one kind, in order."""
        return tuple(provision for provision in self.provisions if provision.kind == kind)

    def provision(self, provision_id: str) -> Provision:
        """Return the provision with this id; KeyError where there is none."""
        return {provision.id: provision for provision in self.provisions}[provision_id]

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """The kinds that this text has, in the order of the text."""
        return tuple(kind for kind in Kind if self.of_kind(kind))

    def formulas_of(self, kind: Kind) -> tuple[Formula, ...]:
        """Return the formula that the clauses of a kind hang from, or nothing."""
        return tuple(formula for formula in self.formulas.values() if formula.governs == kind)

    @property
    def passages(self) -> tuple[Passage, ...]:
        """Provisions and formulas together: everything that has words and an id."""
        return (*self.provisions, *self.formulas.values())


def split_id(provision_id: str) -> tuple[str, str]:
    """Split "c3" into ("c", "3") and "ch" into ("ch", "")."""
    letters = provision_id.rstrip("0123456789")
    return letters, provision_id[len(letters) :]


def is_provision_id(text: str) -> bool:
    """Tell whether `text` is an id such as c3, or the chapeau's, which alone has no number."""
    letters, digits = split_id(text)
    numbered = digits.isascii() and digits.isdigit() and not digits.startswith("0")
    return letters in PREFIXES and (not digits if PREFIXES[letters] is Kind.CHAPEAU else numbered)


def text_order(provision_id: str) -> tuple[int, int]:
    """Sort key that puts ids in the order of the text."""
    letters, digits = split_id(provision_id)
    return list(PREFIXES).index(letters), int(digits or 0)


def ranges(ids: Iterable[str]) -> str:
    """Return ids in the order of the text, those of one kind from first to last: "bg1–bg3, ch, r1–r13"."""
    kinds = (list(group) for _, group in groupby(sorted(ids, key=text_order), key=lambda each: split_id(each)[0]))
    return ", ".join(dict.fromkeys(f"{kind[0]}–{kind[-1]}" if kind[1:] else kind[0] for kind in kinds))


def normalised(text: str) -> str:
    """Return `text` in Unicode NFC with every run of white space as one space: what counts as the same words."""
    return unicodedata.normalize("NFC", " ".join(text.split()))

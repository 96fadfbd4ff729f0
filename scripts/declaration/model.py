"""The model of the declaration: provisions made of runs, and the formulas that govern its clauses."""

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from declaration.structure.parts import Part
from declaration.structure.passage_ids import EDITORS
from source.problems import Message, Problem


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

    def problem(self, rule: str, entry: str, message: Message, fix: str = "", example: str = "") -> Problem:
        """Return a problem at this line."""
        return Problem(self.path, self.line, 1, rule, entry, message, fix, example)


@dataclass(frozen=True, slots=True)
class Passage:
    """Words with an id in one language: a provision, a formula, a heading, or an item. A provision may have items."""

    id: str
    locale: str
    runs: tuple[Run, ...]
    place: Place
    items: tuple["Item", ...] = field(default=(), kw_only=True)

    def problem(self, rule: str, message: Message, fix: str = "", example: str = "") -> Problem:
        """Return a problem of these words."""
        return self.place.problem(rule, self.id, message, fix, example)

    @property
    def own_text(self) -> str:
        """The words without markup and note marks, and without those of items."""
        return normalised("".join(run.text for run in self.runs if not run.note))

    @property
    def text(self) -> str:
        """The words, those of the items too, without markup, note marks and numbers."""
        return " ".join(filter(None, (self.own_text, *(item.text for item in self.items))))

    @property
    def numbered_text(self) -> str:
        """The words, each item after its number: "No lake shall be (a) drained, (b) renamed"."""
        items = (f"{item.marker} {item.numbered_text}".strip() for item in self.items)
        return " ".join(filter(None, (self.own_text, *items)))

    @property
    def quoted(self) -> str:
        """The words with the numbers of items, without the comma or semicolon that ends the clause in its list."""
        return self.numbered_text.rstrip(" ,;،؛")

    @property
    def marked_text(self) -> str:
        """The words with their note marks, as printed: "dayanışmayı2 sürdürmeyi"."""
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
class Item(Passage):
    """A paragraph or an item of a provision, such as a11-2. `marker` is its number in the source, "" if it has none."""

    marker: str


@dataclass(frozen=True, slots=True)
class Provision(Passage):
    """A passage that can be cited. `number` counts within the part; None in an opening."""

    part: Part
    number: int | None

    @property
    def kind(self) -> str:
        """The kind of the part."""
        return self.part.kind

    def label(self, locale: str) -> str:
        """Return how it is called in a language: "Taahhüt 3"."""
        return self.part.label_of(self.number, locale)


@dataclass(frozen=True, slots=True)
class Formula(Passage):
    """The words before or after a list of clauses, which they govern. `leads` is True if they are before it."""

    part: Part
    leads: bool


@dataclass(frozen=True, slots=True)
class Heading(Passage):
    """The heading of a chapter. `before` is the id of the provision that follows it."""

    part: Part
    number: int | None
    before: str

    def label(self, locale: str) -> str:
        """Return how the chapter is called in a language: as the source prints it, "Chapter II", or by its label."""
        return self.part.as_printed(self.number, locale) or self.part.label_of(self.number, locale)


@dataclass(frozen=True, slots=True)
class Remark:
    """An editor's note, which is not part of the text: its id, the key of its page, the ids of its passages."""

    id: str
    page: str
    about: tuple[str, ...]

    @property
    def number(self) -> str:
        """The number in its id: "3", and "3.1" for ed3-1."""
        return self.id.removeprefix(EDITORS).replace("-", ".")


@dataclass(frozen=True, slots=True)
class Declaration:
    """One edition of the text in one language."""

    edition: str
    locale: str
    title: str
    authentic: bool
    provisions: tuple[Provision, ...]
    formulas: Mapping[str, Formula]
    headings: tuple[Heading, ...] = ()
    remarks: tuple[Remark, ...] = ()

    def remarks_on(self, passage: Passage) -> tuple[Remark, ...]:
        """Return the editor's notes about a passage, in order."""
        return tuple(remark for remark in self.remarks if passage.id in remark.about)

    def of_kind(self, kind: str) -> tuple[Provision, ...]:
        """Return the provisions of one kind, in order."""
        return tuple(provision for provision in self.provisions if provision.kind == kind)

    def of_form(self, form: str) -> tuple[Provision, ...]:
        """Return the provisions of all parts of one form, in order."""
        return tuple(provision for provision in self.provisions if provision.part.form == form)

    @property
    def notes(self) -> tuple[Provision, ...]:
        """The notes."""
        return self.of_form("notes")

    def provision(self, provision_id: str) -> Provision:
        """Return the provision with this id; KeyError if there is none."""
        return {provision.id: provision for provision in self.provisions}[provision_id]

    @property
    def parts(self) -> tuple[Part, ...]:
        """The parts that have provisions, in the order of the text."""
        return tuple(dict.fromkeys(provision.part for provision in self.provisions))

    def formulas_of(self, part: Part) -> tuple[Formula, ...]:
        """Return the formulas that govern the clauses of a part: one or none."""
        return tuple(formula for formula in self.formulas.values() if formula.part == part)

    def headings_before(self, provision: Provision) -> tuple[Heading, ...]:
        """Return the headings right before a provision, usually one or none."""
        return tuple(heading for heading in self.headings if heading.before == provision.id)

    def chapter_of(self, provision: Provision) -> Heading | None:
        """Return the heading of the chapter in which a provision is, None if there are no chapters before it."""
        for each in reversed(self.provisions[: self.provisions.index(provision) + 1]):
            if each.part is provision.part and (found := self.headings_before(each)):
                return found[-1]
        return None

    @property
    def in_order(self) -> tuple[Passage, ...]:
        """The headings, provisions and items in the order in which they are read."""
        parts = ((*self.headings_before(each), *with_items(each)) for each in self.provisions)
        return tuple(passage for part in parts for passage in part)

    @property
    def passages(self) -> tuple[Passage, ...]:
        """The provisions with their items, the headings of chapters, and the formulas."""
        provisions = (passage for passage in self.in_order if not isinstance(passage, Heading))
        return (*provisions, *self.headings, *self.formulas.values())


def with_items(passage: Passage) -> Iterator[Passage]:
    """Yield a passage and everything in it, in the order of the text."""
    yield passage
    for item in passage.items:
        yield from with_items(item)


def normalised(text: str) -> str:
    """Return `text` in Unicode NFC with single spaces: the form in which words are compared."""
    return unicodedata.normalize("NFC", " ".join(text.split()))

"""The parts of a text, from `data/editions.yaml`: how their provisions are called, numbered, printed and shown."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, Self, get_args

from declaration.structure.passage_ids import filled, is_paragraph, split_id
from source.problems import Message, refuse
from source.yaml.cursors import Cursor

_OPTIONAL = ("printed", "numbers", "letters", "formula")
_KIND, _PREFIX = re.compile("[a-z]+(-[a-z]+)*"), re.compile("[a-z]{1,4}")


Form = Literal["prose", "opening", "recitals", "clauses", "chapters", "articles", "notes"]
"""How a part is built, which decides how pages and files show it."""
FORMS: tuple[Form, ...] = get_args(Form)


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """A part of a text. The id of a provision is the `prefix` and a number, in an opening the prefix alone.

    `heading` and `label` are locale → text; in a label, {number} is the number of the provision. `printed` is how the
    received source prints the number in front of the words, by language; `numbers` and `letters` the same for items
    such as a11-2 and a11-b. `formula` is the id of the words that govern the clauses, or "".
    """

    kind: str
    prefix: str
    form: Form
    heading: Mapping[str, str]
    label: Mapping[str, str]
    printed: Mapping[str, str] = field(default_factory=dict)
    numbers: Mapping[str, str] = field(default_factory=dict)
    letters: Mapping[str, str] = field(default_factory=dict)
    formula: str = ""

    @classmethod
    def from_yaml(cls, cursor: Cursor, locales: Sequence[str]) -> Self:
        """Read one item of `parts`; `locales` are the languages of the text."""
        fields = cursor.fields(("kind", "prefix", "form", "heading", "label"), _OPTIONAL)
        return cls(
            kind=_matching(fields["kind"], _KIND, "article"),
            prefix=_matching(fields["prefix"], _PREFIX, "a"),
            form=_form(fields["form"]),
            heading={locale: text.text() for locale, text in fields["heading"].fields().items()},
            label={locale: text.text() for locale, text in fields["label"].fields().items()},
            printed=_printed(fields.get("printed"), locales),
            numbers=_printed(fields.get("numbers"), locales),
            letters=_printed(fields.get("letters"), locales),
            formula=_matching(fields["formula"], _PREFIX, "sf") if "formula" in fields else "",
        )

    def as_printed(self, number: int | None, locale: str) -> str:
        """Return the number of a provision as the received source prints it, "" if it prints none."""
        return filled(self.printed.get(locale, ""), str(number or ""))

    def label_of(self, number: int | None, locale: str) -> str:
        """Return how a provision is called: "Taahhüt 3"."""
        return self.label[locale].replace("{number}", str(number or ""))

    def has_item(self, segment: str) -> bool:
        """Return whether an id of an item may have this part: a number, letters, or p1."""
        printed = self.numbers if segment.isdecimal() else self.letters
        return self.form == "articles" and (is_paragraph(segment) or bool(printed))

    def marker(self, segment: str, locale: str) -> str:
        """Return the number of an item as printed, from the last part of its id; "" for a paragraph without one."""
        printed = {} if is_paragraph(segment) else self.numbers if segment.isdecimal() else self.letters
        return filled(printed.get(locale, ""), segment)


@dataclass(frozen=True, slots=True)
class Parts:
    """All parts of a text, in its order."""

    all: tuple[Part, ...]

    @property
    def formulas(self) -> tuple[str, ...]:
        """The ids of all formulas."""
        return tuple(part.formula for part in self.all if part.formula)

    @property
    def notes(self) -> str:
        """The prefix of the ids of notes, "" if the text has none."""
        return next((part.prefix for part in self.all if part.form == "notes"), "")

    def part_of(self, provision_id: str) -> Part | None:
        """Return the part of a provision or a heading of a chapter; None if the text cannot have this id."""
        prefix, number, items = split_id(provision_id)
        found = next((part for part in self.all if part.prefix == prefix), None)
        return found if found and not items and bool(number) != (found.form == "opening") else None

    def is_provision(self, text: str) -> bool:
        """Return whether a text is the id of a provision."""
        return self.part_of(text) is not None and not self.is_heading(text)

    def is_heading(self, text: str) -> bool:
        """Return whether a text is the id of the heading of a chapter."""
        part = self.part_of(text)
        return part is not None and part.form == "chapters"

    def is_item(self, text: str) -> bool:
        """Return whether a text is the id of an item of a provision: "a11-2", "a11-2-b", "a11-p1"."""
        prefix, number, segments = split_id(text)
        part = self.part_of(f"{prefix}{number}")
        return part is not None and bool(segments) and all(map(part.has_item, segments))

    def is_passage(self, text: str) -> bool:
        """Return whether an element with this id is a passage: a provision, an item, a formula or a heading."""
        return self.part_of(text) is not None or text in self.formulas or self.is_item(text)


def known_kinds(cursors: Sequence[Cursor], kinds: Iterable[str]) -> list[str]:
    """Read the kinds of parts; SourceError for those that are not in `kinds`."""
    known = ", ".join(kinds)
    unknown = {
        each: Message("“{kind}” is not a kind of provision: {known}.", kind=each.text(), known=known)
        for each in cursors
        if each.text() not in kinds
    }
    refuse(each.problem("unknown-kind", message) for each, message in unknown.items())
    return [each.text() for each in cursors]


def _matching(cursor: Cursor, pattern: re.Pattern[str], example: str) -> str:
    if not pattern.fullmatch(cursor.text()):
        message = Message("“{name}” is not allowed here: small letters (a-z).", name=cursor.text())
        raise cursor.error("part-name", message, example=example)
    return cursor.text()


def _form(cursor: Cursor) -> Form:
    for form in FORMS:
        if cursor.text() == form:
            return form
    message = Message("“{form}” is not a form: {forms}.", form=cursor.text(), forms=", ".join(FORMS))
    raise cursor.error("part-form", message, example="articles")


def _printed(cursor: Cursor | None, locales: Sequence[str]) -> Mapping[str, str]:
    """Read how numbers are printed: one text for all languages, or one for each; empty if it is left out."""
    if cursor is None:
        return {}
    texts = dict.fromkeys(locales, cursor) if cursor.is_text else cursor.fields()
    for text in texts.values():
        if not {"{", "}"}.isdisjoint(filled(text.text(), "1")):
            message = Message(
                "In “{text}” only {{number}}, {{letter}} and {{roman}} can be filled in.", text=text.text()
            )
            raise text.error("part-printed", message, example="{number}.")
    return {locale: text.text() for locale, text in texts.items()}

"""The context of a clause that is shown alone: the words of the opening and the formula that govern it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Self

from declaration.model import Declaration
from declaration.structure.parts import Parts
from source.problems import Message, Problem
from source.yaml.cursors import Cursor
from source.yaml.nodes import Scalar

_CLAUSE, _LEFT_OUT = "{words}", "…"


@dataclass(frozen=True, slots=True)
class Alone:
    """The words before and after a clause: each "" or words of the opening or a formula, with … for omissions."""

    before: str = ""
    after: str = ""
    cursor: Cursor = field(default_factory=lambda: Cursor(Scalar(""), ""))

    @classmethod
    def from_yaml(cls, cursor: Cursor) -> Self:
        """Read one text that contains {words}; SourceError if it does not."""
        before, found, after = cursor.text().partition(_CLAUSE)
        if not found:
            message = Message("The place of the clause, {{words}}, is missing.")
            raise cursor.error("alone-words", message, f"{cursor.text()} {_CLAUSE}")
        return cls(before.strip(), after.strip(), cursor)

    def quote(self, words: str) -> str:
        """Return the words of a clause as a self-contained quotation."""
        return " ".join(filter(None, (self.before, words, self.after)))


def read_alone(cursor: Cursor, parts: Parts) -> Mapping[str, Mapping[str, Alone]]:
    """Read `alone` of an edition: kind → locale → Alone."""
    kinds = cursor.fields((), tuple(part.kind for part in parts.all))
    return {
        kind: {locale: Alone.from_yaml(text) for locale, text in texts.fields().items()}
        for kind, texts in kinds.items()
    }


def check_alone(alone: Mapping[str, Mapping[str, Alone]], declarations: Mapping[str, Declaration]) -> Iterator[Problem]:
    """Yield a problem for words around a clause that are in neither the opening nor a formula of its language."""
    for setting, locale in ((setting, locale) for texts in alone.values() for locale, setting in texts.items()):
        text = declarations[locale]
        formulas = [each.text for each in (*text.of_form("opening"), *text.formulas.values())]
        for words in (part.strip() for side in (setting.before, setting.after) for part in side.split(_LEFT_OUT)):
            if not any(words in formula for formula in formulas):
                message = Message("“{words}” is neither in the opening nor in a formula.", words=words)
                yield setting.cursor.problem("alone-formula", message, example=formulas[-1])

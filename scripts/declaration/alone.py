"""A clause shown by itself: the words of the formulas that it hangs from, before it and after it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Self

from declaration.model import Declaration, Kind
from source.nodes import Cursor
from source.problem import Problem, SourceError

_CLAUSE, _LEFT_OUT = "{words}", "…"


@dataclass(frozen=True, slots=True)
class Alone:
    """What stands before and after the clause; each is "" or words of a formula, with … for what is left out."""

    before: str
    after: str
    cursor: Cursor

    @classmethod
    def from_yaml(cls, cursor: Cursor) -> Self:
        """Read one text with {words} in it; SourceError where the clause has no place."""
        before, found, after = cursor.text().partition(_CLAUSE)
        if not found:
            tr, en = "Maddenin yeri, {words}, eksik.", "The place of the clause, {words}, is missing."
            raise SourceError([cursor.problem("alone-words", tr, en, f"{cursor.text()} {_CLAUSE}")])
        return cls(before.strip(), after.strip(), cursor)


def read_alone(cursor: Cursor) -> Mapping[str, Mapping[str, Alone]]:
    """Read `alone` of an edition: kind → locale → Alone."""
    kinds = cursor.fields((), tuple(Kind))
    return {
        kind: {locale: Alone.from_yaml(text) for locale, text in texts.fields().items()}
        for kind, texts in kinds.items()
    }


def check_alone(alone: Mapping[str, Mapping[str, Alone]], declarations: Mapping[str, Declaration]) -> Iterator[Problem]:
    """Yield a problem for words around a clause that are in no formula of its language."""
    for setting, locale in ((setting, locale) for texts in alone.values() for locale, setting in texts.items()):
        formulas = [formula.text for formula in declarations[locale].formulas.values()]
        for words in (part.strip() for side in (setting.before, setting.after) for part in side.split(_LEFT_OUT)):
            if not any(words in formula for formula in formulas):
                tr, en = f"“{words}” hiçbir formülde geçmiyor.", f"“{words}” is in no formula."
                yield setting.cursor.problem("alone-formula", tr, en, formulas[0] if formulas else "")

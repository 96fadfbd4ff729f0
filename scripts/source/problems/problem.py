"""A problem in an input file, explained to its author in the languages of messages."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Self

MESSAGES = ("tr", "en")
"""The languages of messages."""
LONGEST = 1000
"""Characters of a text in a message: a long value is not repeated in full with each of its problems."""
LONGEST_FIX = 4000
"""Characters of a correction or an example."""
_QUOTED = 60
"""Characters of a value that a sentence quotes."""
MOST = 200
"""Problems shown for one file."""


def excerpt(text: str) -> str:
    """Return a value as messages quote it: short, on one line, invisible characters escaped."""
    shown = "".join(letter if letter.isprintable() else f"\\u{ord(letter):04x}" for letter in text[:_QUOTED])
    return f"{shown}{'…' if len(text) > _QUOTED else ''}"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One problem at one place. Problems sort by file, line and column.

    `line` and `column` count from 1 and point at the value itself; `rule` is the kebab-case name of the broken rule;
    `entry` is the id of the record, or "". `fix` is a correction ready to paste, from the author's own words alone;
    `example` shows what a valid value looks like. Each is "" where there is none.
    """

    path: str
    line: int
    column: int
    rule: str
    entry: str
    tr: str
    en: str
    fix: str = ""
    example: str = ""

    def __post_init__(self) -> None:
        """Shorten long texts; drop a correction that would be cut off."""
        for name in ("path", "entry", "tr", "en"):
            if len(text := getattr(self, name)) > LONGEST:
                object.__setattr__(self, name, f"{text[: LONGEST - 1]}…")
        for name in ("fix", "example"):
            if len(getattr(self, name)) > LONGEST_FIX:
                object.__setattr__(self, name, "")

    def told(self, languages: Sequence[str] = MESSAGES) -> Mapping[str, str]:
        """Return language → the message, for some of the languages of messages."""
        return {language: getattr(self, language) for language in languages}

    def as_text(self, languages: Sequence[str] = MESSAGES) -> str:
        """Return `FILE:LINE:COL: RULE`, then the message in each language, the correction and the example, indented."""
        lines = [f"{self.path}:{self.line}:{self.column}: {self.rule}"]
        texts = {**self.told(languages), "fix": self.fix, "example": self.example}
        return "\n".join([*lines, *(block(name, text) for name, text in texts.items() if text)])


def block(name: str, text: str) -> str:
    """Return a text after its name; further lines are indented as far as the first."""
    return f"  {name}: " + text.replace("\n", "\n" + " " * len(f"  {name}: "))


def shown(problems: Sequence[Problem]) -> Sequence[Problem]:
    """Return the problems that a message shows: the first `MOST`, and one more that counts the rest."""
    if len(problems) <= MOST:
        return problems
    first, more = problems[MOST], len(problems) - MOST
    tr = f"En az {more} sorun daha var: önce yukarıdakileri düzeltin."
    en = f"There are at least {more} more problems: correct those above first."
    return [*problems[:MOST], Problem(first.path, first.line, first.column, "more-problems", "", tr, en)]


def as_text(problems: Sequence[Problem], languages: Sequence[str] = MESSAGES) -> str:
    """Return problems for a terminal, in some of the languages of messages."""
    return "\n".join(problem.as_text(languages) for problem in shown(problems))


class SourceError(Exception):
    """Raised for input that cannot be used, with all its problems."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Sort the problems by place."""
        self.problems = tuple(sorted(problems))
        super().__init__(as_text(self.problems))

    def __reduce__(self) -> tuple[type[Self], tuple[tuple[Problem, ...]]]:
        """Pickle the problems, not the message."""
        return type(self), (self.problems,)

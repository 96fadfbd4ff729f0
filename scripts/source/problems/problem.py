"""A mistake in an input file, told to its author in Turkish and English."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Self

LONGEST = 1000
"""Characters of a text in a message: what a file is full of is not repeated with each of its mistakes."""
LONGEST_FIX = 4000
"""Characters of a correction or an example."""
_QUOTED = 60
"""Characters of a value that a sentence quotes."""
MOST = 200
"""Problems that are shown of one file."""


def excerpt(text: str) -> str:
    """Return a value as sentences quote it: short, on one line, what cannot be seen as its code."""
    shown = "".join(letter if letter.isprintable() else f"\\u{ord(letter):04x}" for letter in text[:_QUOTED])
    return f"{shown}{'…' if len(text) > _QUOTED else ''}"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One mistake at one place. Problems sort by file, line and column.

    `line` and `column` count from 1 and point at the very value; `rule` is the kebab-case name of the broken rule;
    `entry` is the id of the record it stands in, or "". `fix` is a correction ready to paste, made of nothing but the
    author's own words; `example` shows what an answer looks like in general. Each is "" where there is none.
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
        """Shorten what is long; a correction that is not whole would be none."""
        for name in ("path", "entry", "tr", "en"):
            if len(text := getattr(self, name)) > LONGEST:
                object.__setattr__(self, name, f"{text[: LONGEST - 1]}…")
        for name in ("fix", "example"):
            if len(getattr(self, name)) > LONGEST_FIX:
                object.__setattr__(self, name, "")

    def as_text(self) -> str:
        """`FILE:LINE:COL: RULE` and then the Turkish, the English, the correction and the example, each indented."""
        lines = [f"{self.path}:{self.line}:{self.column}: {self.rule}", f"  tr: {self.tr}", f"  en: {self.en}"]
        lines += [_block("fix", self.fix)] if self.fix else []
        lines += [_block("example", self.example)] if self.example else []
        return "\n".join(lines)


def _block(name: str, text: str) -> str:
    """Return a text below its name; further lines are indented as far as the first."""
    return f"  {name}: " + text.replace("\n", "\n" + " " * len(f"  {name}: "))


def shown(problems: Sequence[Problem]) -> Sequence[Problem]:
    """Return the problems that a message shows; where there are too many, the last one says how many more there are."""
    if len(problems) <= MOST:
        return problems
    first, more = problems[MOST], len(problems) - MOST
    tr = f"En az {more} sorun daha var: önce yukarıdakileri düzeltin."
    en = f"There are at least {more} more problems: correct those above first."
    return [*problems[:MOST], Problem(first.path, first.line, first.column, "more-problems", "", tr, en)]


class SourceError(Exception):
    """Input that cannot be used, with everything that is wrong with it."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Keep the problems in the order of their places."""
        self.problems = tuple(sorted(problems))
        super().__init__("\n".join(problem.as_text() for problem in shown(self.problems)))

    def __reduce__(self) -> tuple[type[Self], tuple[tuple[Problem, ...]]]:
        """Keep the problems on the way from one process to another."""
        return type(self), (self.problems,)

"""A mistake in an input file, told to its author in Turkish and English."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self


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

    def as_text(self) -> str:
        """`FILE:LINE:COL: RULE` and then the Turkish, the English, the correction and the example, each indented."""
        lines = [f"{self.path}:{self.line}:{self.column}: {self.rule}", f"  tr: {self.tr}", f"  en: {self.en}"]
        lines += [_block("fix", self.fix)] if self.fix else []
        lines += [_block("example", self.example)] if self.example else []
        return "\n".join(lines)


def _block(name: str, text: str) -> str:
    """Return a text below its name; further lines are indented as far as the first."""
    return f"  {name}: " + text.replace("\n", "\n" + " " * len(f"  {name}: "))


class SourceError(Exception):
    """Input that cannot be used, with everything that is wrong with it."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Keep the problems in the order of their places."""
        self.problems = tuple(sorted(problems))
        super().__init__("\n".join(problem.as_text() for problem in self.problems))

    def __reduce__(self) -> tuple[type[Self], tuple[tuple[Problem, ...]]]:
        """Keep the problems on the way from one process to another."""
        return type(self), (self.problems,)

"""A mistake in an input file, told to its author in Turkish and English."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One mistake at one place. Problems sort by file, line and column.

    `line` and `column` count from 1 and point at the very value; `rule` is the kebab-case name of the broken rule;
    `entry` is the id of the record it stands in, or ""; `fix` is text that would be right in its place, or "".
    """

    path: str
    line: int
    column: int
    rule: str
    entry: str
    tr: str
    en: str
    fix: str = ""

    def as_text(self) -> str:
        """`FILE:LINE:COL: RULE` and then the Turkish, the English and the valid example, each indented."""
        lines = [f"{self.path}:{self.line}:{self.column}: {self.rule}", f"  tr: {self.tr}", f"  en: {self.en}"]
        if self.fix:
            lines.append("  fix: " + self.fix.replace("\n", "\n       "))
        return "\n".join(lines)


class SourceError(Exception):
    """Input that cannot be used, with everything that is wrong with it."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Keep the problems in the order of their places."""
        self.problems = tuple(sorted(problems))
        super().__init__("\n".join(problem.as_text() for problem in self.problems))

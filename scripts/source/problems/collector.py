"""A collector of problems: the first must not hide the others."""

from collections.abc import Callable, Iterable
from contextlib import nullcontext
from dataclasses import dataclass, field
from typing import TypeVar

from source.layout import Layout
from source.problems.problem import Problem, SourceError
from source.problems.system_errors import refusals_told

Result = TypeVar("Result")


@dataclass(slots=True)
class Collector:
    """The problems of several readings and checks, in the order in which they were found."""

    problems: list[Problem] = field(default_factory=list)
    layout: Layout | None = None
    """Given where what the system refuses is a problem, too."""

    def of(self, read: Callable[[], Result]) -> Result | None:
        """Return the result of `read`; on SourceError, record its problems and return None."""
        try:
            with refusals_told(self.layout, ".") if self.layout else nullcontext():
                return read()
        except SourceError as error:
            self.problems += error.problems
            return None

    def check(self, check: Callable[[], Iterable[Problem]]) -> None:
        """Record the problems that a check yields."""
        self.problems += self.of(lambda: list(check())) or ()

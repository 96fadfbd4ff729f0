"""Offsets in a text as lines and columns, both from 1."""

from bisect import bisect_right
from itertools import accumulate


class Lines:
    """The lines of a text whose line ends are line feeds."""

    __slots__ = ("_starts", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self._starts = [0, *accumulate(len(line) + 1 for line in text.split("\n")[:-1])]

    def place(self, offset: int) -> tuple[int, int]:
        """Return the line and column of the character at `offset`."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def span(self, number: int) -> tuple[int, int]:
        """Return the offsets of a line's first character and of its end."""
        return self._starts[number - 1], (self._starts[number] - 1 if number < len(self._starts) else len(self.text))

    def line(self, number: int) -> str:
        """Return the text of a line without its line feed."""
        start, end = self.span(number)
        return self.text[start:end]

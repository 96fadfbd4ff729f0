"""Where an offset in a text stands: line and column, both from 1."""

from bisect import bisect_right


class Lines:
    """The lines of a text that ends them with line feeds."""

    __slots__ = ("_starts", "text")

    def __init__(self, text: str) -> None:
        """Find where every line starts."""
        self.text = text
        self._starts = [0]
        for line in text.split("\n")[:-1]:
            self._starts.append(self._starts[-1] + len(line) + 1)

    def place(self, offset: int) -> tuple[int, int]:
        """Return line and column of the character at `offset`."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def span(self, number: int) -> tuple[int, int]:
        """Return the offsets of a line’s first character and of its end."""
        end = self._starts[number] - 1 if number < len(self._starts) else len(self.text)
        return self._starts[number - 1], end

    def line(self, number: int) -> str:
        """Return the text of a line without its end."""
        start, end = self.span(number)
        return self.text[start:end]

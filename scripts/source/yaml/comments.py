"""The comments of a YAML file, which its parser discards."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from source.lines import Lines

_ENDS = re.compile("[\n\r\x85\u2028\u2029]")
_END = re.compile(rf"{_ENDS.pattern}|\Z")
"""The end of a line by YAML 1.1 (5.4): what follows U+2028 is no comment, though editors show it on the same line."""


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment from its "#" on, without trailing white space; `alone` if nothing else is on its line."""

    text: str
    line: int
    column: int
    alone: bool


def comments(lines: Lines) -> Iterator[Comment]:
    """Yield the comments of a text that `reader.compose` accepts, in order."""
    text, end = lines.text, 0
    spans = _scalars(text)
    span = (0, 0)
    while (start := text.find("#", end)) != -1:
        while span[1] <= start:
            end = max(end, span[1])
            span = next(spans, (len(text), len(text) + 1))
        if span[0] <= start:
            end = span[1]
        else:
            line, column = lines.place(start)
            *ended, before = _ENDS.split(text[end:start])  # since the last value or comment
            alone = not before.strip() and (bool(ended) or end == start - column + 1)
            end = _END.search(text, start).start()  # type: ignore[union-attr]
            yield Comment(text[start:end].rstrip(), line, column, alone)


def _scalars(text: str) -> Iterator[tuple[int, int]]:
    """Yield the start and end of every scalar, in which a "#" does not begin a comment."""
    for event in yaml.parse(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
        if isinstance(event, yaml.ScalarEvent):
            start, end = (mark.index for mark in (event.start_mark, event.end_mark) if mark)
            yield (text.index("\n", start) if event.style in {"|", ">"} else start), end

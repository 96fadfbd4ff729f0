"""Finds the comments of a YAML file, which its parser throws away."""

from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from source.lines import Lines


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment from its "#" on, without white space at its end; `alone` where nothing else stands on its line."""

    text: str
    line: int
    column: int
    alone: bool


def comments(lines: Lines) -> Iterator[Comment]:
    """Yield the comments of a text that `yaml_text.compose` could read, in their order."""
    text, end = lines.text, 0
    spans = _scalars(text)
    span = (0, 0)
    while (start := text.find("#", end)) != -1:
        while span[1] <= start:
            span = next(spans, (len(text), len(text) + 1))
        if span[0] <= start:
            end = span[1]
        else:
            line, column = lines.place(start)
            whole = lines.line(line)
            end = start + len(whole) - column + 1
            yield Comment(text[start:end].rstrip(), line, column, not whole[: column - 1].strip())


def _scalars(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the scalars begin and end: in them a "#" begins no comment."""
    for event in yaml.parse(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
        if isinstance(event, yaml.ScalarEvent):
            start, end = (mark.index for mark in (event.start_mark, event.end_mark) if mark)
            yield (text.index("\n", start) if event.style in {"|", ">"} else start), end

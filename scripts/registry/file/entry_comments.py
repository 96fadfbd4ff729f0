"""The assignment of comments to entries."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from source.lines import Lines
from source.yaml.comments import Comment, comments
from source.yaml.nodes import Fields, Node


@dataclass(frozen=True, slots=True)
class Placed:
    """A comment and the index of its entry, -1 for the head of the file.

    `proper` is True for whole lines at the head of the file and directly above an entry.
    """

    comment: Comment
    entry: int
    proper: bool


def placed_comments(lines: Lines, tree: Node) -> Iterator[Placed]:
    """Yield the comments of a registry; one in an improper place belongs to the entry around or before it."""
    head = tree.keys[0].line if isinstance(tree, Fields) and tree.keys else 1
    starts = [item.line for item in tree.items("signatories")] if isinstance(tree, Fields) else []
    spans = enumerate(zip([0, *starts], starts, strict=False))
    above = {line: entry for entry, (before, start) in spans for line in _lines_above(start, before, lines)}
    for comment in comments(lines):
        if comment.line < head or not starts:
            yield Placed(comment, -1, proper=comment.alone and comment.line < head)
        elif comment.alone and comment.line in above:
            yield Placed(comment, above[comment.line], proper=True)
        else:
            yield Placed(comment, max(bisect_right(starts, comment.line) - 1, -1), proper=False)


def _lines_above(start: int, before: int, lines: Lines) -> Iterator[int]:
    """Yield the lines above an entry with a comment, a dash or nothing, back to the line `before`."""
    line = start - 1
    while line > before and ((text := lines.line(line).strip()) in {"", "-"} or text.startswith("#")):
        yield line
        line -= 1

"""The head of a page: the fields above its Markdown, between two lines of "---"."""

import re
from pathlib import Path

from source.files import read_text
from source.tree import Fields
from source.yaml_text import parse

_HEAD = re.compile(r"\A---\n(.*?)^---$", re.DOTALL | re.MULTILINE)


def read_head(path: Path, shown: str) -> Fields:
    """Return the fields of a page's head, none where it has no head; SourceError where it cannot be read."""
    head = _HEAD.match(read_text(path, shown))
    tree = parse("\n" + head[1], shown) if head and head[1].strip() else None  # a line for that of "---"
    return tree if isinstance(tree, Fields) else Fields({}, (), 1, 1)


def end_of_head(text: str) -> int:
    """Return where the Markdown of a page begins."""
    head = _HEAD.match(text)
    return head.end() if head else 0

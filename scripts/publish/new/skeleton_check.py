"""Validation of a project that `make new` wrote: every blank is filled in, and nothing is left of what it came from."""

import re
from collections.abc import Iterator
from pathlib import Path

from publish.new.phrases import Found, Origin, Phrases
from source.files import read_text
from source.languages import CONFIGURATION
from source.layout import Layout
from source.problems import BLANK, FILL_IN, Message, Problem, SourceError, excerpt
from source.yaml.nodes import Fields, Items, Node, Scalar
from source.yaml.reader import parse

_ABOUT = ("README.md", "CONTRIBUTING.md", "LICENSES.md")
_NO_BLANKS = ("alone",)
"""The fields whose values may begin with the mark of a blank: there it says that words are left out."""
_IN_MARKDOWN = re.compile(
    rf"(?:^(?:#+ |\d+\. |[-*] |[a-z]+: \"?)?|\| ){BLANK} ?(?P<example>[^|\n]*?)\"?(?: \||$)", re.MULTILINE
)


def check_skeleton(layout: Layout) -> list[Problem]:
    """Return a problem for every blank and every leftover phrase; none in a project that has no skeleton."""
    if not (phrases := Phrases.load(layout)):
        return []
    found: list[Problem] = []
    for path in _files(layout):
        shown = layout.shown(path)
        try:
            text = read_text(path, shown)
            found += [*blanks(text, shown), *(_leftover(each, shown) for each in phrases.within(text))]
        except SourceError as error:
            found += error.problems
    unfilled = {(each.path, each.line) for each in found if each.rule == "blank"}
    return sorted(each for each in found if each.rule != "leftover" or (each.path, each.line) not in unfilled)


def _files(layout: Layout) -> list[Path]:
    """Return the files that are a project's own, without the registry, which begins empty and may be long."""
    data = [path for path in layout.data.glob("*.yaml") if path.name != "signatories.yaml"]
    own = [layout.root / CONFIGURATION, *(layout.root / name for name in _ABOUT), *layout.docs.rglob("*.md")]
    return sorted({*data, *own, *layout.editions.rglob("*.txt"), *(layout.root / ".github").rglob("*.[my]*")})


def blanks(text: str, shown: str) -> Iterator[Problem]:
    """Yield a problem for every blank; what follows its mark is an example of what to write."""
    if shown.endswith(".yaml") or shown == CONFIGURATION:
        yield from (_blank(shown, node.line, node.column, node.text) for node in _scalars(parse(text, shown)))
        return
    for match in _IN_MARKDOWN.finditer(text):
        yield _blank(shown, text.count("\n", 0, match.start()) + 1, 1, f"{BLANK} {match['example']}")


def _scalars(node: Node) -> Iterator[Scalar]:
    if isinstance(node, Scalar) and node.text.startswith(BLANK):
        yield node
    elif isinstance(node, Items):
        for item in node.nodes:
            yield from _scalars(item)
    elif isinstance(node, Fields):
        for name, field in node.nodes.items():
            yield from _scalars(field) if name not in _NO_BLANKS else ()


def _blank(shown: str, line: int, column: int, text: str) -> Problem:
    return Problem(shown, line, column, "blank", "", FILL_IN, example=text.removeprefix(BLANK).strip())


def _leftover(found: Found, shown: str) -> Problem:
    words = excerpt(found.words)
    if found.origin is Origin.FIRST:
        message = Message(
            "“{words}” is of the first declaration: write the words of your own text instead.", words=words
        )
    else:
        message = Message("“{words}” is an example of the skeleton: write your own words instead.", words=words)
    return Problem(shown, found.line, 1, "leftover", "", message)

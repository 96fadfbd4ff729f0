"""Validation of a project that `make new` wrote: every blank is filled in, and nothing is left of what it came from.

Phrases are known by their digests: the words of the first declaration, and those that a skeleton shows as examples.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path

from registry.words.folding import fold
from source.files import read_text
from source.languages import CONFIGURATION
from source.layout import Layout
from source.problems import BLANK, FILL_IN, Message, Problem, SourceError, excerpt
from source.yaml.nodes import scalars
from source.yaml.reader import parse

LOCK = "skeleton.lock"
"""The file with the phrases that `make new` writes into the data of a project."""
_FIRST, _EXAMPLE = "first", "example"
"""Where a phrase of the lock comes from."""
_ABOUT = ("README.md", "CONTRIBUTING.md", "LICENSES.md")
_NO_BLANKS = ("alone",)
"""The fields whose values may begin with the mark of a blank: there it says that words are left out."""
_IN_MARKDOWN = re.compile(
    rf"(?:^(?:#+ |\d+\. |[-*] |[a-z]+: \"?)?|\| ){BLANK} ?(?P<example>[^|\n]*?)\"?(?: \||$)", re.MULTILINE
)
_WORD = re.compile(r"[^\W_]+")
_MOST, _FEWEST = 8, 3
"""The largest number of words that are compared; the smallest of an example: two words may well be the right ones."""
_DIGITS = 16
"""The hexadecimal digits of a digest."""


def check_skeleton(layout: Layout) -> list[Problem]:
    """Return a problem for every blank and every leftover phrase; none in a project that has no skeleton."""
    lock = layout.data / LOCK
    if not lock.exists():
        return []
    lines = [line.split() for line in read_text(lock, layout.shown(lock)).splitlines() if not line.startswith("#")]
    origins, lengths = {digest: origin for origin, _, digest in lines}, {int(length) for _, length, _ in lines}
    found: list[Problem] = []
    for path in _files(layout):
        shown = layout.shown(path)
        try:
            text = read_text(path, shown)
            found += [*blanks(text, shown), *_leftovers(text, shown, origins, lengths)]
        except SourceError as error:
            found += error.problems
    unfilled = {(each.path, each.line) for each in found if each.rule == "blank"}
    return sorted(each for each in found if each.rule != "leftover" or (each.path, each.line) not in unfilled)


def lock_lines(first: Iterable[str], examples: Iterable[str]) -> Iterator[str]:
    """Yield the lines of the lock: origin, number of words, digest."""
    for origin, texts, fewest in ((_FIRST, first, 2), (_EXAMPLE, examples, _FEWEST)):
        phrases = {tuple(fold(word) for word in _WORD.findall(text))[:_MOST] for text in texts}
        for words in sorted(phrases):
            if len(words) >= fewest and not all(word.isdigit() for word in words):  # any text may have this day
                yield f"{origin} {len(words)} {_digest(words)}"


def _files(layout: Layout) -> list[Path]:
    """Return the files that are a project's own, without the registry, which begins empty and may be long."""
    data = [path for path in layout.data.glob("*.yaml") if path.name != "signatories.yaml"]
    own = [layout.root / CONFIGURATION, *(layout.root / name for name in _ABOUT), *layout.docs.rglob("*.md")]
    return sorted({*data, *own, *layout.editions.rglob("*.txt"), *(layout.root / ".github").rglob("*.[my]*")})


def blanks(text: str, shown: str) -> Iterator[Problem]:
    """Yield a problem for every blank; what follows its mark is an example of what to write."""
    if shown.endswith(".yaml") or shown == CONFIGURATION:
        found = (each for each in scalars(parse(text, shown), _NO_BLANKS) if each.text.startswith(BLANK))
        yield from (_blank(shown, each.line, each.column, each.text) for each in found)
        return
    for match in _IN_MARKDOWN.finditer(text):
        yield _blank(shown, text.count("\n", 0, match.start()) + 1, 1, f"{BLANK} {match['example']}")


def _blank(shown: str, line: int, column: int, text: str) -> Problem:
    return Problem(shown, line, column, "blank", "", FILL_IN, example=text.removeprefix(BLANK).strip())


def _leftovers(text: str, shown: str, origins: Mapping[str, str], lengths: set[int]) -> Iterator[Problem]:
    """Yield a problem for every known phrase; `origins` is digest → origin, `lengths` their numbers of words."""
    found = list(_WORD.finditer(text))
    folded = [fold(word[0]) for word in found]
    for start, length in ((start, length) for start in range(len(found)) for length in lengths):
        words = folded[start : start + length]
        if len(words) == length and (origin := origins.get(_digest(words))):
            span = text[found[start].start() : found[start + length - 1].end()]
            line = text.count("\n", 0, found[start].start()) + 1
            yield Problem(shown, line, 1, "leftover", "", _message(origin, excerpt(" ".join(span.split()))))


def _message(origin: str, words: str) -> Message:
    if origin == _FIRST:
        return Message("“{words}” is of the first declaration: write the words of your own text instead.", words=words)
    return Message("“{words}” is an example of the skeleton: write your own words instead.", words=words)


def _digest(words: Iterable[str]) -> str:
    return sha256(" ".join(words).encode()).hexdigest()[:_DIGITS]

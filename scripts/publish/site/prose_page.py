"""The Markdown of a page: its front matter, its HTML, its italics, and the places of words in its file."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import Self

from declaration.timeline import Event
from source.files import read_text
from source.layout import Layout
from source.lines import Lines
from source.markdown import HEAD, end_of_head, render
from source.yaml.nodes import Fields
from source.yaml.reader import parse

_EMPHASIS = re.compile(r"([*_])(\S(?:.*?\S)?)\1", re.DOTALL)


def read_head(path: Path, shown: str) -> Fields:
    """Return the fields of a page's front matter, none if it has none; SourceError if it cannot be read."""
    head = HEAD.match(read_text(path, shown))
    tree = parse("\n" + head[1], shown) if head and head[1].strip() else None  # in place of the line "---"
    return tree if isinstance(tree, Fields) else Fields({}, (), 1, 1)


@dataclass(frozen=True, slots=True)
class ProsePage:
    """A Markdown file: a page below docs/<locale>/, or the words of an edition in one language.

    `markdown` is the whole file, `html` its Markdown rendered, `shown` its path in messages.
    """

    path: Path
    shown: str
    markdown: str
    html: str

    @classmethod
    def read(cls, path: Path, shown: str) -> Self:
        """Read one page; SourceError if it cannot be read."""
        text = read_text(path, shown)
        return cls(path, shown, text, render(text))

    def places(self, words: list[str]) -> Iterator[tuple[int, int]]:
        """Yield (line, column) of each of `words`; a repeated one is searched for after its previous place."""
        lines, texts = Lines(self.markdown), (self.markdown, unescape(self.markdown))
        starts = dict.fromkeys(words, end_of_head(self.markdown))
        for each in words:
            start = starts[each]
            tries = (_whole(said).search(text, start) for text in texts for said in (each, unescape(each)))
            found = next(filter(None, tries), None)
            starts[each] = found.end() if found else start
            yield lines.place(found.start() if found else start)


def prose_paths(layout: Layout) -> list[Path]:
    """Return the files of all pages, in every language."""
    return sorted(layout.docs.glob("*/*.md"))


def prose_italics(layout: Layout, timeline: Iterable[Event]) -> str:
    """Return the text that pages and timeline set in italics: fonts are subset before pages are rendered.

    An approximation is enough: fonts have the other characters too, in a file that only pages with them load.
    """
    pages = (read_text(path, layout.shown(path)) for path in prose_paths(layout))
    said = (run for event in timeline for runs in event.text.values() for run in runs)
    emphases = (run.text for run in said if run.emphasis or run.lang)
    return "".join((*(words for page in pages for words in emphasized(page)), *emphases))


def emphasized(markdown: str) -> Iterator[str]:
    """Yield the Markdown between delimiters of emphasis (* or _)."""
    return (found[2] for found in _EMPHASIS.finditer(markdown))


def _whole(words: str) -> re.Pattern[str]:
    """Return a pattern for words that are not part of a longer word or address."""
    return re.compile(rf"(?<![\w./#-]){re.escape(words)}(?![\w-])", re.IGNORECASE)

"""A reader of the text's Markdown files: passages, editor's notes, and words that belong to neither."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Self

from markdown import Markdown

from declaration.blocks import Block, blocks, is_passage_id
from declaration.model import Passage, Place, Remark, Run
from source.files import read_text
from source.layout import Layout

EXTENSIONS = ("meta", "attr_list")
"""Extensions of Python-Markdown; the site's configuration must contain at least these."""
_REMARK = re.compile(r"ed[1-9][0-9]*")


@dataclass(frozen=True, slots=True)
class Stray:
    """Words outside passages and sections. `meant` may be a mistyped id, or is ""."""

    text: str
    place: Place
    meant: str


@dataclass(frozen=True, slots=True)
class TextFile:
    """A Markdown file: its passages, its editor's notes, and words that no page of the text would show."""

    name: str
    passages: tuple[Passage, ...]
    remarks: tuple[Remark, ...]
    strays: tuple[Stray, ...]

    @classmethod
    def parse(cls, markdown: str, locale: str, path: str) -> Self:
        """Read one Markdown text; `path` is how messages name it."""
        found = list(blocks(Markdown(extensions=list(EXTENSIONS)).convert(markdown)))
        passages = (block for block in found if block.is_passage)
        lines = {block.id: _lines_of(block.id, markdown) for block in found if block.is_passage}
        return cls(
            Path(path).name,
            tuple(Passage(each.id, locale, each.runs, Place(path, next(lines[each.id], 1))) for each in passages),
            tuple(_remarks(found, Path(path).stem)),
            tuple(_strays(found, markdown, path)),
        )


def read_texts(layout: Layout, locale: str) -> list[TextFile]:
    """Return the files docs/<locale>/*.md in the order of their names."""
    paths = sorted((layout.docs / locale).glob("*.md"))
    return [TextFile.parse(read_text(path, layout.shown(path)), locale, layout.shown(path)) for path in paths]


def parse_sentence(markdown: str) -> tuple[Run, ...]:
    """Return the runs of a sentence outside the text, such as an event of the timeline."""
    found = blocks(Markdown(extensions=["attr_list"]).convert(markdown))
    return next((block.runs for block in found), ())


def source_path(layout: Layout, name: str) -> Path:
    """Return the path of the reference text of an edition, kept as it was received."""
    return layout.docs / "source" / name


def _remarks(found: list[Block], page: str) -> Iterator[Remark]:
    """Yield the editor's notes: each is a section with an id such as ed3, about the passages it links to."""
    starts = [number for number, block in enumerate(found) if block.is_heading] + [len(found)]
    for start, end in pairwise(starts):
        if _REMARK.fullmatch(found[start].id):
            runs = [run for block in found[start:end] for run in block.runs]
            about = dict.fromkeys(run.note or run.href.partition("#")[2] for run in runs)
            yield Remark(found[start].id, page, tuple(filter(is_passage_id, about)))


def _strays(found: list[Block], markdown: str, path: str) -> Iterator[Stray]:
    """Yield the blocks that are neither a passage nor in a section after the last passage, shown below the text.

    A section begins with a heading that has an id.
    """
    last = max((number for number, block in enumerate(found) if block.is_passage), default=-1)
    line, in_section = 1, False
    for number, block in enumerate(found):
        in_section = number > last and (in_section or block.is_section)
        if not block.is_passage:
            line = _line_of(block.text, markdown, line)
            if not in_section or (block.is_heading and not block.id):
                yield Stray(block.text, Place(path, line), block.meant)


def _lines_of(passage_id: str, markdown: str) -> Iterator[int]:
    """Yield the lines of the words with an id: those above its `{#id}`."""
    for match in re.finditer(rf"\{{:?[ ]*#{re.escape(passage_id)}[ ]*\}}", markdown):
        yield max(1, markdown.count("\n", 0, match.start()))


def _line_of(text: str, markdown: str, start: int) -> int:
    """Return the first line from `start` on that contains the beginning of a text; `start` if none does."""
    lines = markdown.split("\n")[start - 1 :]
    for words in (text[:40], *text.split()[:1]):
        for number, line in enumerate(lines, start):
            if words in " ".join(line.split()):
                return number
    return start

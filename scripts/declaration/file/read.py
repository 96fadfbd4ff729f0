"""A reader of Markdown: the passages of an edition, words that belong to none, and the editor's notes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from declaration.file.blocks import Block, blocks
from declaration.model import Passage, Place, Remark, Run
from declaration.structure.parts import Parts
from declaration.structure.passage_ids import EDITORS
from source.files import read_text
from source.layout import Layout

_REMARK = re.compile(f"{EDITORS}[1-9][0-9]*(-[1-9][0-9]*)?")


@dataclass(frozen=True, slots=True)
class Stray:
    """Words in the wrong place. `meant` may be the id of a passage, also a mistyped one, or is ""."""

    text: str
    place: Place
    meant: str


@dataclass(frozen=True, slots=True)
class TextFile:
    """The words of an edition in one language: its passages, and words that no page of the text would show."""

    passages: tuple[Passage, ...]
    strays: tuple[Stray, ...]

    @classmethod
    def parse(cls, markdown: str, parts: Parts, locale: str, path: str, title: str = "") -> Self:
        """Read one Markdown text; `path` is its name in messages, `title` the heading that it may have."""
        found = [block for block in blocks(markdown, parts) if not (block.is_heading and block.text == title)]
        passages = [block for block in found if block.is_passage]
        lines = {each.id: _lines_of(each.id, markdown) for each in passages}
        return cls(
            tuple(Passage(each.id, locale, each.runs, Place(path, next(lines[each.id], 1))) for each in passages),
            tuple(_strays(found, markdown, path)),
        )


@dataclass(frozen=True, slots=True)
class Commentary:
    """The editor's notes in the prose of the site, and `misplaced`: passages there that belong into the text."""

    remarks: tuple[Remark, ...] = ()
    misplaced: tuple[Stray, ...] = ()


def text_path(layout: Layout, edition: str, locale: str) -> Path:
    """Return the path of the words of an edition in one language."""
    return layout.editions / edition / f"{locale}.md"


def read_text_file(layout: Layout, edition: str, parts: Parts, locale: str, title: str) -> TextFile:
    """Read the words of an edition in one language; SourceError if there is no such file."""
    path = text_path(layout, edition, locale)
    return TextFile.parse(read_text(path, layout.shown(path)), parts, locale, layout.shown(path), title)


def read_commentary(layout: Layout, parts: Parts, locale: str) -> Commentary:
    """Read what the pages docs/<locale>/*.md say about the text, in the order of their names."""
    remarks: list[Remark] = []
    misplaced: list[Stray] = []
    for path in sorted((layout.docs / locale).glob("*.md")):
        markdown = read_text(path, layout.shown(path))
        found = blocks(markdown, parts)
        remarks += _remarks(found, parts, path.stem)
        for block in (block for block in found if block.is_passage):
            line = next(_lines_of(block.id, markdown), 1)
            misplaced.append(Stray(block.text, Place(layout.shown(path), line), block.id))
    return Commentary(tuple(remarks), tuple(misplaced))


def parse_sentence(markdown: str) -> tuple[Run, ...]:
    """Return the runs of a sentence outside the text, such as an event of the timeline."""
    return next((block.runs for block in blocks(markdown, Parts(()))), ())


def _remarks(found: list[Block], parts: Parts, page: str) -> Iterator[Remark]:
    """Yield the editor's notes: sections with an id such as ed3, items in them with ed3-1, about what each links to."""
    about: dict[str, dict[str, None]] = {}
    note = ""
    for block in found:
        note = block.id if block.is_heading else note
        own = block.id if _REMARK.fullmatch(block.id) else note
        about.setdefault(own, {}).update((run.note or run.href.partition("#")[2], None) for run in block.runs)
    for each in filter(_REMARK.fullmatch, about):
        yield Remark(each, page, tuple(filter(parts.is_passage, about[each])))


def _strays(found: list[Block], markdown: str, path: str) -> Iterator[Stray]:
    line = 1
    for block in found:
        if not block.is_passage:
            line = _line_of(block.text, markdown, line)
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

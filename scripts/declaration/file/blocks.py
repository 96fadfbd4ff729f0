"""A parser of Markdown, as it is rendered, into blocks: every word is in exactly one."""

import re
from dataclasses import dataclass
from html.parser import HTMLParser

from declaration.model import Run, normalised
from declaration.structure.parts import Parts
from source.markdown import render

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_INLINE = ("a", "abbr", "b", "cite", "code", "em", "i", "q", "s", "small", "span", "strong", "sub", "sup")
_VOID = ("br", "hr", "img", "wbr")
"""Elements without an end tag."""

_LIKE_AN_ID = re.compile(r"[({]\s*:?\s*#?\s*\w+(?: \d+)?\s*[)}]?\W*$|#?\s*\w+(?: \d+)?\s*[)}]\W*$")
"""A mistyped id at the end of a text: (#c3), {#c3, #c3}, {#c3}."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, list item or heading. `id` may be ""; `bare` is its attributes without a value, joined."""

    tag: str
    id: str
    bare: str
    runs: tuple[Run, ...]
    is_passage: bool

    @property
    def text(self) -> str:
        """The words on one line."""
        return normalised("".join(run.text for run in self.runs))

    @property
    def is_heading(self) -> bool:
        """Whether this is a heading of any level."""
        return self.tag in _HEADINGS

    @property
    def meant(self) -> str:
        """A possible mistyped id of a passage: another id, an attribute, or the end of the text; or ""."""
        match = _LIKE_AN_ID.search(self.text)
        return self.id + self.bare or (match[0] if match else "")


def blocks(markdown: str, parts: Parts) -> list[Block]:
    """Return the blocks with words, and passages, in the order of the page; `parts` decide what is a passage.

    A passage is the whole outermost element with its id; any other block ends where the next element begins.
    """
    parser = _Parser(parts)
    parser.feed(render(markdown))
    parser.close()
    parser.end_block()
    return [block for block in parser.blocks if block.text or block.is_passage]


class _Parser(HTMLParser):
    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self._parts = parts
        self.blocks: list[Block] = []
        self._tag, self._id, self._bare = "", "", ""
        self._runs: list[Run] = []
        self._open: list[Run] = [Run("")]
        """The style of each open inline element; within a passage, of every open element."""
        self._depth = 0
        """Open elements within a passage, including itself."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = {name: value or "" for name, value in attrs}
        if tag in _VOID:
            self._runs.append(Run(named.get("alt", "")))
        elif self._depth or tag in _INLINE:
            self._depth += bool(self._depth)
            self._open.append(_nested(self._open[-1], tag, named, self._parts.notes))
        else:
            self.end_block()
            bare = "".join(name for name, value in attrs if value in (None, "", name))
            self._tag, self._id, self._bare = tag, named.get("id", ""), bare
            self._depth = int(self._parts.is_passage(self._id))

    def handle_endtag(self, tag: str) -> None:
        if tag in _VOID:
            return
        if self._depth > 1 or (not self._depth and tag in _INLINE):
            self._depth -= bool(self._depth)
            self._open = self._open[:-1] or [Run("")]
        else:
            self.end_block()

    def handle_data(self, data: str) -> None:
        if text := re.sub(r"\s+", " ", data):
            style = self._open[-1]
            self._runs.append(Run(text, style.href, style.lang, style.note, style.emphasis))

    def end_block(self) -> None:
        self.blocks.append(Block(self._tag, self._id, self._bare, tuple(self._runs), self._parts.is_passage(self._id)))
        self._tag, self._id, self._bare, self._depth = "", "", "", 0
        self._runs, self._open = [], [Run("")]


def _nested(outer: Run, tag: str, attrs: dict[str, str], notes: str) -> Run:
    """Return the style inside an inline element: the outer one, changed by its attributes; `notes` is their prefix."""
    href = attrs.get("href", outer.href)
    note = re.fullmatch(f"#({notes}[1-9][0-9]*)", href) if notes else None
    return Run(
        text="",
        href="" if note else href,
        lang=attrs.get("lang", outer.lang),
        note=note[1] if note else outer.note,
        emphasis=outer.emphasis or tag == "em",
    )

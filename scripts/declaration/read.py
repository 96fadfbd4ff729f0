"""Reads the passages from Markdown: every paragraph or list item that carries a passage's id is one."""

import re
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path

from markdown import Markdown

from declaration.model import FORMULAS, Passage, Place, Run, is_provision_id
from source.files import read_text
from source.layout import Layout

EXTENSIONS = ("meta", "attr_list")
"""Of Python-Markdown; the site's configuration must hold at least these."""

_NOTE_LINK = re.compile(r"(?:[\w-]+\.md)?#(fn[1-9]\d*)")


def read_passages(layout: Layout, locale: str) -> Iterator[Passage]:
    """Yield the passages of docs/<locale>/*.md, file by file, each file in its own order."""
    for path in sorted((layout.docs / locale).glob("*.md")):
        yield from parse_passages(read_text(path, layout.shown(path)), locale, layout.shown(path))


def parse_passages(markdown: str, locale: str, path: str) -> Iterator[Passage]:
    """Yield the passages of one Markdown text; `path` is how messages name it."""
    collector = _Collector(is_passage_id)
    collector.feed(Markdown(extensions=list(EXTENSIONS)).convert(markdown))
    lines = {passage_id: _lines_of(passage_id, markdown) for passage_id, _ in collector.found}
    for passage_id, runs in collector.found:
        yield Passage(passage_id, locale, runs, Place(path, next(lines[passage_id], 1)))


def parse_sentence(markdown: str) -> tuple[Run, ...]:
    """Return the runs of a sentence that is no passage of the text, such as an event of the timeline."""
    collector = _Collector(lambda _: True)
    collector.feed(Markdown(extensions=["attr_list"]).convert(markdown))
    return next((runs for _, runs in collector.found), ())


def _lines_of(passage_id: str, markdown: str) -> Iterator[int]:
    """Yield where the words of an id stand: the line above its `{#id}`, which stands on a line of its own."""
    for match in re.finditer(re.escape(f"{{#{passage_id}}}"), markdown):
        yield max(1, markdown.count("\n", 0, match.start()))


def is_passage_id(text: str) -> bool:
    """Tell whether an element with this id holds a provision or a formula."""
    return text in FORMULAS or is_provision_id(text)


class _Collector(HTMLParser):
    """Walks rendered Markdown and gathers the runs of every outermost element whose id is wanted; "" is no id."""

    def __init__(self, is_wanted: Callable[[str], bool]) -> None:
        super().__init__()
        self._is_wanted = is_wanted
        self.found: list[tuple[str, tuple[Run, ...]]] = []
        self._runs: list[Run] = []
        self._open: list[Run] = []  # the settings of each open element; the first is the passage's own
        self._id = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = {name: value or "" for name, value in attrs}
        if self._open:
            self._open.append(_nested(self._open[-1], tag, named))
        elif self._is_wanted(named.get("id", "")):
            self._id, self._runs, self._open = named.get("id", ""), [], [Run("")]

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002 - elements nest, so the last one opened is meant
        if self._open:
            self._open.pop()
            if not self._open:
                self.found.append((self._id, tuple(self._runs)))

    def handle_data(self, data: str) -> None:
        if self._open and (text := re.sub(r"\s+", " ", data)):
            setting = self._open[-1]
            self._runs.append(Run(text, setting.href, setting.lang, setting.note, setting.emphasis))


def _nested(outer: Run, tag: str, attrs: dict[str, str]) -> Run:
    """Return the setting inside an inline element: the outer one, changed by what the element says."""
    href = attrs.get("href", outer.href)
    note = _NOTE_LINK.fullmatch(href)
    return Run(
        text="",
        href="" if note else href,
        lang=attrs.get("lang", outer.lang),
        note=note[1] if note else outer.note,
        emphasis=outer.emphasis or tag == "em",
    )


def source_path(layout: Layout, name: str) -> Path:
    """Return the reference text of an edition, kept as it was received."""
    return layout.docs / "source" / name

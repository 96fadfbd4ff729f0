"""The characters that prose sets in italics, read from its Markdown, as fonts are subset before pages are rendered."""

import re
from collections.abc import Iterable, Iterator

from declaration.timeline import Event
from publish.site.prose_page import prose_paths
from source.files import read_text
from source.layout import Layout

_EMPHASIS = re.compile(r"([*_])(\S(?:.*?\S)?)\1", re.DOTALL)


def prose_italics(layout: Layout, timeline: Iterable[Event]) -> str:
    """Return what pages and timeline set in italics; a letter too many or too few costs bytes, never a sign."""
    pages = (read_text(path, layout.shown(path)) for path in prose_paths(layout))
    return "".join((*(words for page in pages for words in emphasized(page)), *_set_apart(timeline)))


def emphasized(markdown: str) -> Iterator[str]:
    """Yield the stretches of Markdown between signs of emphasis."""
    return (found[2] for found in _EMPHASIS.finditer(markdown))


def _set_apart(timeline: Iterable[Event]) -> Iterator[str]:
    for event in timeline:
        yield from (run.text for runs in event.text.values() for run in runs if run.emphasis or run.lang)

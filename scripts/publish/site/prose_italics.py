"""The characters that prose sets in italics, read from its Markdown, as fonts are subset before pages are rendered."""

import re
from collections.abc import Iterable, Iterator

from declaration.timeline import Event
from publish.site.prose_page import prose_paths
from source.files import read_text
from source.layout import Layout

_EMPHASIS = re.compile(r"([*_])(\S(?:.*?\S)?)\1", re.DOTALL)


def prose_italics(layout: Layout, timeline: Iterable[Event]) -> str:
    """Return the text that pages and timeline set in italics.

    An approximation is enough: fonts have the other characters too, in a file that only pages with them load.
    """
    pages = (read_text(path, layout.shown(path)) for path in prose_paths(layout))
    return "".join((*(words for page in pages for words in emphasized(page)), *_event_italics(timeline)))


def emphasized(markdown: str) -> Iterator[str]:
    """Yield the Markdown between delimiters of emphasis (* or _)."""
    return (found[2] for found in _EMPHASIS.finditer(markdown))


def _event_italics(timeline: Iterable[Event]) -> Iterator[str]:
    for event in timeline:
        yield from (run.text for runs in event.text.values() for run in runs if run.emphasis or run.lang)

"""Validation of the prose of pages, events and labels: allowed markup, no broken links."""

import os
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import partial
from itertools import islice
from pathlib import Path

from declaration.edition_text import Text
from declaration.editions import load_editions, root_edition
from declaration.structure.parts import FORMS
from publish.checks.allowed_markup import Finding, findings, values
from publish.i18n.labels import label_files
from publish.site.prose_page import ProsePage, prose_paths
from source.layout import Layout
from source.links import is_own
from source.markdown import render
from source.problems import Collector, Message, Problem, SourceError, excerpt
from source.yaml.cursors import Cursor

_MOST = 100
"""Most problems reported for one page."""
_NO_SENTENCE = ("date", "source", "cites")
"""The fields of an event of the timeline that are not Markdown."""
_EXAMPLES = {
    "prose-element": "**kalın**, *eğik*, [bağlantı](https://ornek.example/)",
    "prose-attribute": "*co-convenor*{lang=en}",
    "prose-address": "[bağlantı](https://ornek.example/)",
    "plain-label": "",
    "broken-link": "[bağlantı](about.md#licences)",
}
_TARGET = re.compile(r"(?P<file>[\w-]+\.md)?(?:#(?P<fragment>[\w-]+))?")
_PASSAGES = {"declaration": FORMS, "side-by-side": FORMS, "background": ("prose",), "footnotes": ("notes",)}
"""Key of a page → the forms of the parts that its template shows."""


def check_prose(layout: Layout) -> list[Problem]:
    """Return a problem for all markup that is not allowed, in pages, events and labels, and for every broken link."""
    found = Collector()
    for part in (_pages, _events, _labels):
        found.check(partial(part, layout))
    return found.problems


def _pages(layout: Layout) -> Iterator[Problem]:
    """Yield the problems of all pages; links are checked only if every page can be read."""
    pages, paths = [], [*prose_paths(layout), *sorted(layout.editions.glob("*/*.md"))]
    for path in paths:
        try:
            pages.append(ProsePage.read(path, layout.shown(path)))
        except SourceError as error:
            yield from error.problems
    for page in pages:
        yield from _problems_of(page, page.html)
    if len(pages) == len(paths):
        yield from _broken_links(pages, root_edition(load_editions(layout))[1])


def _broken_links(pages: Sequence[ProsePage], text: Text) -> Iterator[Problem]:
    """Yield a problem, at its place, for every link to a page or an id that is not there; `text` is what pages show."""
    known = {page.path: {*values("id", page.html), *_shown_on(page.path.stem, text)} for page in pages}
    for page in pages:
        judged = ((link, _wrong(link, page.path, known)) for link in values("href", page.html) if is_own(link))
        broken = [(link, wrong) for link, wrong in judged if wrong]
        for (_, message), place in zip(broken, page.places([link or "()" for link, _ in broken]), strict=True):
            yield Problem(page.shown, *place, "broken-link", page.path.stem, message, example=_EXAMPLES["broken-link"])


def _shown_on(key: str, text: Text) -> Iterator[str]:
    """Yield the ids of the passages that the template of a page shows."""
    forms = _PASSAGES.get(key, ())
    yield from (each for each in text.ids if text.part_of(each).form in forms)
    yield from (part.formula for part in text.parts.all if part.formula and part.form in forms)


def _wrong(link: str, start: Path, known: Mapping[Path, Collection[str]]) -> Message | None:
    target = _TARGET.fullmatch(link)
    if not link or not target:
        return Message("“{link}” is not the file of a page.", link=link)
    path, fragment = start.parent / (target["file"] or start.name), target["fragment"]
    if path not in known:
        return Message("There is no such page: {file}.", file=target["file"])
    if fragment and fragment not in known[path]:
        return Message("The page {file} has no “{fragment}”.", file=path.name, fragment=fragment)
    return None


def accepted(path: Path, shown: str, html: str) -> str:
    """Return the HTML of a page, made with all extensions of the build; SourceError if some of it is not allowed."""
    if next(findings(html), None):
        raise SourceError(_problems_of(ProsePage.read(path, shown), html))
    return html


def _problems_of(page: ProsePage, html: str) -> Iterator[Problem]:
    """Yield a problem, at its place in the Markdown, for everything in the HTML of a page that is not allowed."""
    found = list(islice(findings(html), _MOST))
    for each, place in zip(found, page.places([each.words for each in found]), strict=True):
        yield _problem(page.shown, place, each, page.path.stem)


def _events(layout: Layout) -> Iterator[Problem]:
    path = layout.data / "timeline.yaml"
    if not os.path.lexists(path):
        return
    events = Cursor.read(layout, path).fields(("events",))["events"].items()
    for cursor in (text for event in events for name, text in event.fields().items() if name not in _NO_SENTENCE):
        yield from (_at(cursor, each) for each in findings(render(cursor.text())))


def _labels(layout: Layout) -> Iterator[Problem]:
    for path in label_files(layout):
        labels = Cursor.read(layout, path).fields().values()
        texts = (text for label in labels for text in label.fields().values())
        for cursor in (form for text in texts for form in ([text] if text.is_text else text.fields().values())):
            if "<" in cursor.text():
                yield _at(cursor, Finding("plain-label", "<"))


def _at(cursor: Cursor, found: Finding) -> Problem:
    return _problem(cursor.path, (cursor.line, cursor.node.column), found, "")


def _problem(shown: str, place: tuple[int, int], found: Finding, entry: str) -> Problem:
    words = excerpt(found.words)
    message = {
        "prose-element": Message(
            "“{words}” cannot be used here: prose contains only the elements that Markdown makes; remove the raw HTML.",
            words=words,
        ),
        "prose-attribute": Message(
            "“{words}” cannot be an attribute or its value here: only id, lang and dir may be written.", words=words
        ),
        "prose-address": Message(
            "“{words}” cannot be linked to: write https://, http://, mailto:, or the file of a page.", words=words
        ),
        "plain-label": Message("The label contains “{words}”: labels are plain text without HTML.", words=words),
    }[found.rule]
    return Problem(shown, *place, found.rule, entry, message, example=_EXAMPLES[found.rule])

"""Validation of links in prose: each leads to a page, and a heading or passage, that exists."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path

from declaration.edition_text import Text
from declaration.structure.parts import FORMS
from publish.checks.allowed_markup import values
from publish.site.prose_page import ProsePage
from source.links import is_own
from source.problems import Message, Problem

_TARGET = re.compile(r"(?P<file>[\w-]+\.md)?(?:#(?P<fragment>[\w-]+))?")
_PASSAGES = {"declaration": FORMS, "side-by-side": FORMS, "background": ("prose",), "footnotes": ("notes",)}
"""Key of a page → the forms of the parts that its template shows."""
_EXAMPLE = "[bağlantı](about.md#licences)"


def broken_links(pages: Sequence[ProsePage], text: Text) -> Iterator[Problem]:
    """Yield a problem, at its place, for every link to a page or an id that is not there; `text` is what pages show."""
    known = {page.path: {*values("id", page.html), *_shown_on(page.path.stem, text)} for page in pages}
    for page in pages:
        judged = ((link, _wrong(link, page.path, known)) for link in values("href", page.html) if is_own(link))
        broken = [(link, wrong) for link, wrong in judged if wrong]
        for (_, message), place in zip(broken, page.places([link or "()" for link, _ in broken]), strict=True):
            yield Problem(page.shown, *place, "broken-link", page.path.stem, message, example=_EXAMPLE)


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

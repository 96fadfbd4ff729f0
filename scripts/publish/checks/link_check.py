"""Validation of links in prose: each leads to a page, and a heading or passage, that exists."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path

from declaration.model import FORMULAS, PREFIXES, Kind, split_id
from publish.checks.allowed_markup import values
from publish.site.prose_page import ProsePage
from source.links import is_own
from source.problems.problem import Problem

_TARGET = re.compile(r"(?P<file>[\w-]+\.md)?(?:#(?P<fragment>[\w-]+))?")
_PASSAGES = {
    "declaration": tuple(Kind),
    "side-by-side": tuple(Kind),
    "background": (Kind.BACKGROUND,),
    "footnotes": (Kind.NOTE,),
}
"""Key of a page → the kinds of provisions that its template shows."""
_EXAMPLE = "[bağlantı](about.md#licences)"


def broken_links(pages: Sequence[ProsePage], ids: Collection[str]) -> Iterator[Problem]:
    """Yield a problem for every link to a page or an id that does not exist, at its line and column.

    `ids` are the provisions of the text that the pages show.
    """
    known = {page.path: {*values("id", page.html), *_shown_on(page.path.stem, ids)} for page in pages}
    for page in pages:
        judged = ((link, _wrong(link, page.path, known)) for link in values("href", page.html) if is_own(link))
        broken = [(link, wrong) for link, wrong in judged if wrong]
        for (_, (tr, en)), place in zip(broken, page.places([link or "()" for link, _ in broken]), strict=True):
            yield Problem(page.shown, *place, "broken-link", page.path.stem, tr, en, example=_EXAMPLE)


def _shown_on(key: str, ids: Collection[str]) -> Iterator[str]:
    """Yield the ids of the passages that the template of a page shows."""
    kinds = _PASSAGES.get(key, ())
    yield from (each for each in ids if PREFIXES[split_id(each)[0]] in kinds)
    yield from (each for each, kind in FORMULAS.items() if kind in kinds)


def _wrong(link: str, start: Path, known: Mapping[Path, Collection[str]]) -> tuple[str, str] | None:
    """Return what is wrong with a link, in Turkish and English, or None."""
    target = _TARGET.fullmatch(link)
    if not link or not target:
        return f"“{link}” bir sayfanın dosyası değil.", f"“{link}” is not the file of a page."
    path, fragment = start.parent / (target["file"] or start.name), target["fragment"]
    if path not in known:
        return f"Böyle bir sayfa yok: {target['file']}.", f"There is no such page: {target['file']}."
    if fragment and fragment not in known[path]:
        return f"{path.name} sayfasında “{fragment}” yok.", f"The page {path.name} has no “{fragment}”."
    return None

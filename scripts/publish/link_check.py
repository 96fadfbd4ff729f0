"""Every link from one page's Markdown to another leads to a page and a heading or passage that exists."""

import re
from collections.abc import Iterator
from pathlib import Path

from publish.settings import Settings
from source.files import read_text
from source.layout import Layout
from source.problem import Problem

_LINK = re.compile(r"\]\((?P<file>[\w-]+\.md)?(?:#(?P<fragment>[\w-]+))?\)")
_ANCHOR = re.compile(r"\{(?::\s*)?#([\w-]+)[^}]*\}")


def check_links(layout: Layout, settings: Settings) -> Iterator[Problem]:
    """Yield a problem for every link to a page or to an id that is not there, at its line and column."""
    for locale in settings.locales:
        for path in sorted((layout.docs / locale).glob("*.md")):
            yield from _broken(path, layout)


def _broken(path: Path, layout: Layout) -> Iterator[Problem]:
    for number, line in enumerate(read_text(path, layout.shown(path)).splitlines(), start=1):
        for link in _LINK.finditer(line):
            target = path.parent / (link["file"] or path.name)
            if not target.is_file():
                tr, en = f"Böyle bir sayfa yok: {link['file']}.", f"There is no such page: {link['file']}."
            elif link["fragment"] and link["fragment"] not in _anchors(target, layout):
                tr = f"{target.name} sayfasında “{link['fragment']}” yok."
                en = f"The page {target.name} has no “{link['fragment']}”."
            else:
                continue
            yield Problem(layout.shown(path), number, link.start() + 3, "broken-link", path.stem, tr, en)


def _anchors(path: Path, layout: Layout) -> set[str]:
    return set(_ANCHOR.findall(read_text(path, layout.shown(path))))

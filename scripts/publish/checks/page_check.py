"""Validation of pages: each has a file in every language, a title, a description and an address, and ids of its own."""

import re
from collections.abc import Collection, Iterator
from pathlib import Path

from markdown.extensions.toc import slugify

from publish.checks.allowed_markup import values
from publish.site.prose_page import read_head
from publish.site.settings import Settings
from registry.definition.model import Definition
from registry.fields import ID
from source.files import read_text
from source.layout import Layout
from source.markdown import render
from source.problems import Message, Problem, SourceError

REQUIRED = ("title", "description")
_MARKDOWN = (".md", ".markdown", ".mdown", ".mkdn", ".mkd")
"""The file extensions of what the site builder takes for a page."""
_NO_PAGES = ("assets", "editions")
"""The folders of docs/ that the site builder ignores."""


def check_pages(layout: Layout, settings: Settings) -> Iterator[Problem]:
    """Yield a problem for every page in the wrong place, or without a language, a field or a slug."""
    pages = [path for locale in settings.locales for path in sorted((layout.docs / locale).glob("*.md"))]
    yield from _elsewhere(layout, settings, pages)
    yield from _missing(layout, settings)
    for path in pages:
        yield from _wrong_head(layout, path)
        if path.stem not in settings.slugs:
            message = Message("This page has no address (extra.slugs) in mkdocs.yml.")
            yield Problem(layout.shown(path), 1, 1, "missing-slug", path.stem, message)


def _elsewhere(layout: Layout, settings: Settings, known: Collection[Path]) -> Iterator[Problem]:
    """Yield a problem for every page that the site builder would publish and no other check reads."""
    found = (path for path in sorted(layout.docs.rglob("*")) if path.suffix in _MARKDOWN and path not in known)
    for path in found:
        if path.relative_to(layout.docs).parts[0] not in _NO_PAGES:
            message = Message("Pages are only in the folder of a language in docs/, and their names end with .md.")
            example = layout.shown(layout.docs / settings.default_locale / f"{path.stem}.md")
            yield Problem(layout.shown(path), 1, 1, "page-place", path.stem, message, example=example)


def _missing(layout: Layout, settings: Settings) -> Iterator[Problem]:
    for key in settings.slugs:
        for locale in settings.locales:
            path = layout.docs / locale / f"{key}.md"
            if not path.is_file():
                message = Message("The page “{key}” is missing in “{locale}”.", key=key, locale=locale)
                yield Problem(layout.shown(path), 1, 1, "missing-page", key, message)


def _wrong_head(layout: Layout, path: Path) -> Iterator[Problem]:
    shown = layout.shown(path)
    try:
        head = read_head(path, shown)
    except SourceError as error:
        yield from error.problems
        return
    for field in REQUIRED:
        text = head.text(field)
        if not (text and text.text):
            message = Message("The head of the page lacks the field “{field}”.", field=field)
            yield Problem(shown, 1, 1, "page-field", path.stem, message, example=f"---\n{field}: …\n---")
    template = head.text("template")
    if template and not (layout.templates / template.text).is_file():
        message = Message("There is no template “{name}”.", name=template.text)
        yield Problem(shown, template.line, template.column, "page-template", path.stem, message)


def check_headings(layout: Layout, settings: Settings, definition: Definition) -> Iterator[Problem]:
    """Yield a problem for every id, explicit or made from a heading, that an entry could have too."""
    for locale in settings.locales:
        path = layout.docs / locale / "signatories.md"
        shown = layout.shown(path)
        text = read_text(path, shown) if path.is_file() else ""
        for found in values("id", render(text, "toc")):
            if re.fullmatch(ID, found) and found not in definition.reserved:
                message = Message(
                    "“{found}” can also be the id of a signatory: give the heading an id with “_” in it.", found=found
                )
                example = f"{{#{found.replace('-', '_') if '-' in found else f'{found}_'}}}"
                yield Problem(shown, _line(text, found), 1, "heading-id", "signatories", message, example=example)


def _line(text: str, found: str) -> int:
    """Return the number of the line with an id, or with the heading it is made from."""
    lines = enumerate(text.splitlines(), start=1)
    return next((n for n, line in lines if f"#{found}" in line or slugify(line.strip("# "), "-") == found), 1)

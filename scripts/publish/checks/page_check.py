"""Validation of pages: each has a file in every language, a title, a description and an address."""

from collections.abc import Collection, Iterator
from pathlib import Path

from publish.site.prose_page import read_head
from publish.site.settings import Settings
from source.layout import Layout
from source.problems.message import Message
from source.problems.problem import Problem, SourceError

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

"""Validation of HTML ids in the prose of the directory page: none may be the id of an entry."""

import re
from collections.abc import Collection, Iterator

from markdown.extensions.toc import slugify

from publish.checks.allowed_markup import values
from publish.site.settings import Settings
from registry.definition.model import Definition
from registry.fields import ID
from source.files import read_text
from source.layout import Layout
from source.markdown import render
from source.problems.message import Message
from source.problems.problem import Problem

PAGE = "signatories.md"


def check_headings(layout: Layout, settings: Settings, definition: Definition) -> Iterator[Problem]:
    """Yield a problem for every id, explicit or made from a heading, that an entry could have too."""
    for locale in settings.locales:
        path = layout.docs / locale / PAGE
        if path.is_file():
            yield from _like_entries(read_text(path, layout.shown(path)), layout.shown(path), definition.reserved)


def _like_entries(text: str, shown: str, reserved: Collection[str]) -> Iterator[Problem]:
    for found in values("id", render(text, "toc")):
        if re.fullmatch(ID, found) and found not in reserved:
            message = Message(
                "“{found}” can also be the id of a signatory: give the heading an id with “_” in it.", found=found
            )
            example = f"{{#{found.replace('-', '_') if '-' in found else f'{found}_'}}}"
            yield Problem(shown, _line(text, found), 1, "heading-id", PAGE[:-3], message, example=example)


def _line(text: str, found: str) -> int:
    """Return the number of the line with an id, or with the heading it is made from."""
    lines = enumerate(text.splitlines(), start=1)
    return next((n for n, line in lines if f"#{found}" in line or slugify(line.strip("# "), "-") == found), 1)

"""A new project: refused or written whole, with the record of what must not be left in it."""

import os
import re
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

from babel import Locale

from declaration.editions import KEY, load_editions, no_key
from publish.i18n.labels import label_files
from publish.new.generator import copy_generator
from publish.new.skeleton import Skeleton
from publish.new.skeleton_check import LOCK, lock_lines
from source.files import write_text
from source.languages import shipped_in
from source.layout import Layout
from source.problems import Message, Problem
from source.yaml.cursors import Cursor

_LOCALE = re.compile("[a-z]{2,3}")
_NAMES = ("site.name", "site.wordmark")
_HEAD = """\
# Written by `make new`: digests of words that must not be left in this project, those of the declaration that it was
# made from (first) and the examples of its blanks (example), with their numbers of words. Read by
# scripts/publish/new/skeleton_check.py.
"""


def start(layout: Layout, target: Path, locales: tuple[str, ...], key: str) -> list[Problem]:
    """Write a project for another declaration into a folder; or return what prevents it, and write nothing.

    SourceError if a file cannot be read or written.
    """
    if problems := [*_no_place(layout, target), *_no_languages(locales), *_no_key(key)]:
        return problems
    skeleton = Skeleton(layout, locales, key, str(uuid4()))
    files = dict(skeleton.files())
    copy_generator(layout, target, project_name(target), shipped_in(locales))
    for name, text in files.items():
        path = target / name
        path.parent.mkdir(parents=True, exist_ok=True)
        write_text(path, text, name)
    lines = lock_lines(_words_of_the_first(layout), skeleton.examples())
    write_text(target / "data" / LOCK, _HEAD + "".join(f"{line}\n" for line in sorted(set(lines))), LOCK)
    return []


def project_name(target: Path) -> str:
    """Return the name of a folder in a to z, digits and hyphens."""
    return re.sub("[^a-z0-9]+", "-", target.resolve().name.lower()).strip("-") or "declaration"


def _no_place(layout: Layout, target: Path) -> Iterator[Problem]:
    example = "make new DIR=../yeni-bildirge"
    if not str(target).strip() or target.resolve().is_relative_to(layout.root.resolve()):
        message = Message("Name the folder of the new project as DIR; it has to be outside of this repository.")
        yield Problem("DIR", 1, 1, "new-folder", "", message, example=example)
    elif os.path.lexists(target) and not (target.is_dir() and not any(target.iterdir())):
        message = Message("“{path}” is not an empty folder.", path=target)
        yield Problem("DIR", 1, 1, "new-folder", "", message, example=example)


def _no_languages(locales: tuple[str, ...]) -> Iterator[Problem]:
    for locale in locales:
        if not _LOCALE.fullmatch(locale) or locale not in Locale("en").languages:
            message = Message(
                "“{locale}” is not the code of a language (ISO 639): separate languages by commas, the original first.",
                locale=locale,
            )
            yield Problem("LOCALES", 1, 1, "new-language", locale, message, example="LOCALES=tr,en")
    if len(set(locales)) < len(locales):
        message = Message("One language is named twice.")
        yield Problem("LOCALES", 1, 1, "new-language", "", message, example="LOCALES=tr,en")


def _no_key(key: str) -> Iterator[Problem]:
    if not KEY.fullmatch(key):
        yield Problem("KEY", 1, 1, "edition-key", "", no_key(key), example="KEY=2027")


def _words_of_the_first(layout: Layout) -> Iterator[str]:
    """Yield what names the declaration of this project: the titles of its texts, its own names, the id of its feeds."""
    for edition in load_editions(layout):
        yield from edition.title.values()
    labels = label_files(layout)[1]
    for name, label in Cursor.read(layout, labels).fields().items():
        if name in _NAMES:
            yield from (text.text() for text in label.fields().values())
    configuration = Cursor.read(layout, layout.root / "mkdocs.yml").fields()
    yield from (configuration["site_name"].text(), configuration["extra"].fields()["feed_id"].text())

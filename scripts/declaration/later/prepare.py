"""The files of a new edition, prepared from the newest one: `make check` then says what is still to be filled in."""

import re

from declaration.editions import KEY, Edition, load_editions, no_key
from declaration.file.read import text_path
from source.files import read_text, write_text
from source.layout import Layout
from source.problems import BLANK, Message, Problem
from source.yaml.cursors import Cursor
from source.yaml.reader import parse

_PASSAGE = re.compile(r"^(\d+\. )?(?=[^\n#{][^\n]*\n *\{#)", re.MULTILINE)
"""The place in front of the words of a passage."""
_ITEM = """
  - key: {key}
    adopted: {blank} # YYYY-MM-DD
    title:
{titles}
    text:
{text}"""


def prepare(layout: Layout, key: str) -> list[Problem]:
    """Write the files of an edition; or return what prevents it, and write nothing.

    SourceError if the present editions cannot be read, or a file cannot be written.
    """
    editions = load_editions(layout)
    if problem := _refused(layout, key, editions):
        return [problem]
    newest = next(each for each in reversed(editions) if each.text)
    (layout.editions / key).mkdir(parents=True)
    for locale in newest.title:
        source, target = (text_path(layout, each, locale) for each in (newest.key, key))
        words = read_text(source, layout.shown(source)).replace(f"# {newest.title[locale]}\n", f"# {BLANK}\n", 1)
        if newest.text and locale not in newest.text.authentic:  # no source tells where the earlier words are left
            words = _PASSAGE.sub(lambda number: f"{number[1] or ''}{BLANK} ", words)
        write_text(target, words, layout.shown(target))
    path = layout.data / "editions.yaml"
    content = read_text(path, layout.shown(path)).rstrip("\n")
    write_text(path, _with_item(content, key, newest, editions), layout.shown(path))
    return []


def _refused(layout: Layout, key: str, editions: tuple[Edition, ...]) -> Problem | None:
    shown = layout.shown(layout.editions / key)
    if not KEY.fullmatch(key):
        return Problem("KEY", 1, 1, "edition-key", "", no_key(key), example="make edition KEY=2027")
    if key in {edition.key for edition in editions} or (layout.editions / key).exists():
        message = Message("There is already an edition “{key}”.", key=key)
        return Problem(shown, 1, 1, "duplicate-edition", "", message, example=f"make edition KEY={key[:4]}a")
    return None


def _with_item(content: str, key: str, newest: Edition, editions: tuple[Edition, ...]) -> str:
    """Return the content of data/editions.yaml with one more item, whose settings are those of the newest text."""
    titles = "\n".join(f"      {locale}: {BLANK}" for locale in newest.title)
    item = _ITEM.format(key=key, blank=BLANK, titles=titles, text=_settings(content, newest.key))
    if not re.search("^root:", content, re.MULTILINE):
        root = next(edition.key for edition in editions if edition.is_root)
        content = re.sub("^editions:", f"root: {root}\neditions:", content, count=1, flags=re.MULTILINE)
    return f"{content}{item}\n"


def _settings(content: str, key: str) -> str:
    """Return the lines of the settings of a text, without what is the source's own, and the ornament of its numbers."""
    items = Cursor(parse(content, ""), "").fields()["editions"].items()
    lines = [item.line for item in items] + [len(content.splitlines()) + 1]
    number = next(number for number, item in enumerate(items) if item.fields()["key"].text() == key)
    start = items[number].fields()["text"].line
    block = "\n".join(content.splitlines()[start - 1 : lines[number + 1] - 1])
    block = re.sub(r"^( *source:).*", rf"\1 {BLANK}", block, flags=re.MULTILINE)
    block = re.sub(r"^( +)ornament:.*\n(?:\1 +.*\n)*", "", f"{block}\n", flags=re.MULTILINE)
    block = re.sub(r"^( +)parts:\n(?:\1 +.*\n)*", rf"\1parts: {key}\n", block, flags=re.MULTILINE).rstrip("\n")
    return re.sub(r"^( *apparatus:)[^\n]*(?:\n +- .*)*", r"\1 []", block, flags=re.MULTILINE)

"""The skeleton: what is a declaration's own, with blanks to fill in, in the languages of the project."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from publish.i18n.cldr import autonym, is_latin, plurals
from publish.i18n.labels import label_files
from publish.new.skeleton_check import blanks
from publish.templating.formats import environment_of
from source.files import read_text
from source.languages import SHIPPED, shipped_in
from source.layout import Layout
from source.problems import BLANK
from source.yaml.cursors import Cursor
from source.yaml.reader import parse

_SIGNS = {
    "block_start_string": "<%",
    "block_end_string": "%>",
    "variable_start_string": "<<",
    "variable_end_string": ">>",
    "comment_start_string": "<#",
    "comment_end_string": "#>",
}
_FOLDER = "scripts/publish/new/skeleton"
_WORDS = "words.yaml"
_MODEL = "en"
"""The language whose words are shown where a project's own are still to be written."""
_LABEL = re.compile(r"^  (?P<locale>[a-z]+): (?P<text>.*)$")
_TO_TRANSLATE = re.compile(
    r"""^(?P<mark>\#+[ ]|\d+\.[ ]|(?:title|description):[ ])?+(?!…|---|template:|[ ]|\{)(?P<words>\S.*)$""",
    re.VERBOSE | re.MULTILINE,
)
"""A line of Markdown with words that are no blank yet."""


@dataclass(frozen=True, slots=True)
class Skeleton:
    """The skeleton of a project in some languages, with the key of its text and the id of its feeds."""

    layout: Layout
    locales: tuple[str, ...]
    key: str
    feed_id: str

    @property
    def folder(self) -> Path:
        """The folder of its files."""
        return self.layout.root / _FOLDER

    def files(self) -> Iterator[tuple[str, str]]:
        """Yield every file of the project that is its own, as path and text."""
        for name in self._names():
            if name.startswith("docs/"):
                yield from self._page(name)
            elif name not in (_WORDS, "data/labels.yaml"):
                yield name, self._rendered(name, self.locales)
        interface = label_files(self.layout)[0]
        yield "data/interface.yaml", self._labels(read_text(interface, self.layout.shown(interface)), SHIPPED)
        yield "data/labels.yaml", self._labels(self._read("data/labels.yaml"), ())

    def examples(self) -> Iterator[str]:
        """Yield the examples of the blanks, which are openly fictional; not the words that are to be translated."""
        for name in self._names():
            text = self._read(name) if name.startswith(("docs/", "data/labels")) else self._rendered(name, SHIPPED)
            yield from (problem.example for problem in blanks(text, name))

    def _names(self) -> list[str]:
        return [path.relative_to(self.folder).as_posix() for path in sorted(self.folder.rglob("*")) if path.is_file()]

    def _page(self, name: str) -> Iterator[tuple[str, str]]:
        """Yield a Markdown file in a language of the project, or, from the model, in all that are not shipped."""
        locale = next(each for each in SHIPPED if f"/{each}/" in name or name.endswith(f"/{each}.md"))
        text = self._read(name)
        named = name.replace("/key/", f"/{self.key}/")
        if locale in self.locales:
            yield named, text
        if locale == _MODEL:
            for other in (each for each in self.locales if each not in SHIPPED):
                path = re.sub(rf"/{_MODEL}(?=/|\.md$)", f"/{other}", named)
                yield path, _TO_TRANSLATE.sub(_to_translate, text)

    def _labels(self, text: str, kept: tuple[str, ...]) -> str:
        """Return a file of labels in the languages of the project, and in those that are kept in any case."""
        return "".join(line for each in text.splitlines() for line in self._label(each, {*self.locales, *kept}))

    def _label(self, line: str, kept: set[str]) -> Iterator[str]:
        found = _LABEL.match(line)
        if not found or found["locale"] in kept:
            yield f"{line}\n"
        if found and found["locale"] == _MODEL:
            for other in (each for each in self.locales if each not in SHIPPED):
                yield f"  {other}: {_blank_forms(found['text'], other) or _blank(found['text'])}\n"

    def _rendered(self, name: str, locales: tuple[str, ...]) -> str:
        words = _texts(Cursor.read(self.layout, self.folder / _WORDS))
        named = tuple(filter(is_latin, locales)) or locales[:1]  # names may have Latin letters only
        messages = shipped_in(locales)
        values = {"locales": locales, "named": named, "key": self.key, "feed_id": self.feed_id, "autonym": autonym}
        values |= {"messages": messages, "line": lambda texts: " · ".join(texts[each] for each in messages)}
        return environment_of(self.folder, **_SIGNS).get_template(name).render(**words, **values)

    def _read(self, name: str) -> str:
        return read_text(self.folder / name, name)


def _texts(cursor: Cursor) -> Any:
    """Return the words as they are written, with "" in a language that is not shipped."""
    if cursor.is_text:
        return cursor.text()
    return defaultdict(str, {name: _texts(field) for name, field in cursor.fields().items()})


def _to_translate(found: re.Match[str]) -> str:
    """Return a line of Markdown, or of the head of a page, as a blank."""
    mark, words = found["mark"] or "", found["words"]
    return f"{mark}{_blank(words) if mark.endswith(': ') else f'{BLANK} {words}'}"


def _blank(text: str) -> str:
    """Return a value of YAML, plain or quoted, as a blank with its text as the example."""
    quote = '"' if text.startswith('"') else ""
    words = text.strip('"') if quote else text
    return text if words.startswith(BLANK) else f"{quote}{BLANK} {words}{quote}"


def _blank_forms(text: str, locale: str) -> str:
    """Return plural forms as blanks, one for each that the language has; "" for a text that has no forms."""
    model = Cursor(parse(text, ""), "")
    if model.is_text:
        return ""
    forms = {each: form.text() for each, form in model.fields().items()}
    of_most = [*forms.values()][-1]
    written = (f'{each}: "{BLANK} {forms.get(each, of_most)}"' for each in plurals(locale))
    return f"{{ {', '.join(written)} }}"

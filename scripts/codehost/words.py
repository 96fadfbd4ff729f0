"""The words that people read at the code host, in the languages of the site: data/codehost.yaml."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from string import Formatter
from typing import Self

from registry.fields import in_language
from source.languages import languages
from source.layout import Layout
from source.problems.problem import MESSAGES, Problem, SourceError
from source.yaml.cursors import Cursor

_LAST = "en"
"""The language of a text that has none of the languages of the site."""


@dataclass(frozen=True, slots=True)
class Words:
    """All texts by name, each as language → text. `languages` are those of the site."""

    texts: Mapping[str, Mapping[str, str]]
    languages: tuple[str, ...]

    @classmethod
    def load(cls, layout: Layout) -> Self:
        """Read the file; SourceError names every text that lacks a language of messages, or has other {…} in one."""
        path, of_site = layout.data / "codehost.yaml", tuple(languages(layout)) or MESSAGES
        problems, texts = list[Problem](), dict[str, Mapping[str, str]]()
        for name, cursor in Cursor.read(path, layout.shown(path)).fields().items():
            try:
                texts[name] = _texts(cursor, of_site)
            except SourceError as error:
                problems += error.problems
        if problems:
            raise SourceError(problems)
        return cls(texts, of_site)

    def said(self, name: str, escape: Callable[[object], object] = str, **values: object) -> list[str]:
        """Return a text in each language of the site, with its {…} filled in.

        A value that is a mapping is language → value.
        """
        return [
            text.format(**{key: escape(_in_language(value, each)) for key, value in values.items()})
            for each, text in self.chosen(self.texts[name]).items()
        ]

    def line(self, name: str, **values: object) -> str:
        """Return a text on one line, in all languages."""
        return " · ".join(self.said(name, str, **values))

    def chosen(self, texts: Mapping[str, str]) -> Mapping[str, str]:
        """Return those of some texts that are in a language of the site, or the English one."""
        return {each: texts[each] for each in self.languages if each in texts} or {_LAST: texts[_LAST]}


@cache
def words(layout: Layout) -> Words:
    """Return the words of a project, which are read once."""
    return Words.load(layout)


def _texts(cursor: Cursor, of_site: Iterable[str]) -> Mapping[str, str]:
    fields = cursor.fields(MESSAGES, tuple(of_site))
    wanted = _named(fields[_LAST].text())
    if wrong := [each for each in fields.values() if _named(each.text()) != wanted]:
        shown = ", ".join(f"{{{name}}}" for name in sorted(wanted)) or "–"
        tr = f"Bu metinde, İngilizcesinde olduğu gibi, şunlar yer alır: {shown}."
        en = f"This text contains what the English one does: {shown}."
        raise SourceError(each.problem("text-values", tr, en) for each in wrong)
    return {language: text.text() for language, text in fields.items()}


def _named(text: str) -> frozenset[str]:
    """Return the names in braces."""
    return frozenset(name for _, name, _, _ in Formatter().parse(text) if name is not None)


def _in_language(value: object, language: str) -> object:
    return in_language(value, language) if isinstance(value, Mapping) else value

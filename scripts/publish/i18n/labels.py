"""The labels of a site in every language: the words of the interface, and the sentences about its text.

The first, in `data/interface.yaml`, are the same for every declaration; the others are in `data/labels.yaml`.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from declaration.editions import BLANK
from publish.i18n.cldr import number
from source.layout import Layout
from source.problems.problem import Problem, SourceError
from source.yaml.cursors import Cursor

SHIPPED = ("tr", "en")
"""The languages into which the interface is translated already."""


@dataclass(frozen=True, slots=True)
class Label:
    """One label: locale → text, and its place."""

    texts: Mapping[str, str]
    path: str
    line: int


@dataclass(frozen=True, slots=True)
class Labels:
    """All labels by name. `interface` and `own` are the two files as messages show them."""

    entries: Mapping[str, Label]
    locales: tuple[str, ...]
    interface: str
    own: str

    @classmethod
    def load(cls, layout: Layout, locales: tuple[str, ...]) -> Self:
        """Read both files; SourceError names every label that is in both, or lacks one of `locales`."""
        interface, own = (_File.read(path, layout.shown(path)) for path in label_files(layout))
        problems = [*interface.untranslated(locales), *_in_both(interface, own)]
        problems += [*interface.misshapen(interface.written(locales), SHIPPED), *own.misshapen(locales, ())]
        if problems:
            raise SourceError(problems)
        return cls({**interface.labels(locales), **own.labels(locales)}, locales, interface.path, own.path)

    def text(self, name: str, locale: str, /, **values: object) -> str:
        """Return a label with its {placeholders} filled in, {count} as the locale writes it; KeyError if unknown."""
        text = self.entries[name].texts[locale]
        if "{" not in text:
            return text
        if isinstance(count := values.get("count"), int):
            values["count"] = number(count, locale)
        return text.format(**values)


def label_files(layout: Layout) -> tuple[Path, Path]:
    """Return the file of the interface, and that of the sentences about the text."""
    return layout.data / "interface.yaml", layout.data / "labels.yaml"


@dataclass(frozen=True, slots=True)
class _File:
    """One file of labels."""

    entries: Mapping[str, Cursor]
    path: str

    @classmethod
    def read(cls, path: Path, shown: str) -> Self:
        return cls(Cursor.read(path, shown).fields(), shown)

    def labels(self, locales: tuple[str, ...]) -> dict[str, Label]:
        return {
            name: Label({each: entry.fields()[each].text() for each in locales}, self.path, entry.line)
            for name, entry in self.entries.items()
        }

    def misshapen(self, required: tuple[str, ...], more: tuple[str, ...]) -> Iterator[Problem]:
        """Yield a problem for every label without a text in one of the languages, or with one in another language."""
        for entry in self.entries.values():
            try:
                for text in entry.fields(required, more).values():
                    text.text()
            except SourceError as error:
                yield from error.problems

    def written(self, locales: Iterable[str]) -> tuple[str, ...]:
        """Return those of some languages in which the file has at least one label."""
        found = {locale for entry in self.entries.values() if not entry.is_text for locale in entry.fields()}
        return tuple(each for each in locales if each in found)

    def untranslated(self, locales: tuple[str, ...]) -> Iterator[Problem]:
        """Yield one problem for every language in which no label is written."""
        for locale in sorted({*locales} - {*self.written(locales)}):
            count = len(self.entries)
            tr = f"Arayüz {locale} diline çevrilmemiş: {count} etiketin her birinin altına “{locale}: …” yazın."
            en = f"The interface is not translated into {locale}: write “{locale}: …” below each of its {count} labels."
            first = next(iter(self.entries), "nav.skip")
            example = f"{first}:\n  {locale}: {BLANK}"
            yield Problem(self.path, 1, 1, "untranslated-interface", locale, tr, en, example=example)


def _in_both(interface: _File, own: _File) -> Iterator[Problem]:
    for name in own.entries.keys() & interface.entries.keys():
        other = f"{interface.path}:{interface.entries[name].line}"
        tr = f"“{name}” etiketi iki dosyada da var ({other}): birini silin."
        en = f"The label “{name}” is in both files ({other}): delete one of the two."
        yield own.entries[name].problem("duplicate-label", tr, en)

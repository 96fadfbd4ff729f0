"""The labels of a site in every language: the words of the interface, and the sentences about its text.

The first, in `data/interface.yaml`, are the same for every declaration; the others are in `data/labels.yaml`.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from publish.i18n.cldr import number, plural, plurals
from source.languages import SHIPPED
from source.layout import Layout
from source.problems import BLANK, Message, Problem, SourceError, refuse
from source.yaml.cursors import Cursor
from source.yaml.placeholders import unlike

_PARTS_OF_DATES = ("day", "day_month", "month_day", "short_month")
"""Placeholders that may stand for each other: how a date is written depends on the language."""


@dataclass(frozen=True, slots=True)
class Label:
    """One label and its place. `texts` is locale → plural category → text; "other" alone if no number matters."""

    texts: Mapping[str, Mapping[str, str]]
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
        read = [Cursor.read(layout, path) for path in label_files(layout)]
        interface, own = (_File(each.fields(), each.path) for each in read)
        problems = [*interface.untranslated(locales), *_in_both(interface, own)]
        problems += [*interface.misshapen(interface.written(locales), SHIPPED), *own.misshapen(locales, ())]
        if not problems:
            problems += [*interface.unlike(), *own.unlike()]
        refuse(problems)
        entries = {**interface.entries, **own.entries}
        labels = {name: _label(entry, locales) for name, entry in entries.items()}
        return cls(labels, locales, interface.path, own.path)

    def text(self, name: str, locale: str, /, **values: object) -> str:
        """Return a label with its {placeholders} filled in; KeyError if unknown.

        {count} is written as the locale writes numbers, in the plural form of the label that the number has there.
        """
        forms = self.entries[name].texts[locale]
        text = [*forms.values()][-1]
        if isinstance(count := values.get("count"), int):
            text = forms.get(plural(count, locale), text)
            values["count"] = number(count, locale)
        return text.format(**values) if "{" in text else text

    def optional(self, name: str, locale: str) -> str:
        """Return a label that a site need not have, "" if it has none."""
        return self.text(name, locale) if name in self.entries else ""

    def letters(self) -> frozenset[str]:
        """Return the letters, small and capital, of the languages in which the interface is not shipped."""
        others = [locale for locale in self.locales if locale not in SHIPPED]
        written = "".join(
            text for label in self.entries.values() for locale in others for text in label.texts[locale].values()
        )
        return frozenset(letter for letter in written.lower() + written.upper() if letter.isalpha())


def label_files(layout: Layout) -> tuple[Path, Path]:
    """Return the file of the interface, and that of the sentences about the text."""
    return layout.data / "interface.yaml", layout.data / "labels.yaml"


@dataclass(frozen=True, slots=True)
class _File:
    """One file of labels."""

    entries: Mapping[str, Cursor]
    path: str

    def misshapen(self, required: tuple[str, ...], more: tuple[str, ...]) -> Iterator[Problem]:
        """Yield a problem for every label without a text in one of the languages, or with one in another language."""
        for entry in self.entries.values():
            try:
                for locale, text in entry.fields(required, more).items():
                    _forms(text, locale)
            except SourceError as error:
                yield from error.problems

    def unlike(self) -> Iterator[Problem]:
        """Yield a problem for every label whose placeholders are not the same in all languages."""
        for entry in self.entries.values():
            texts = _label(entry, entry.fields()).texts
            yield from unlike(entry, {locale: [*forms.values()] for locale, forms in texts.items()}, _PARTS_OF_DATES)

    def written(self, locales: Iterable[str]) -> tuple[str, ...]:
        """Return those of some languages in which the file has at least one label."""
        found = {locale for entry in self.entries.values() if not entry.is_text for locale in entry.fields()}
        return tuple(each for each in locales if each in found)

    def untranslated(self, locales: tuple[str, ...]) -> Iterator[Problem]:
        """Yield one problem for every language in which no label is written."""
        for locale in sorted({*locales} - {*self.written(locales)}):
            message = Message(
                "The interface is not translated into {locale}: write “{locale}: …” below each of its {count} labels.",
                locale=locale,
                count=len(self.entries),
            )
            first = next(iter(self.entries), "nav.skip")
            example = f"{first}:\n  {locale}: {BLANK}"
            yield Problem(self.path, 1, 1, "untranslated-interface", locale, message, example=example)


def _label(entry: Cursor, locales: Iterable[str]) -> Label:
    """Return a label whose shape has been checked."""
    return Label({locale: _forms(entry.fields()[locale], locale) for locale in locales}, entry.path, entry.line)


def _forms(cursor: Cursor, locale: str) -> Mapping[str, str]:
    """Return the forms of a text by plural category, "other" of one for all; SourceError if the language needs more."""
    if cursor.is_text:
        return {"other": cursor.text()}
    needed = plurals(locale)
    examples = {each: f'{each}: "{{count}} …"  # {", ".join(numbers)}' for each, numbers in needed.items()}
    return {each: form.text() for each, form in cursor.fields(tuple(needed), (), examples).items()}


def _in_both(interface: _File, own: _File) -> Iterator[Problem]:
    for name in own.entries.keys() & interface.entries.keys():
        other = f"{interface.path}:{interface.entries[name].line}"
        message = Message(
            "The label “{name}” is in both files ({other}): delete one of the two.", name=name, other=other
        )
        yield own.entries[name].problem("duplicate-label", message)

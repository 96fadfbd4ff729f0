"""The labels of the interface in every language, read from `data/labels.yaml`."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from publish.i18n.cldr import number
from source.layout import Layout
from source.problems.problem import Problem, SourceError
from source.yaml.cursors import Cursor


@dataclass(frozen=True, slots=True)
class Labels:
    """All labels. `texts` is name → locale → text, `lines` is name → line in the file, `path` the file in messages."""

    texts: Mapping[str, Mapping[str, str]]
    lines: Mapping[str, int]
    path: str

    @classmethod
    def load(cls, layout: Layout, locales: tuple[str, ...]) -> Self:
        """Read the file; SourceError names every label that lacks one of `locales`."""
        path = layout.data / "labels.yaml"
        entries = Cursor.read(path, layout.shown(path)).fields()
        problems: list[Problem] = []
        texts = {}
        for name, entry in entries.items():
            try:
                fields = entry.fields(locales, ())
                texts[name] = {locale: fields[locale].text() for locale in locales}
            except SourceError as error:
                problems.extend(error.problems)
        if problems:
            raise SourceError(problems)
        return cls(texts, {name: entry.line for name, entry in entries.items()}, layout.shown(path))

    def text(self, name: str, locale: str, /, **values: object) -> str:
        """Return a label with its {placeholders} filled in, {count} as the locale writes it; KeyError if unknown."""
        text = self.texts[name][locale]
        if "{" not in text:
            return text
        if isinstance(count := values.get("count"), int):
            values["count"] = number(count, locale)
        return text.format(**values)

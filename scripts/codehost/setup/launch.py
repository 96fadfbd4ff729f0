"""The launch checklist of a repository: steps in order, and the settings that the workflows need."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from codehost.texts import render, words
from registry.file.document import Plain, plain
from source.languages import SHIPPED
from source.layout import Layout
from source.problems.message import in_language
from source.yaml.cursors import Cursor

_HEADS = ("settings.step", "settings.setting", "settings.value")
"""The heads of the table of settings, as names of their words."""


@dataclass(frozen=True, slots=True)
class Setting:
    """A setting of the repository: its place, and its value in the words of each language.

    `read` is the path in the API and `expect` the expected answer; "" if the API does not show the setting. `absent`:
    an answer of 404 means that the setting is missing, not that the token has no access.
    """

    place: str
    words: Mapping[str, str]
    read: str
    expect: Plain
    absent: bool

    @classmethod
    def from_yaml(cls, cursor: Cursor) -> Self:
        """Read one item of `settings`."""
        fields = cursor.fields(("place", *SHIPPED), ("read", "expect", "absent"))
        read = fields["read"].text() if "read" in fields else ""
        expect = plain(cursor.fields(("expect",) if read else ())["expect"].node) if read else ""
        return cls(fields["place"].text(), _words(fields), read, expect, "absent" in fields)


@dataclass(frozen=True, slots=True)
class Step:
    """A step: its instructions as Markdown in each language, and its settings."""

    number: int
    words: Mapping[str, str]
    settings: tuple[Setting, ...]

    @classmethod
    def from_yaml(cls, number: int, cursor: Cursor) -> Self:
        """Read one item of `steps`."""
        fields = cursor.fields(SHIPPED, ("settings",))
        settings = fields["settings"].items() if "settings" in fields else []
        return cls(number, _words(fields), tuple(map(Setting.from_yaml, settings)))


def load_steps(layout: Layout) -> tuple[Step, ...]:
    """Return the steps; SourceError if data/launch.yaml cannot be read."""
    items = Cursor.read(layout, layout.data / "launch.yaml").fields(("steps",), ())["steps"].items()
    return tuple(Step.from_yaml(number, item) for number, item in enumerate(items, 1))


def guide_parts(layout: Layout) -> dict[str, str]:
    """Return the parts of the guide about the launch, name → Markdown: in each language the steps and the settings."""
    steps, parts = load_steps(layout), dict[str, str]()
    for locale in SHIPPED:
        heads = [in_language(words(layout).text(name), locale) for name in _HEADS]
        parts[f"launch-{locale}"] = "\n".join(f"{step.number}. {step.words[locale]}" for step in steps)
        parts[f"settings-{locale}"] = render(layout, "settings.md", steps=steps, locale=locale, heads=heads)
    return parts


def _words(fields: Mapping[str, Cursor]) -> dict[str, str]:
    return {locale: fields[locale].text() for locale in SHIPPED}

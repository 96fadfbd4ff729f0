"""Words that data gives in several languages, and which of them a reader is shown."""

from collections.abc import Iterable, Mapping
from typing import Protocol

Words = Mapping[str, str]
"""Language → what something is called in it."""


class Told(Protocol):
    """What has words of its own for every language, such as a message."""

    def told(self, language: str) -> str:
        """Return the words in a language."""


Called = Words | Told
"""What something is called, in any language."""


def in_language(words: Called, locale: str) -> str:
    """Return the words for the readers of a language: its own, or those of the last language."""
    if not isinstance(words, Mapping):
        return words.told(locale)
    return words[locale] if locale in words else [*words.values()][-1]


def in_languages(words: Called, locales: Iterable[str]) -> str:
    """Return the words for the readers of several languages on one line, each once: "türü / kind"."""
    return " / ".join(dict.fromkeys(in_language(words, locale) for locale in locales))

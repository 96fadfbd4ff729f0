"""Words that data gives in several languages, and which of them a reader is shown."""

from collections.abc import Iterable, Mapping

Words = Mapping[str, str]
"""Language → what something is called in it."""


def in_language(words: Words, locale: str) -> str:
    """Return the words for the readers of a language: its own, or those of the last language."""
    return words[locale] if locale in words else [*words.values()][-1]


def in_languages(words: Words, locales: Iterable[str]) -> str:
    """Return the words for the readers of several languages on one line, each once: "türü / kind"."""
    return " / ".join(dict.fromkeys(in_language(words, locale) for locale in locales))

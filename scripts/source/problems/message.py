"""A message: a sentence in English with {placeholders}, and what fills them in; words that data gives in languages.

Catalogues translate the sentence: data/messages/<language>.po, in the format of gettext.
"""

from collections.abc import Iterable, Mapping
from contextlib import redirect_stdout
from dataclasses import dataclass
from functools import cache
from io import StringIO
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[3] / "data" / "messages"
"""The catalogues of the generator itself, whichever site it builds."""
ENGLISH = "en"
"""The language of the sentences in the code, and of what is written in none of the languages of a site."""
Words = Mapping[str, str]
"""Language → what something is called in it."""


@dataclass(frozen=True, slots=True, init=False)
class Message:
    """A sentence and its values; messages sort by what they say in English.

    A message, a tuple of values and a mapping of language → words are told in the language of the whole.
    """

    sentence: str
    values: Mapping[str, object]

    def __init__(self, sentence: str, /, **values: object) -> None:
        """Keep a sentence, which stands in the call itself: the catalogues are checked against what is called."""
        object.__setattr__(self, "sentence", sentence)
        object.__setattr__(self, "values", values)

    def told(self, language: str) -> str:
        """Return the message in a language; in English if its catalogue lacks the sentence, or one of the values."""
        values = {name: value_in(value, language) for name, value in self.values.items()}
        sentence = self.sentence if language == ENGLISH else catalog(language).get(self.sentence, self.sentence)
        try:
            return sentence.format(**values)
        except (LookupError, ValueError):
            return self.sentence.format(**values)

    def told_in(self, languages: Iterable[str]) -> dict[str, str]:
        """Return language → the message, without languages that lack it where English is told, too."""
        texts = {each: self.told(each) for each in languages}
        return {each: text for each, text in texts.items() if each == ENGLISH or text != texts.get(ENGLISH)}

    def followed_by(self, further: "Message | None") -> "Message":
        """Return the message and a further one after it, if there is one."""
        return Message("{message} {further}", message=self, further=further) if further else self

    def replacing(self, value: str, by: "Message") -> "Message":
        """Return the message with another value in the place of `value`."""
        return Message(self.sentence, **{name: _replaced(each, value, by) for name, each in self.values.items()})

    def __str__(self) -> str:
        """Return the message in English."""
        return self.told(ENGLISH)

    def __lt__(self, other: "Message") -> bool:
        """Compare by the words in English."""
        return str(self) < str(other)

    def __hash__(self) -> int:
        """Hash the sentence: values may be mappings."""
        return hash(self.sentence)


Called = Words | Message
"""What something is called, in any language."""


def in_language(words: Called, locale: str) -> str:
    """Return the words for the readers of a language: its own, or those of the last language."""
    if isinstance(words, Message):
        return words.told(locale)
    return words[locale] if locale in words else [*words.values()][-1]


def in_languages(words: Called, locales: Iterable[str]) -> str:
    """Return the words for the readers of several languages on one line, each once: "türü / kind"."""
    return " / ".join(dict.fromkeys(in_language(words, locale) for locale in locales))


def _replaced(each: object, value: str, by: Message) -> object:
    return each.replacing(value, by) if isinstance(each, Message) else by if each == value else each


def value_in(value: object, language: str) -> object:
    """Return a value in a language: what has words for each, in its own; anything else as it is."""
    if isinstance(value, tuple):
        return ", ".join(str(value_in(each, language)) for each in value)
    return in_language(value, language) if isinstance(value, Message | Mapping) else value


@cache
def message_languages() -> tuple[str, ...]:
    """Return all languages of messages: those with a catalogue, then English."""
    return (*(path.stem for path in catalog_files()), ENGLISH)


def catalog_files() -> list[Path]:
    """Return the files of the catalogues, sorted."""
    return sorted(FOLDER.glob("*.po"))


@cache
def catalog(language: str) -> Mapping[str, str]:
    """Return sentence → translation, without those that cannot be read, which `make check` explains."""
    from babel.messages.pofile import read_po  # noqa: PLC0415 - only what tells a problem needs it

    try:
        with (FOLDER / f"{language}.po").open("rb") as file, redirect_stdout(StringIO()):  # it prints such lines
            read = read_po(file)
    except (OSError, ValueError):
        return {}
    return {str(entry.id): str(entry.string) for entry in read if entry.id and entry.string and not entry.fuzzy}

"""The catalogues that translate messages: data/messages/<language>.po, in the format of gettext."""

from collections.abc import Collection, Mapping
from contextlib import redirect_stdout
from functools import cache
from io import StringIO
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[3] / "data" / "messages"
"""The catalogues of the generator itself, whichever site it builds."""
ENGLISH = "en"
"""The language of the sentences in the code, and of what is written in none of the languages of a site."""


@cache
def message_languages() -> tuple[str, ...]:
    """Return all languages of messages: those with a catalogue, then English."""
    return (*(path.stem for path in catalog_files()), ENGLISH)


def messages_in(locales: Collection[str]) -> tuple[str, ...]:
    """Return those of some languages in which there are messages; English if there are none in any of them."""
    return tuple(each for each in message_languages() if each in locales) or (ENGLISH,)


def translated(sentence: str, language: str) -> str:
    """Return a sentence in a language; itself if the catalogue lacks it."""
    return sentence if language == ENGLISH else catalog(language).get(sentence, sentence)


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

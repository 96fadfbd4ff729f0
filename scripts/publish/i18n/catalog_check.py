"""The check of the catalogues of messages: gettext can read them, and their placeholders are filled in."""

from collections.abc import Iterator
from pathlib import Path

from babel.messages.pofile import PoFileError, read_po

from source.files import read_text
from source.problems import Message, Problem, SourceError
from source.problems.message import FOLDER, catalog_files
from source.yaml.placeholders import UNBALANCED, names_in, shown_names


def check_catalogs() -> Iterator[Problem]:
    """Yield the problems of all catalogues. What is not translated is none: it is told in English."""
    for path in catalog_files():
        yield from _problems(path, path.relative_to(FOLDER.parents[1]).as_posix())


def _problems(path: Path, shown: str) -> Iterator[Problem]:
    try:
        catalog = read_po(read_text(path, shown).splitlines(), abort_invalid=True)
    except SourceError as error:
        yield from error.problems
        return
    except PoFileError as error:
        message = Message("This line is not in the format of gettext: {line}.", line=f"“{error.line.strip()}”")
        yield Problem(shown, error.lineno + 1, 1, "catalog-form", "", message, example='msgstr "…"')
        return
    for entry in catalog:
        if entry.id and entry.string:
            yield from _placeholders(str(entry.id), str(entry.string), shown, entry.lineno or 1)


def _placeholders(sentence: str, translation: str, shown: str, line: int) -> Iterator[Problem]:
    try:
        if {*names_in([translation])} == {*names_in([sentence])}:
            return
        own, others = shown_names([translation]), shown_names([sentence])
        message = Message("The translation has {own}, but the sentence has {others}.", own=own, others=others)
    except ValueError:
        message = UNBALANCED
    yield Problem(shown, line, 1, "placeholders", "", message)

"""The languages and letters of names in the definition, each with an example."""

from registry.characters import Alphabet, no_letters
from registry.definition.checked import EXAMPLES, filled, words_in
from registry.fields import NAME_LIMIT, Field
from source.problems import Message, Problem, SourceError, excerpt, refuse
from source.yaml.cursors import Cursor


def read_alphabet(cursor: Cursor) -> Alphabet:
    """Return the characters of names, with the letters that Turkish and Western Europe lack."""
    letters = "".join(cursor.text().split())
    if wrong := no_letters(letters):
        shown = ", ".join(f"“{excerpt(each)}”" for each in wrong)
        message = Message(
            "These are no letters in one piece: {shown}. Write only the letters, with nothing between them.",
            shown=shown,
        )
        raise SourceError([cursor.problem("registry-letters", message, example=EXAMPLES["letters"])])
    return Alphabet(letters)


def read_names(cursor: Cursor, alphabet: Alphabet) -> tuple[Field, ...]:
    """Return the field of the name in each language; SourceError for examples that the rules of names would refuse."""
    languages = filled(cursor.fields(), cursor, "names")
    read = {locale: each.fields(("label", "example"), (), EXAMPLES) for locale, each in languages.items()}
    locales, pattern = tuple(languages), alphabet.pattern
    names = tuple(
        Field(locale, words_in(each["label"], locales), each["example"].text(), pattern=pattern, limit=NAME_LIMIT)
        for locale, each in read.items()
    )
    examples = (each["example"] for each in read.values())
    refuse(_unused_letters(each, alphabet) for each in examples if alphabet.foreign(each.text()))
    return names


def _unused_letters(cursor: Cursor, alphabet: Alphabet) -> Problem:
    found = alphabet.foreign(cursor.text())
    shown = ", ".join(f"“{excerpt(each)}” (U+{ord(each):04X})" for each in found)
    message = Message("Characters that names do not have: {characters}.", characters=shown)
    letters = "".join(each for each in found if not no_letters(each))
    plain = alphabet.plain(cursor.text())  # what looks the same in letters that names have
    if not letters or plain:
        return cursor.problem("registry-example", message, example=f"example: {plain or 'Example Association'}")
    further = Message("Write all letters that Turkish and the languages of Western Europe lack as “letters”.")
    message = message.followed_by(further)
    return cursor.problem("registry-example", message, example=f"letters: {alphabet.further}{letters}")

"""The {placeholders} of a text that is written in several languages: they have to be the same in each."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from string import Formatter

from source.problems import Message, Problem
from source.yaml.cursors import Cursor

UNBALANCED = Message("A brace is not closed, or stands alone: write it as in {{name}}.")


def unlike(text: Cursor, written: Mapping[str, Sequence[str]], alike: Collection[str] = ()) -> Iterator[Problem]:
    """Yield a problem for every language of a text whose placeholders are not those of its first language.

    `written` is language → all forms of the text. Placeholders in `alike` may stand for each other, such as the parts
    of a date, which languages write differently.
    """
    found = dict[str, frozenset[str]]()
    for language, forms in written.items():
        try:
            found[language] = frozenset("" if name in alike else name for name in names_in(forms))
        except ValueError:
            yield text.fields()[language].problem("placeholders", UNBALANCED)
    first = next(iter(found), "")
    for language, names in found.items():
        if names != found[first]:
            own, others = shown_names(written[language]), shown_names(written[first])
            message = Message(
                "This text has {own}, that in “{first}” has {others}; both must have the same.",
                own=own,
                first=first,
                others=others,
            )
            yield text.fields()[language].problem("placeholders", message)


def shown_names(forms: Sequence[str]) -> str:
    """Return the names in braces as messages list them."""
    return ", ".join(f"{{{name}}}" for name in sorted({*names_in(forms)})) or "–"


def names_in(forms: Sequence[str]) -> Iterator[str]:
    """Yield the names in braces; ValueError if braces are unbalanced."""
    return (name for form in forms for _, name, _, _ in Formatter().parse(form) if name is not None)

"""The {placeholders} of a text that is written in several languages: they have to be the same in each."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from string import Formatter

from source.problems.problem import Problem
from source.yaml.cursors import Cursor


def unlike(text: Cursor, written: Mapping[str, Sequence[str]], alike: Collection[str] = ()) -> Iterator[Problem]:
    """Yield a problem for every language of a text whose placeholders are not those of its first language.

    `written` is language → all forms of the text. Placeholders in `alike` may stand for each other, such as the parts
    of a date, which languages write differently.
    """
    found = dict[str, frozenset[str]]()
    for language, forms in written.items():
        try:
            found[language] = _named(forms, alike)
        except ValueError:
            tr = "Kapanmamış ya da tek başına duran bir süslü ayraç var: {ad} gibi yazın."
            en = "A brace is not closed, or stands alone: write it as in {name}."
            yield text.fields()[language].problem("placeholders", tr, en)
    first = next(iter(found), "")
    for language, names in found.items():
        if names != found[first]:
            own, others = _shown(written[language]), _shown(written[first])
            tr = f"Bu metindekiler: {own or 'hiçbiri'}. “{first}” metnindekiler: {others or 'hiçbiri'}. Aynı olmalılar."
            en = f"This text has {own or 'none'}, that in “{first}” has {others or 'none'}; both must have the same."
            yield text.fields()[language].problem("placeholders", tr, en)


def _named(forms: Sequence[str], alike: Collection[str]) -> frozenset[str]:
    return frozenset("" if name in alike else name for name in _names(forms))


def _shown(forms: Sequence[str]) -> str:
    return ", ".join(f"{{{name}}}" for name in sorted({*_names(forms)}))


def _names(forms: Sequence[str]) -> Iterator[str]:
    """Yield the names in braces; ValueError if braces are unbalanced."""
    return (
        name
        for form in forms
        if "{" in form or "}" in form
        for _, name, _, _ in Formatter().parse(form)
        if name is not None
    )

"""The reader of the parts of a text: each has a kind and a prefix of its own, and ids that no page can have."""

from collections import Counter
from collections.abc import Iterator, Sequence

from declaration.structure.parts import Part, Parts
from declaration.structure.passage_ids import EDITORS
from source.files import is_device_name
from source.problems import Message, Problem, refuse
from source.yaml.cursors import Cursor

_TEXTS = "v"
"""The folder of the frozen texts."""


def read_parts(cursor: Cursor, locales: Sequence[str]) -> Parts:
    """Read `parts` of an edition; `locales` are the languages of the text. SourceError if they do not fit together."""
    items = cursor.items()
    parts = tuple(Part.from_yaml(each, locales) for each in items)
    refuse(each for pair in zip(parts, items, strict=True) for each in _problems(*pair, parts, locales))
    return Parts(parts)


def _problems(part: Part, cursor: Cursor, parts: Sequence[Part], locales: Sequence[str]) -> Iterator[Problem]:
    fields = cursor.fields()
    kinds = Counter(each.kind for each in parts)
    prefixes = Counter(prefix for each in parts for prefix in (each.prefix, each.formula) if prefix)
    if kinds[part.kind] > 1:
        yield fields["kind"].problem("part-twice", Message("“{kind}” is the kind of two parts.", kind=part.kind))
    for key, prefix in (("prefix", part.prefix), ("formula", part.formula)):
        if prefixes[prefix] > 1 or prefix == EDITORS or _is_taken(part, prefix, locales):
            yield fields[key].problem("part-twice", Message("“{prefix}” is the id of something else.", prefix=prefix))
    for key in ("heading", "label"):
        for locale in (locale for locale in locales if locale not in fields[key].fields()):
            message = Message("“{key}” is missing in this language: {locale}.", key=key, locale=locale)
            yield fields[key].problem("part-language", message, example=f"{locale}: …")


def _is_taken(part: Part, prefix: str, locales: Sequence[str]) -> bool:
    """Return whether pages below this prefix would have the address of a language or of texts, or a device's name."""
    return is_device_name(f"{prefix}1") or (
        part.form == "opening" and (prefix in (*locales, _TEXTS) or is_device_name(prefix))
    )

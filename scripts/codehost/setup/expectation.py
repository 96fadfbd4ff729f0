"""Subset comparison: an answer of the API must contain what is expected, and may contain more."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase
from typing import Any

from registry.file.document import Plain

_OR = " | "
"""The separator of the alternatives of a text."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A difference from what is expected: the path of keys, and the value found.

    `hidden`: the answer lacks the field, as it does if the token has no access to it.
    """

    path: str
    found: str
    hidden: bool = False


def differences(expected: Plain, answer: Any, path: str = "") -> Iterator[Difference]:
    """Yield the differences from what is expected. In texts, "*" is anything, "?" one character, and " | " means or."""
    if isinstance(expected, dict):
        yield from _fields(expected, answer, path)
    elif isinstance(expected, list):
        yield from _items(expected, answer, path)
    elif not any(fnmatchcase(_text(answer), pattern) for pattern in expected.split(_OR)):
        yield Difference(path, _text(answer))


def _fields(expected: dict[str, Plain], answer: Any, path: str) -> Iterator[Difference]:
    if not isinstance(answer, dict):
        yield Difference(path, _text(answer))
        return
    for key, value in expected.items():
        below = f"{path}.{key}".lstrip(".")
        if key in answer:
            yield from differences(value, answer[key], below)
        else:
            yield Difference(below, "", hidden=True)


def _items(expected: list[Plain], answer: Any, path: str) -> Iterator[Difference]:
    """Yield the differences of lists: each expected item matches another item; an empty list expects none."""
    rest = list(answer) if isinstance(answer, list) else []
    if not expected and rest:
        yield Difference(path, _text(rest[0]))
    for item in expected:
        fitting = next((at for at, each in enumerate(rest) if not any(differences(item, each))), None)
        if fitting is None:
            yield from _closest(item, rest, f"{path}[{_name(item)}]")
        else:
            del rest[fitting]


def _closest(item: Plain, rest: list[Any], path: str) -> Iterator[Difference]:
    """Yield the differences of the item of the same name, or its absence."""
    if isinstance(item, dict) and item:
        key, name = next(iter(item.items()))
        for each in rest:
            if isinstance(each, dict) and not any(differences(name, each.get(key))):
                yield from (replace(found, hidden=False) for found in differences(item, each, path))
                return
    yield Difference(path, "")


def _name(item: Plain) -> str:
    while not isinstance(item, str):
        item = next(iter(item.values() if isinstance(item, dict) else item), "")
    return item


def _text(value: Any) -> str:
    """Return a value as JSON and the data files write it."""
    return json.dumps(value) if value is None or isinstance(value, bool) else str(value)

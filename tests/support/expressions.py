"""Conditions of workflows, as the code host evaluates them: the few operators and functions that ours use."""

import re
from typing import Any

_TOKEN = re.compile(r"'[^']*'|&&|\|\||==|!=|!|\w+(?:\.[\w*]+)*|[(),]")
_PYTHON = {"&&": "and", "||": "or", "!": "not", "==": "==", "!=": "!=", "(": "(", ")": ")", ",": ","}


def holds(condition: str, github: dict[str, Any]) -> bool:
    """Return whether a condition is true for the context `github`."""
    words = []
    for token in _TOKEN.findall(condition):
        if token in _PYTHON or token == "contains":  # noqa: S105 - a word of the language
            words.append(_PYTHON.get(token, token))
        else:
            words.append(token if token.startswith("'") else f"find({token!r})")

    def find(path: str) -> Any:
        return _find({"github": github}, path.split("."))

    return bool(eval(" ".join(words), {"find": find, "contains": _contains}))  # noqa: S307 - our own workflows


def _contains(where: Any, what: str) -> bool:
    """Search a list for an item, a text for a part, without regard to case."""
    if isinstance(where, list):
        return what.casefold() in [str(each).casefold() for each in where]
    return what.casefold() in str(where or "").casefold()


def _find(value: Any, path: list[str]) -> Any:
    """Return the value at a path; None if there is none."""
    if not path:
        return value
    if path[0] == "*":
        return [_find(each, path[1:]) for each in value or ()]
    return _find(value.get(path[0]), path[1:]) if isinstance(value, dict) else None

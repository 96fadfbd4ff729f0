"""Several things in one sentence, as each language joins them."""

from collections.abc import Iterable
from functools import cache

from babel.lists import format_list


def text_list(texts: Iterable[str], locale: str) -> str:
    """Return "2018 ve 2021" or "2018 and 2021"."""
    return _joined(tuple(texts), locale)


@cache  # thousands of entries share a few lists
def _joined(texts: tuple[str, ...], locale: str) -> str:
    return format_list(texts, locale=locale)

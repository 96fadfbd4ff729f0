"""Prerendered pages: a template rendered once, with marks where its values belong, and cut there.

Thousands of pages like it cost a join each.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Self

from markupsafe import Markup, escape

Render = Callable[[str, Mapping[str, object]], str]
"""Fills in a page template: (name, values) → HTML."""


_MARK = re.compile("\ue000(\\w+)\ue001")
"""A name between two characters of the private use area, which no template and no escaping touches."""

_BETWEEN = "\0"
"""What stands in no value: YAML does not let it stand in a file."""


def mark(name: str) -> str:
    """Return what stands in a page for the value called `name`."""
    return f"\ue000{name}\ue001"


@dataclass(frozen=True, slots=True)
class Shell:
    """`pieces` are the stretches between the marks in UTF-8, `names` the values that belong between them."""

    pieces: tuple[bytes, ...]
    names: tuple[str, ...]

    @classmethod
    def cut(cls, html: str) -> Self:
        """Cut a rendered page at its marks."""
        parts = _MARK.split(html)
        return cls(tuple(piece.encode() for piece in parts[::2]), tuple(parts[1::2]))

    def fill(self, values: Mapping[str, str]) -> bytes:
        """Return the page with its values, escaped unless they are markup; KeyError names the one that lacks."""
        escaped = _escaped(values)
        filled = [self.pieces[0]]
        for name, piece in zip(self.names, self.pieces[1:], strict=True):
            filled += escaped[name], piece
        return b"".join(filled)


def _escaped(values: Mapping[str, str]) -> dict[str, bytes]:
    """Escape values that are not markup, all in one go: a call for each would be most of the work of a page."""
    together = str(escape(_BETWEEN.join(values.values()))).encode().split(_BETWEEN.encode()) if values else []
    escaped = dict(zip(values, together, strict=True))
    return escaped | {name: value.encode() for name, value in values.items() if isinstance(value, Markup)}

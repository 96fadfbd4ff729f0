"""Prerendering: a template is rendered once with placeholders and split there; each page is then a join.

A template gets ordinary objects. It may print the texts of a view and test whether they are empty, nothing more.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import Field, dataclass, field, replace
from typing import Any, ClassVar, Self, TypeVar

from markupsafe import Markup, escape

Render = Callable[[str, Mapping[str, object]], str]
"""Renders a page template: (name, context) → HTML."""

_MARK = re.compile("\ue000([\\w.]+)\ue001")
"""A placeholder: a name between two private-use characters, which neither templates nor escaping change."""

_BETWEEN = "\0"
"""A separator that no value contains: YAML does not allow it in a file."""


def mark(name: str) -> str:
    """Return the placeholder for the value called `name`."""
    return f"\ue000{name}\ue001"


class View:
    """An object for templates: a dataclass of texts, other views, and tuples of views.

    Fields of other types must be equal in all views that share a rendering.
    """

    __slots__ = ()
    __dataclass_fields__: ClassVar[dict[str, Field[Any]]]


AView = TypeVar("AView", bound=View)


def texts(view: View, above: str = "") -> dict[str, str]:
    """Return path → text of every text in a view that is not empty; a path is "signatures.0.evidence.url"."""
    found: dict[str, str] = {}
    for name in view.__dataclass_fields__:
        value = getattr(view, name)
        if isinstance(value, str) and value:
            found[above + name] = value
        elif isinstance(value, View):
            found |= texts(value, f"{above}{name}.")
        elif isinstance(value, tuple):
            for number, each in enumerate(value):
                found |= texts(each, f"{above}{name}.{number}.")
    return found


def marked(view: AView, above: str = "") -> AView:
    """Return a view with placeholders, each named by its path, in place of all texts that are not empty."""
    return replace(view, **{name: _marked(getattr(view, name), above + name) for name in view.__dataclass_fields__})


def in_template(view: View) -> dict[str, object]:
    """Return the fields of a view as variables of a template."""
    return {name: getattr(view, name) for name in view.__dataclass_fields__}


def _marked(value: object, path: str) -> object:
    if isinstance(value, View):
        return marked(value, f"{path}.")
    if isinstance(value, tuple):
        return tuple(marked(each, f"{path}.{number}.") for number, each in enumerate(value))
    return mark(path) if isinstance(value, str) and value else value


@dataclass(frozen=True, slots=True)
class Shell:
    """A prerendered page: `pieces` are its parts between placeholders, in UTF-8, `names` those of the placeholders."""

    pieces: tuple[bytes, ...]
    names: tuple[str, ...]

    @classmethod
    def cut(cls, html: str) -> Self:
        """Split a rendered page at its placeholders."""
        parts = _MARK.split(html)
        return cls(tuple(piece.encode() for piece in parts[::2]), tuple(parts[1::2]))

    def fill(self, values: Mapping[str, str]) -> bytes:
        """Return the page with its values, escaped unless they are Markup; KeyError names one that is missing."""
        escaped = _escaped(values)
        filled = [self.pieces[0]]
        for name, piece in zip(self.names, self.pieces[1:], strict=True):
            filled += escaped[name], piece
        return b"".join(filled)


@dataclass(slots=True)
class Shells:
    """The shells of one template, by the few forms of views: which texts they have, and what else tells them apart."""

    render: Render
    template: str
    by_form: dict[tuple[object, ...], Shell] = field(default_factory=dict)

    def fill(self, view: View, further: tuple[object, ...], context: Callable[[], Mapping[str, object]]) -> bytes:
        """Return a view as rendered; `further` is the rest of its form, `context` returns the other variables."""
        values = texts(view)
        form = (*further, *values)
        if form not in self.by_form:
            self.by_form[form] = Shell.cut(self.render(self.template, {**context(), **in_template(marked(view))}))
        return self.by_form[form].fill(values)


def _escaped(values: Mapping[str, str]) -> dict[str, bytes]:
    """Escape values that are not Markup in one call: one for each would be most of the work of a page."""
    together = str(escape(_BETWEEN.join(values.values()))).encode().split(_BETWEEN.encode()) if values else []
    escaped = dict(zip(values, together, strict=True))
    return escaped | {name: value.encode() for name, value in values.items() if isinstance(value, Markup)}

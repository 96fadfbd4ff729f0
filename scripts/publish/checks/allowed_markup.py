"""An allowlist of elements, attributes and addresses for the HTML of prose."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from html import unescape

from source.links import is_link

Rule = Callable[[str], object]
"""Returns something true if an attribute may have a value."""

ELEMENTS = frozenset((
    "a", "blockquote", "br", "code", "em", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "li", "ol", "p", "pre", "strong",
    "table", "tbody", "td", "th", "thead", "tr", "ul",
))  # fmt: skip
"""What Markdown makes. No pictures: a page of prose has none."""
_VOID = frozenset({"br", "hr"})
EVERYWHERE: dict[str, Rule] = {
    "id": re.compile(r"[A-Za-z][\w-]*", re.ASCII).fullmatch,
    "lang": re.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*").fullmatch,
    "dir": re.compile("ltr|rtl").fullmatch,
}
"""The attributes of all elements."""
OF_ELEMENTS: Mapping[str, dict[str, Rule]] = {
    "a": {"href": is_link, "title": str.isprintable},
    "ol": {"start": re.compile("[0-9]{1,4}").fullmatch},
}
"""Element → further attributes."""

_TAG = re.compile(r'<(/?)([a-z][a-z0-9]*)((?: [a-z-]+="[^"<>]*")*) ?(/?)>')
"""A tag as Markdown writes it: in lower case, every value quoted. All parsers read such tags alike."""
_ATTRIBUTE = re.compile(r' ([a-z-]+)="([^"]*)"')
_BEGINNING = re.compile(r"</?[^\s<>/]*")


@dataclass(frozen=True, slots=True)
class Finding:
    """Markup that is not allowed. `rule` is the name of the rule, `words` what to search for in the source."""

    rule: str
    words: str


def findings(html: str) -> Iterator[Finding]:
    """Yield whatever rendered prose contains that is not allowed, in order."""
    opened: list[str] = []
    position = 0
    while (position := html.find("<", position)) >= 0:
        tag = _TAG.match(html, position)
        if not tag or not _is_allowed(tag, opened):
            yield Finding("prose-element", _BEGINNING.match(html, position)[0])  # type: ignore[index] # "<" is there
        else:
            yield from _attributes(tag[2], tag[3])
        position = tag.end() if tag else position + 1
    yield from (Finding("prose-element", f"<{name}") for name in opened)


def values(attribute: str, html: str) -> Iterator[str]:
    """Yield the values of an attribute, in order."""
    return (unescape(value) for tag in _TAG.finditer(html) for name, value in _pairs(tag[3]) if name == attribute)


def _is_allowed(tag: re.Match[str], opened: list[str]) -> bool:
    """Return whether a tag is allowed; an end tag must end the last of `opened`, else it ends what is around prose."""
    ends, name = bool(tag[1]), tag[2]
    if ends and (tag[3] or tag[4] or opened[-1:] != [name]):
        return False
    if ends:
        opened.pop()
    elif name in ELEMENTS - _VOID:
        opened.append(name)
    return name in ELEMENTS and (not tag[4] or name in _VOID)


def _attributes(element: str, written: str) -> Iterator[Finding]:
    allowed = EVERYWHERE | OF_ELEMENTS.get(element, {})
    for name, value in _pairs(written):
        if name not in allowed:
            yield Finding("prose-attribute", name)
        elif not allowed[name](unescape(value)):
            yield Finding("prose-address" if name == "href" else "prose-attribute", value)


def _pairs(written: str) -> list[tuple[str, str]]:
    return _ATTRIBUTE.findall(written)

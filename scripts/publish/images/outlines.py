"""Words as outlines: the shapes and positions of their glyphs, read from a page set by Typst as SVG."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Self
from xml.etree.ElementTree import Element, fromstring

from publish.images.typst import Setting

_SVG, _LINK = "{http://www.w3.org/2000/svg}", "{http://www.w3.org/1999/xlink}href"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Glyphs of one colour in a line: its SVG transformations, and (name, x) of each glyph."""

    transforms: tuple[str, ...]
    colour: str
    letters: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Outlines:
    """The glyphs of a page. `shapes` is name → path data; the same letter in two sizes is two glyphs."""

    shapes: Mapping[str, str]
    stretches: tuple[Stretch, ...]

    @classmethod
    def of(cls, setting: Setting) -> Self:
        """Read all glyphs of a page."""
        root = fromstring(setting.svg())  # noqa: S314 - written by Typst
        symbols = {each.get("id", ""): each[0].get("d", "") for each in root.iter(f"{_SVG}symbol")}
        names = {long: f"l{number}" for number, long in enumerate(symbols)}
        return cls({names[long]: _short(path) for long, path in symbols.items()}, tuple(_stretches(root, (), names)))


def _stretches(element: Element, above: tuple[str, ...], names: Mapping[str, str]) -> Iterator[Stretch]:
    own = element.get("transform")
    transforms = (*above, own) if own else above
    if uses := element.findall(f"{_SVG}use"):
        letters = ((names[each.get(_LINK, "").removeprefix("#")], each.get("x", "0")) for each in uses)
        yield Stretch(transforms, uses[0].get("fill", ""), tuple(letters))
    for child in element:
        yield from _stretches(child, transforms, names)


def _short(path: str) -> str:
    """Return path data rounded to hundredths, without optional spaces."""
    rounded = re.sub(r"-?\d+\.\d+", lambda number: f"{float(number[0]):.2f}".rstrip("0").rstrip("."), path)
    return re.sub(r" *([A-Za-z]) *", r"\1", rounded).replace(" -", "-").replace("M0 0m", "m")

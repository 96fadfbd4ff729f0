"""The colours of pictures and printed files: those of the style sheet, read from its tokens."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Self

from PIL import ImageColor

from source.files import read_text
from source.layout import Layout
from source.problems import Message, Problem, refuse

_TOKENS = {
    "paper": "paper",
    "ink": "ink",
    "soft": "ink-soft",
    "rule": "rule-strong",
    "tile": "tile",
    "wash": "tile-wash",
}
"""Name of a colour in pictures → its token in the style sheet."""
_DRAWN = ("ink", "soft", "tile", "wash")
"""The colours that pictures have on paper."""
_COLOUR = re.compile(r"--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);")


@dataclass(frozen=True, slots=True)
class Colours:
    """The colours of both themes: name → #rrggbb. Pictures use those of the light theme."""

    light: Mapping[str, str]
    dark: Mapping[str, str]

    @classmethod
    def load(cls, layout: Layout) -> Self:
        """Read docs/assets/css/tokens.css; SourceError if it lacks a colour."""
        path = layout.docs / "assets" / "css" / "tokens.css"
        found = {name: pair for name, *pair in _COLOUR.findall(read_text(path, layout.shown(path)))}
        refuse(_missing(layout.shown(path), token) for token in _TOKENS.values() if token not in found)
        light, dark = ({name: found[token][scheme] for name, token in _TOKENS.items()} for scheme in (0, 1))
        return cls(light, dark)

    def palette(self) -> list[int]:
        """Return the palette of pictures as red, green, blue, …: each colour, and its blends with paper for edges."""
        paper = ImageColor.getrgb(self.light["paper"])
        others = [ImageColor.getrgb(colour) for name, colour in self.light.items() if name in _DRAWN]
        steps = [(colour, step / 4) for colour in others for step in (1, 2, 3, 4)]
        return [*paper, *(part for colour, share in steps for part in _mixed(paper, colour, share))]


def _mixed(one: Sequence[int], other: Sequence[int], share: float) -> list[int]:
    """Return the blend of two colours; `share` is that of the second, from 0 to 1."""
    return [round(first + (last - first) * share) for first, last in zip(one, other, strict=True)]


def _missing(path: str, token: str) -> Problem:
    message = Message("The colour “--{token}” is missing, or not written as two colours of six digits.", token=token)
    return Problem(path, 1, 1, "colour-token", "", message, example=f"--{token}: light-dark(#ffffff, #000000);")

"""The glyphs of a page with their positions and typefaces, read from a PDF of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

import typst
from pdfminer.high_level import extract_pages
from pdfminer.layout import LTChar, LTContainer

from publish.images.typst import Setting


@dataclass(frozen=True, slots=True)
class Sign:
    """One glyph; `text` has several letters in a ligature. Positions are in points from the left and the top."""

    text: str
    face: str
    size: float
    left: float
    right: float
    top: float
    bottom: float


def signs(setting: Setting) -> list[Sign]:
    """Return the glyphs of the only page, in the order in which they are drawn."""
    content = typst.compile(setting.source.encode(), format="pdf", **setting.given)
    (page,) = extract_pages(BytesIO(content), laparams=None)
    return [
        Sign(
            text=each.get_text(),
            face=each.fontname.partition("+")[2],
            size=round(each.size, 1),
            left=each.x0,
            right=each.x1,
            top=page.height - each.y1,
            bottom=page.height - each.y0,
        )
        for each in _characters(page)
    ]


def text_of(found: list[Sign]) -> str:
    """Return the words of glyphs; each line is below the one before."""
    lines = [
        ("\n" if index and sign.top - found[index - 1].top > sign.size / 2 else "") + sign.text
        for index, sign in enumerate(found)
    ]
    return "".join(lines)


def _characters(container: LTContainer) -> Iterator[LTChar]:
    for each in container:
        if isinstance(each, LTChar):
            yield each
        elif isinstance(each, LTContainer):
            yield from _characters(each)

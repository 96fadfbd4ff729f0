"""Fonts of the width of Times and Arial, as a file for a browser: a test machine rarely has those that readers have."""

from io import BytesIO

import pymupdf
from fontTools.agl import AGL2UV
from fontTools.cffLib import CFFFontSet
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.basePen import NullPen
from fontTools.ttLib import newTable

TIMES, ARIAL = "tiro", "helv"
"""Names that MuPDF has for its own fonts of the same metrics."""
_UNITS = 1000


def font(name: str) -> bytes:
    """Return one of the fonts as OpenType."""
    outlines = CFFFontSet()
    outlines.decompile(BytesIO(pymupdf.Font(name).buffer), None)
    (top,) = (outlines[each] for each in outlines.fontNames)
    glyphs = {each: top.CharStrings[each] for each in top.charset}
    for glyph in glyphs.values():
        glyph.draw(NullPen())  # that computes the width
    builder = FontBuilder(_UNITS, isTTF=False)
    builder.setupGlyphOrder(list(glyphs))
    builder.setupCharacterMap({AGL2UV[each]: each for each in glyphs if each in AGL2UV})
    builder.font["CFF "] = newTable("CFF ")
    builder.font["CFF "].cff = outlines
    builder.setupHorizontalMetrics({each: (round(glyph.width), 0) for each, glyph in glyphs.items()})
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": name, "styleName": "Regular"})
    builder.setupOS2()
    builder.setupPost()
    file = BytesIO()
    builder.save(file)
    return file.getvalue()

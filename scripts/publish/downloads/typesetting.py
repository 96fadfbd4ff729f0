"""Pages set by Typst in the look of overrides/formats/pdf/house.typ: a PDF of them, or a picture of one."""

from importlib.metadata import version
from typing import Literal

import typst

from publish.cache import cached
from publish.downloads import escapes
from publish.downloads.document import Document
from publish.typefaces import SANS, SERIF

STANDARD: Literal["ua-1"] = "ua-1"
"""ISO 14289-1, PDF/UA-1: what a screen reader needs of a PDF."""

_SEPARATOR = ";"
"""Between the names of typefaces that the look is given; house.typ splits them there."""

RESOLUTION = 254.0
"""Pixels per inch of a picture: ten for a millimetre."""


def pdf(document: Document) -> bytes:
    """Return the text as tagged PDF with bookmarks and footnotes."""
    return _set(document, "pdf/declaration.typ", "pdf")


def cover(document: Document) -> bytes:
    """Return the cover of the e-book as PNG, 1200 by 1920 pixels."""
    return _set(document, "pdf/cover.typ", "png")


def _set(document: Document, template: str, ending: Literal["pdf", "png"]) -> bytes:
    layout = document.site.layout
    house, faces = layout.templates / "formats" / "pdf", document.site.typefaces
    inputs = {role: _SEPARATOR.join(faces.families(role)) for role in (SERIF, SANS)}
    source = document.render(template, literal=escapes.typst).encode()
    look = [(house / "house.typ").read_bytes(), *faces.contents]
    versions = f"{version('typst')} {STANDARD} {RESOLUTION}"

    def compiled() -> bytes:
        return typst.compile(  # type: ignore[misc]  # its stubs want one type for source and root
            source,
            root=house,
            font_paths=list(faces.folders),
            sys_inputs=inputs,
            ignore_system_fonts=True,
            format=ending,
            pdf_standards=STANDARD,
            ppi=RESOLUTION,
        )

    return cached(layout.cache, ending, b"\0".join([versions.encode(), source, *look]), compiled)

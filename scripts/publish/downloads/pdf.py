"""The text as PDF, and the cover of the e-book, in the style of overrides/formats/pdf/house.typ."""

from publish.downloads.download_context import Document
from publish.images.typst import Setting
from publish.templating import formats

RESOLUTION = 254.0
"""Pixels per inch of the cover: ten per millimetre."""


def pdf(document: Document) -> bytes:
    """Return the text as tagged PDF with bookmarks and footnotes."""
    return _setting(document, "pdf/declaration.typ").pdf()


def cover(document: Document) -> bytes:
    """Return the cover of the e-book as PNG, 1200 by 1920 pixels."""
    return _setting(document, "pdf/cover.typ").png(RESOLUTION)


def _setting(document: Document, template: str) -> Setting:
    return Setting(document.site, document.render(template, literal=formats.typst))

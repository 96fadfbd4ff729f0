"""The formats of downloads, and the list of the files that are offered."""

from enum import StrEnum


class Format(StrEnum):
    """A format; its value is the file extension."""

    PDF = "pdf"
    DOCX = "docx"
    EPUB = "epub"
    TXT = "txt"
    MD = "md"
    JSON = "json"
    XML = "xml"

    @property
    def media_type(self) -> str:
        """The media type, as registered with IANA."""
        return _MEDIA_TYPES[self]


_MEDIA_TYPES = {
    Format.PDF: "application/pdf",
    Format.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    Format.EPUB: "application/epub+zip",
    Format.TXT: "text/plain",
    Format.MD: "text/markdown",
    Format.JSON: "application/json",
    Format.XML: "application/akn+xml",
}

FILES = (*(("declaration", ending) for ending in Format), ("council-decision", Format.DOCX))
"""(name, format) of every file, in the order in which they are offered; each comes in every language."""

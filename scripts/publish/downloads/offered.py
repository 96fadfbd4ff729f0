"""The formats of downloads, and the list of the files that are offered."""

MEDIA_TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "epub": "application/epub+zip",
    "txt": "text/plain",
    "md": "text/markdown",
    "json": "application/json",
    "xml": "application/akn+xml",
}
"""A format, by its file extension → its media type, as registered with IANA."""

FILES = (*(("declaration", ending) for ending in MEDIA_TYPES), ("council-decision", "docx"))
"""(name, format) of every file, in the order in which they are offered; each comes in every language."""

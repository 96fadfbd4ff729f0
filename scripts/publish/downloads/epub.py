"""The text as an EPUB 3 e-book."""

from collections.abc import Iterator
from datetime import UTC, datetime
from uuid import NAMESPACE_URL, uuid5

from publish.downloads.archive import pack
from publish.downloads.download_context import Document
from publish.downloads.pdf import cover

FONTS = ("serif.woff2", "serif-italic.woff2")
PARTS = ("package.opf", "nav.xhtml", "cover.xhtml", "text.xhtml", "style.css")
MEDIA_TYPE = "application/epub+zip"
_MIMETYPE = "mimetype"


def epub(document: Document) -> bytes:
    """Return the e-book; its first entry is its media type, not compressed (EPUB 3.3, section 4.2.2)."""
    return pack(_entries(document), plain=_MIMETYPE)


def _entries(document: Document) -> Iterator[tuple[str, bytes]]:
    edition, routes = document.site.edition, document.site.routes
    identity = uuid5(NAMESPACE_URL, f"{routes.absolute('')} {edition.key} {document.declaration.locale}")
    modified = datetime.fromtimestamp(document.timestamp, UTC)
    faces = document.site.assets.faces
    fallbacks = {name: face for name, face in faces.items() if face.source in document.site.typefaces.fallbacks}
    names = [*FONTS, *fallbacks]
    yield _MIMETYPE, MEDIA_TYPE.encode()
    yield "META-INF/container.xml", document.render("epub/container.xml").encode()
    for name in PARTS:
        part = document.render(f"epub/{name}", fallbacks=fallbacks, names=names, identity=identity, modified=modified)
        yield f"EPUB/{name}", part.encode()
    for name in names:
        yield f"EPUB/{name}", document.site.assets.files[name]
    yield "EPUB/cover.png", cover(document)

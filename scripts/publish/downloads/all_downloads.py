"""All downloads, made once for a build, and their digests for verification."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from hashlib import sha256

from publish.downloads.docx import docx
from publish.downloads.download_context import Document
from publish.downloads.epub import MEDIA_TYPE, epub
from publish.downloads.pdf import pdf
from publish.downloads.plain import as_json, md, txt, xml
from publish.site.site import Site

MAKERS: Mapping[tuple[str, str], Callable[[Document], bytes]] = {
    ("declaration", "pdf"): pdf,
    ("declaration", "docx"): docx,
    ("declaration", "epub"): epub,
    ("declaration", "txt"): txt,
    ("declaration", "md"): md,
    ("declaration", "json"): as_json,
    ("declaration", "xml"): xml,
    ("council-decision", "docx"): partial(docx, template="docx/council-decision.md", form=True),
}
"""(name, format) of every file, in the order in which they are offered → the function that makes it."""
MEDIA_TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "epub": MEDIA_TYPE,
    "txt": "text/plain",
    "md": "text/markdown",
    "json": "application/json",
    "xml": "application/akn+xml",
}
"""Format → its media type, as registered with IANA."""


@dataclass(frozen=True, slots=True)
class Download:
    """One file in one language, in a folder below the site's address."""

    folder: str
    name: str
    format: str
    locale: str
    content: bytes

    @property
    def kind(self) -> str:
        """Name and format, without the language: "declaration.pdf"."""
        return f"{self.name}.{self.format}"

    @property
    def media_type(self) -> str:
        """The media type of the format."""
        return MEDIA_TYPES[self.format]

    @property
    def file_name(self) -> str:
        """The name of the file: "declaration.tr.pdf"."""
        return f"{self.name}.{self.locale}.{self.format}"

    @property
    def path(self) -> str:
        """The path below the site's address."""
        return f"{self.folder}/{self.file_name}"

    @property
    def kilobytes(self) -> int:
        """The size in units of 1024 bytes, as file managers show it."""
        return -(-len(self.content) // 1024)

    @property
    def digest(self) -> str:
        """The SHA-256 of the file, in hexadecimal."""
        return sha256(self.content).hexdigest()


def full_name(site: Site, download: Download, locale: str) -> str:
    """Return the name of a file for readers, complete where nothing around it says what it contains."""
    name = site.labels.text(f"download.file.{download.kind}", locale)
    if download.name == "declaration":
        return site.labels.text("download.of_text", locale, format=name)
    return name


def make_downloads(site: Site) -> tuple[Download, ...]:
    """Make every file in every language."""
    return tuple(
        Download(site.downloads, name, ending, locale, make(Document(site, declaration)))
        for (name, ending), make in MAKERS.items()
        for locale, declaration in site.declarations.items()
    )


def download_files(downloads: Iterable[Download]) -> Iterator[tuple[str, bytes]]:
    """Yield (path, content) of every file, and of their list of digests for `sha256sum --check`."""
    downloads = sorted(downloads, key=lambda download: download.file_name)
    yield from ((download.path, download.content) for download in downloads)
    sums = (f"{download.digest}  {download.file_name}\n" for download in downloads)
    yield f"{downloads[0].folder}/SHA256SUMS", "".join(sums).encode()

"""The responses of the preview: a built site as a host would serve it, with a tag added to every page; its address."""

import mimetypes
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from posixpath import normpath
from urllib.parse import quote, urlsplit

from publish.checks.setting_check import is_site_address

_TYPES = {".js": "text/javascript", ".webmanifest": "application/manifest+json", ".woff2": "font/woff2"}
"""Media types that `mimetypes` does not know on every machine."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A response of HTTP."""

    status: int
    content: bytes
    headers: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Pages:
    """The site in `folder`, at the path `base` of its host; `tag` is the markup added to pages."""

    folder: Path
    base: str
    tag: bytes

    def answer(self, path: str) -> Answer:
        """Return the response for a path of the host."""
        if path in {"/", self.base[:-1]} and path != self.base:
            return Answer(302, b"", {"Location": quote(self.base)})
        if not path.startswith(self.base):
            return self._not_found()
        file = self.folder / normpath(f"/{path.removeprefix(self.base)}").lstrip("/")
        if file.is_dir() and not path.endswith("/"):
            return Answer(302, b"", {"Location": quote(f"{file.name}/")})
        file = file / "index.html" if path.endswith("/") else file
        return self._file(200, file) if file.is_file() else self._not_found()

    def _not_found(self) -> Answer:
        return self._file(404, self.folder / "404.html")

    def _file(self, status: int, file: Path) -> Answer:
        content = file.read_bytes()
        if file.suffix == ".html":
            page, end, rest = content.rpartition(b"</body>")
            content = page + self.tag + end + rest
        kind = _TYPES.get(file.suffix) or mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        charset = "; charset=utf-8" if kind.startswith("text/") else ""
        return Answer(status, content, {"Content-Type": f"{kind}{charset}"})


def preview_address(site_url: str, served: str) -> str:
    """Return the address of the preview of a site: the path of `site_url` on the host of the address `served`.

    An invalid `site_url` is returned as it is, so that it is refused as in a build.
    """
    if not is_site_address(site_url):
        return site_url
    host = urlsplit(served)
    return urlsplit(site_url)._replace(scheme=host.scheme, netloc=host.netloc).geturl()

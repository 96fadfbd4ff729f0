"""A server of a built site below its sub-path, with compression as static hosts have it; it records requests."""

import gzip
import mimetypes
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from time import sleep
from urllib.parse import unquote, urlsplit

from support.repository import BASE_PATH

_TYPES = {".woff2": "font/woff2", ".js": "text/javascript", ".webmanifest": "application/manifest+json"}

_COMPRESSED = ("text/", "image/svg", "application/json", "application/manifest", "application/xml")
"""What a static host compresses."""

_STALLED = 1
"""Seconds for which a connection says nothing before it breaks."""

Headers = Callable[[str], Mapping[str, str]]


class Server:
    """`asked` are the addresses asked for, below the site's, in order; `missing` those that do not exist.

    `headers` is path → headers that are sent in addition to those of any host; `cut` is path → bytes after which the
    connection breaks.
    """

    def __init__(self, folder: Path, port: int, headers: Headers) -> None:
        self.folder = folder
        self.headers = headers
        self.origin = f"http://127.0.0.1:{port}"
        self.url = self.origin + BASE_PATH
        self.asked: list[str] = []
        self.missing: list[str] = []
        self.cut: dict[str, int] = {}

    def inner(self, address: str) -> str | None:
        """Return the path of an address below that of the site; None if it is outside."""
        path = unquote(urlsplit(address).path)
        return path.removeprefix(BASE_PATH) if path.startswith(BASE_PATH) else None

    def answer(self, address: str) -> tuple[int, Path]:
        """Return the status and the file for an address of the host."""
        path, inner = unquote(urlsplit(address).path), self.inner(address)
        self.asked.append(path if inner is None else inner)
        if inner is not None:
            file = self.folder / (f"{inner}index.html" if inner == "" or inner.endswith("/") else inner)
            if file.is_file():
                return 200, file
        self.missing.append(path)
        return 404, self.folder / "404.html"


@contextmanager
def serve(folder: Path, headers: Headers = lambda _: {}) -> Iterator[Server]:
    """Serve a built site on a free port while the block runs."""
    with ThreadingHTTPServer(("127.0.0.1", 0), _Handler) as http:
        http.site = Server(folder, http.server_port, headers)
        thread = Thread(target=http.serve_forever, daemon=True)
        thread.start()
        try:
            yield http.site
        finally:
            http.shutdown()
            thread.join()


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        site = self.server.site
        status, file = site.answer(self.path)
        content, kind = file.read_bytes(), _TYPES.get(file.suffix) or mimetypes.guess_type(file)[0] or "text/plain"
        self.send_response(status)
        self.send_header("Content-Type", kind)
        if kind.startswith(_COMPRESSED) and "gzip" in self.headers.get("Accept-Encoding", ""):
            content = gzip.compress(content, 6)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        inner = site.inner(self.path) or ""
        for name, value in site.headers(inner).items():
            self.send_header(name, value)
        with suppress(ConnectionError):  # a browser that leaves the page does not wait for the rest
            self.end_headers()
            self.wfile.write(content[: site.cut.get(inner)])
            if inner in site.cut:
                sleep(_STALLED)

    def log_message(self, *_) -> None:
        """Say nothing."""

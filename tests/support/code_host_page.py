"""A stand-in for the code host that a form is sent to: it records every request, and asks to log in, as that does."""

from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import parse_qsl, urlsplit


class CodeHostPage:
    """`repository` is its address, `received` the query of each request for a new issue: [(name, value)]."""

    def __init__(self, port: int) -> None:
        self.origin = f"http://127.0.0.1:{port}"
        self.repository = f"{self.origin}/ornek/bildirge"
        self.received: list[list[tuple[str, str]]] = []


@contextmanager
def code_host_page() -> Iterator[CodeHostPage]:
    """Run the stand-in on a free port while the block runs."""
    with ThreadingHTTPServer(("127.0.0.1", 0), _Handler) as http:
        http.page = CodeHostPage(http.server_port)
        thread = Thread(target=http.serve_forever, daemon=True)
        thread.start()
        try:
            yield http.page
        finally:
            http.shutdown()
            thread.join()


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        address = urlsplit(self.path)
        if self.server.page.origin + address.path == f"{self.server.page.repository}/issues/new":
            self.server.page.received.append(parse_qsl(address.query, keep_blank_values=True))
            self._answer(302, {"Location": "/login"})
        else:
            self._answer(200 if address.path == "/login" else 404, {"Content-Type": "text/plain"})

    def _answer(self, status: int, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_) -> None:
        """Say nothing."""

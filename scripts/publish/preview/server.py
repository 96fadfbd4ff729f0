"""The server of the preview: it rebuilds the site after every change and reloads open pages."""

import signal
import sys
import webbrowser
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from shutil import rmtree
from socket import socket
from socketserver import ThreadingTCPServer
from threading import Condition, Thread
from time import sleep, strftime, time_ns
from urllib.parse import unquote, urlsplit

from publish.preview.builds import Builds, Watch
from publish.preview.responses import Answer, Pages
from publish.site.site import Site
from publish.templating.formats import render_format
from source.languages import told
from source.problems import Message

EVENTS, SCRIPT = "/~preview/events", "/~preview/reload.js"
"""Paths that no site has: the stream of the numbers of builds, and the script that waits for them in a page."""
_SERVED = Message("Built again after every change. Ctrl+C ends it.")
_BUILT = Message("Built again.")
_INTERVAL = 0.2
"""Seconds between two polls of the files."""
_KEEP_ALIVE = 15
"""Seconds after which the number is sent again, to find out whether the page still listens."""


class Preview(ThreadingTCPServer):
    """Serves the site in `folder`, then that of each new build, which every change of a watched file starts.

    The script comes from the site's own host, which the policy of every page allows: pages are served with their own.
    """

    allow_reuse_address = True
    daemon_threads = True

    def __init__(self, site: Site, address: tuple[str, int], folder: Path, builds: Builds, watch: Watch) -> None:
        super().__init__(address, _Handler)
        self._site, self._builds, self._watch = site, builds, watch
        self._script = render_format(site.layout, "preview.js", events=EVENTS).encode()
        self._tag = render_format(site.layout, "preview.html", script=f"{SCRIPT}?%d").encode()
        self._newer = Condition()
        self._show(folder)

    def watch(self, path: str) -> None:
        """Also watch this file or folder."""
        self._watch.add(Path(path))

    def serve(self, *, open_in_browser: bool = False) -> None:
        """Serve and build until SIGINT or SIGTERM."""
        signal.signal(signal.SIGTERM, signal.default_int_handler)
        Thread(target=self.serve_forever, daemon=True).start()
        self._tell(self._site.settings.site_url, _SERVED)
        if open_in_browser:
            webbrowser.open(self._site.settings.site_url)
        while True:
            self._poll()
            sleep(_INTERVAL)

    def shutdown(self) -> None:
        """End the server and a build that is running, and remove what was built."""
        super().shutdown()
        self.server_close()
        self._builds.end()

    def answer(self, path: str) -> Answer:
        """Return the response for a path of the host."""
        if path == SCRIPT:
            return Answer(200, self._script, {"Content-Type": "text/javascript"})
        with self._newer:  # so that the folder is not removed meanwhile
            return self._pages.answer(path)

    def numbers(self) -> Iterator[int]:
        """Yield the number of the present build and of every later one; repeat it after `_KEEP_ALIVE` seconds."""
        told = 0
        while True:
            with self._newer:
                if told == self._number:
                    self._newer.wait(_KEEP_ALIVE)
                told = self._number
            yield told

    def handle_error(self, request: socket | tuple[bytes, socket], client_address: object) -> None:
        """Ignore a connection that the browser has closed."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)

    def _poll(self) -> None:
        """Start a build if a file has changed; serve one that has succeeded."""
        if self._watch.changed():
            self._builds.start()
        elif folder := self._builds.finished():
            old = self._pages.folder
            self._show(folder)
            rmtree(old, ignore_errors=True)
            self._tell(strftime("%H:%M:%S"), _BUILT)

    def _tell(self, what: str, message: Message) -> None:
        sys.stderr.write(f"{what}\n{told(self._site.layout, message)}\n")

    def _show(self, folder: Path) -> None:
        with self._newer:
            self._number = time_ns()
            self._pages = Pages(folder, self._site.settings.base_path, self._tag % self._number)
            self._newer.notify_all()


class _Handler(BaseHTTPRequestHandler):
    server: Preview

    def do_GET(self) -> None:
        path = unquote(urlsplit(self.path).path)
        if path == EVENTS:
            self._stream()
        else:
            answer = self.server.answer(path)
            self._begin(answer.status, {**answer.headers, "Content-Length": str(len(answer.content))})
            self.wfile.write(answer.content)

    def log_message(self, *_: object) -> None:
        """Write nothing: requests would bury the output of builds."""

    def _stream(self) -> None:
        self._begin(200, {"Content-Type": "text/event-stream"})
        for number in self.server.numbers():
            self.wfile.write(b"data: %d\n\n" % number)

    def _begin(self, status: int, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in {**headers, "Cache-Control": "no-store"}.items():
            self.send_header(name, value)
        self.end_headers()

"""`make serve`, run in a copy of the repository."""

import os
import signal
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep
from urllib.error import URLError
from urllib.request import urlopen

from support.repository import BASE_PATH, ROOT, SETTINGS

PATIENCE = 240
"""Seconds that a build may take on a busy machine."""


class Preview:
    """A running server. `origin` and `url` are as those of `support.server.Server`."""

    def __init__(self, process: subprocess.Popen[bytes], port: int, errors: Path) -> None:
        self.process = process
        self.origin = f"http://127.0.0.1:{port}"
        self.url = self.origin + BASE_PATH
        self._errors = errors

    @property
    def said(self) -> str:
        """Its output on standard error so far."""
        return self._errors.read_text(encoding="utf-8")

    def read(self, path: str) -> str:
        """Return what is at an address below the site's."""
        return self.bytes(path).decode()

    def bytes(self, path: str) -> bytes:
        """Return the same as bytes."""
        with urlopen(self.url + path, timeout=PATIENCE) as answer:  # noqa: S310 - our own server
            return answer.read()

    def wait_for(self, words: str, after: int = 0) -> str:
        """Wait until it has written something after the first `after` characters; return all output so far."""
        until = monotonic() + PATIENCE
        while words not in (said := self.said[after:]):
            assert monotonic() < until, f"it does not say “{words}” but:\n{said}"
            sleep(0.05)
        return said


def start(root: Path, port: int, **settings: str) -> Preview:
    """Start `make serve` with the installed tools, which are links in the copy."""
    for name in ("Makefile", ".venv"):
        if not (root / name).exists():
            (root / name).symlink_to(ROOT / name)
    errors = root.with_suffix(".err")
    command = ["make", "--no-print-directory", "--old-file=.venv/.build", "serve", f"ADDRESS=127.0.0.1:{port}"]
    environment = {**os.environ, **SETTINGS, **settings}
    with errors.open("wb") as file:
        process = subprocess.Popen(command, cwd=root, env=environment, stderr=file, start_new_session=True)
    return Preview(process, port, errors)


@contextmanager
def preview(root: Path, **settings: str) -> Iterator[Preview]:
    """Run the server on a free port while the block runs, and end it as Ctrl+C does."""
    running = start(root, free_port(), **settings)
    try:
        _wait_until_it_serves(running)
        yield running
    finally:
        end(running)


def end(running: Preview) -> int:
    """Send SIGINT to every process, as Ctrl+C does; return the exit code."""
    os.killpg(running.process.pid, signal.SIGINT)
    return running.process.wait(PATIENCE)


def free_port() -> int:
    """Return a free port."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


def _wait_until_it_serves(running: Preview) -> None:
    until = monotonic() + PATIENCE
    while True:
        assert running.process.poll() is None, running.said
        try:
            running.read("")
        except URLError:
            assert monotonic() < until, f"it does not serve, and says:\n{running.said}"
            sleep(0.1)
        else:
            return

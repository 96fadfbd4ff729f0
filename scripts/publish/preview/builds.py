"""Builds of the site, one at a time, each in a process and a folder of its own."""

import os
import signal
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from shutil import rmtree
from subprocess import Popen
from tempfile import mkdtemp

from source.problems import Message

FAILED = Message("The build failed; you still see the previous version. Correct the file named above and save it.")


class Builds:
    """Runs the build command, one build at a time, each into a new folder, whose path is the last argument.

    `environment` is added to that of this process; `failed` is what is told of a build that fails. Every build is a new
    process, so it uses the current code.
    """

    def __init__(self, command: Sequence[str], environment: Mapping[str, str], failed: str) -> None:
        self._command, self._failed = command, failed
        self._environment = {**os.environ, **environment}
        self._home = Path(mkdtemp(prefix="preview-"))
        self._count = 0
        self._running: Popen[bytes] | None = None

    def start(self) -> None:
        """Stop the running build, if there is one, and start a new one."""
        self._stop()
        self._count += 1
        # A session of its own: it can be ended together with the processes that it starts.
        self._running = Popen([*self._command, str(self._folder)], env=self._environment, start_new_session=True)  # noqa: S603 - the command of `make serve`

    def finished(self) -> Path | None:
        """Return the folder of a build that has just succeeded, else None; of one that failed, tell the reader."""
        if self._running is None or self._running.poll() is None:
            return None
        failed, self._running = self._running.returncode, None
        if failed:
            sys.stderr.write(f"\n{self._failed}\n")
            rmtree(self._folder, ignore_errors=True)
        return None if failed else self._folder

    def end(self) -> None:
        """Stop the running build, if there is one, and remove every folder."""
        self._stop()
        rmtree(self._home, ignore_errors=True)

    @property
    def _folder(self) -> Path:
        return self._home / str(self._count)

    def _stop(self) -> None:
        if self._running is None:
            return
        with suppress(OSError):  # if it has just ended
            os.killpg(self._running.pid, signal.SIGTERM)
        self._running.wait()
        self._running = None
        rmtree(self._folder, ignore_errors=True)

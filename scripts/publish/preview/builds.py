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

_FAILED = """
  tr: Site üretilemedi; bir önceki hâli sunuluyor. Yukarıda adı geçen dosyayı düzeltip kaydedin.
  en: The build failed; the site is served as it was before. Correct the file named above, and save it.
"""


class Builds:
    """Runs builds. The output folder is added to `command`; `environment` is added to that of this process.

    A new process loads the program as it is now, and leaves no state behind.
    """

    def __init__(self, command: Sequence[str], environment: Mapping[str, str]) -> None:
        self._command = command
        self._environment = {**os.environ, **environment}
        self._home = Path(mkdtemp(prefix="preview-"))
        self._count = 0
        self._running: Popen[bytes] | None = None

    def start(self) -> None:
        """Start a build, and end the one that is running."""
        self._stop()
        self._count += 1
        command = [*self._command, str(self._folder)]
        # A session of its own: it can be ended together with the processes that it starts.
        self._running = Popen(command, env=self._environment, start_new_session=True)  # noqa: S603 - the door's command

    def finished(self) -> Path | None:
        """Return the folder of a build that has just succeeded; after one that failed, write what is served now."""
        if self._running is None or self._running.poll() is None:
            return None
        failed, self._running = self._running.returncode, None
        if failed:
            sys.stderr.write(_FAILED)
            rmtree(self._folder, ignore_errors=True)
        return None if failed else self._folder

    def end(self) -> None:
        """End a build that is running, and remove every folder."""
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

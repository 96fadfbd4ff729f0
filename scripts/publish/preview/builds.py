"""Builds for the preview, one at a time, each in a process and a folder of its own; a watcher of what they read."""

import os
import signal
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from shutil import rmtree
from subprocess import Popen
from tempfile import mkdtemp

from publish.site.site import Site
from source.problems import Message

FAILED = Message("The build failed; you still see the previous version. Correct the file named above and save it.")
_Stamp = tuple[int, int, int]
"""What changes when a file is written: modification time in nanoseconds, size, number of the inode."""
_CODE = ("scripts", "vendor")
"""Folders below the root with code and other parts that a build uses."""


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


def inputs(site: Site) -> list[Path]:
    """Return the files and folders that a build reads; the registry may be anywhere, with its logos next to it."""
    layout, registry = site.layout, site.settings.registry
    folders = [layout.docs, layout.data, layout.templates, *(layout.root / name for name in _CODE)]
    return [*folders, layout.root / "mkdocs.yml", registry, registry.parent / "logos"]


class Watch:
    """Polls files and folders. A change after `began`, in nanoseconds since 1970, is found by the first poll."""

    def __init__(self, paths: Iterable[Path], began: int) -> None:
        self._began = began
        self._paths: list[Path] = []
        self._seen: dict[str, _Stamp] = {}
        for path in paths:
            self.add(path)

    def add(self, path: Path) -> None:
        """Watch one more file, or all files in a folder."""
        self._paths.append(path)
        self._seen |= {file: stamp for file, stamp in _stamps(path) if stamp[0] < self._began}

    def changed(self) -> bool:
        """Return whether a file was written, added or removed since the last call."""
        before, self._seen = self._seen, dict(stamp for path in self._paths for stamp in _stamps(path))
        return self._seen != before


def _stamps(path: Path) -> Iterator[tuple[str, _Stamp]]:
    """Yield the name of every file with its stamp; files that are removed meanwhile are left out."""
    for file in _files(path):
        try:
            status = os.stat(file)  # noqa: PTH116 - a path object for each file would be most of the work
        except OSError:
            continue
        yield file, (status.st_mtime_ns, status.st_size, status.st_ino)


def _files(path: Path) -> Iterator[str]:
    """Yield the file itself, or the files in a folder, without temporary ones of editors and Python."""
    if not path.is_dir():
        yield str(path)
    for folder, folders, files in os.walk(path):
        folders[:] = [name for name in folders if not name.startswith((".", "__pycache__"))]
        yield from (f"{folder}/{name}" for name in files if not name.startswith(".") and not name.endswith("~"))

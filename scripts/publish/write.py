"""Writes the files of the site, thousands of them, with as few calls of the system as that takes."""

import gc
import multiprocessing
import os
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Self

Files = Iterable[tuple[str, bytes]]
"""(path below the site's address, content)."""


class UnwrittenError(Exception):
    """Files could not be made in a process apart, which has told why."""


@dataclass(frozen=True, slots=True)
class Writing:
    """Groups of files that processes of their own are writing."""

    processes: tuple[BaseProcess, ...]

    @classmethod
    def begin(cls, site: Path, *groups: Files) -> Self:
        """Write each group below `site` beside what this process goes on with; at once where the system has no fork."""
        if "fork" not in multiprocessing.get_all_start_methods():
            write_files(site, chain(*groups))
            return cls(())
        forking = multiprocessing.get_context("fork")
        processes = tuple(forking.Process(target=write_files, args=(site, group), daemon=True) for group in groups)
        gc.freeze()  # what was read stays shared memory: nobody looks through it for garbage, and so writes to it
        for process in processes:
            process.start()
        return cls(processes)

    def end(self) -> None:
        """Wait for the processes; UnwrittenError if one failed."""
        for process in self.processes:
            process.join()
        gc.unfreeze()
        if any(process.exitcode for process in self.processes):
            raise UnwrittenError


def write_files(site: Path, files: Files) -> None:
    """Write files below `site`; folders are made as they are needed."""
    made: set[str] = set()
    for path, content in files:
        folder = path.rpartition("/")[0]
        if folder not in made:
            _make(f"{site}/{folder}")
            made.add(folder)
        _fill(f"{site}/{path}", content)


def _fill(path: str, content: bytes) -> None:
    file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o666)
    written = os.write(file, content)
    while written < len(content):  # a full disk takes a part, and refuses the next
        written += os.write(file, content[written:])
    os.close(file)


def _make(folder: str) -> None:
    try:
        os.mkdir(folder)  # noqa: PTH102 - a tenth of the time
    except FileNotFoundError:
        os.makedirs(folder, exist_ok=True)  # noqa: PTH103
    except FileExistsError:
        pass

"""A pool of forked worker processes."""

import gc
import multiprocessing
import os
import signal
from collections.abc import Callable, Sequence
from multiprocessing.context import ForkProcess
from typing import Generic, TypeVar

from source.problems import Message, Problem, SourceError

HELPERS = 2
"""Workers at a time: each takes some 40 MB with 12,000 entries."""

Result = TypeVar("Result")


class WorkerError(Exception):
    """Raised if a worker ended without a result; its traceback has been printed."""


class Worker(Generic[Result]):
    """A forked process that does one piece of work; without `fork` the work is done at once."""

    def __init__(self, work: Callable[[], Result]) -> None:
        self._process: ForkProcess | None = None
        if "fork" not in multiprocessing.get_all_start_methods():
            self._done = work()
            return
        forking = multiprocessing.get_context("fork")
        self._receiver, sender = forking.Pipe(duplex=False)
        self._process = forking.Process(target=lambda: sender.send(_outcome(work)), daemon=True)
        gc.freeze()  # keeps memory shared: a collection would write to every object
        self._process.start()
        sender.close()

    def __call__(self, seconds: float | None = None) -> Result:
        """Wait for the result.

        Raises SourceError and OSError as the work did, WorkerError if it failed otherwise, and TimeoutError after
        `seconds`, if given, when the worker is killed.
        """
        if self._process is None:
            return self._done
        try:
            if not self._receiver.poll(seconds):
                self._process.kill()
                raise TimeoutError
            received: Result | SourceError | OSError = self._receiver.recv()
        except EOFError:
            raise WorkerError from None
        finally:
            self._leave(self._process)
        if isinstance(received, SourceError | OSError):
            raise received
        return received

    def end(self) -> None:
        """End the process, if it still runs."""
        if self._process is not None and not self._receiver.closed:
            self._process.kill()
            self._leave(self._process)

    def _leave(self, process: ForkProcess) -> None:
        process.join()
        process.close()
        self._receiver.close()
        gc.unfreeze()


def within(seconds: float, work: Callable[[], Result], shown: str) -> Result:
    """Return the result of work on an untrusted file, which messages call `shown`.

    SourceError if it takes longer than `seconds`, WorkerError if it fails: only this file is given up.
    """
    try:
        return Worker(work)(seconds)
    except TimeoutError:
        message = Message(
            "Processing the file takes longer than {seconds} seconds: make the file smaller.", seconds=f"{seconds:.0f}"
        )
        raise SourceError([Problem(shown, 1, 1, "file-slow", "", message)]) from None


def _outcome(work: Callable[[], Result]) -> Result | SourceError | OSError:
    """Return the result, or an error that the waiting process reports; others end this one with a traceback."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # the waiting process reports an interruption
    try:
        return work()
    except (SourceError, OSError) as error:
        return error


class SideBySide:
    """Works done by several processes: a worker for each other processor of the machine, at most HELPERS, and this one.

    They take from a queue, a pipe in which each byte is read once; every work is a byte.
    """

    def __init__(self, works: Sequence[Callable[[], object]]) -> None:
        self._works = works
        self._queue, added = os.pipe()
        os.write(added, bytes(range(len(works))))
        os.close(added)
        count = min(len(works), HELPERS, (os.cpu_count() or 1) - 1)
        self._workers = [Worker(self._share) for _ in range(count)]

    def finish(self) -> None:
        """Do the works not yet started, and wait for the others."""
        self._share()
        for worker in self._workers:
            worker()
        self.end()

    def end(self) -> None:
        """Leave no worker and no descriptor behind, whatever is not done yet."""
        for worker in self._workers:
            worker.end()
        if self._queue >= 0:
            os.close(self._queue)
            self._queue = -1

    def _share(self) -> None:
        while taken := os.read(self._queue, 1):
            self._works[taken[0]]()

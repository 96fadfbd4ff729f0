"""A pool of forked worker processes."""

import gc
import multiprocessing
import os
import signal
from collections.abc import Callable, Sequence
from typing import TypeVar

from source.problems.problem import Problem, SourceError

HELPERS = 2
"""Workers at a time: each takes some 40 MB with 12,000 entries."""

Result = TypeVar("Result")


class WorkerError(Exception):
    """Raised if a worker ended without a result; its traceback has been printed."""


def run_in_worker(work: Callable[[], Result], seconds: float | None = None) -> Callable[[], Result]:
    """Start work in a worker and return a function that waits for its result; without `fork` it is done at once.

    Waiting raises SourceError and OSError as the worker did, WorkerError if it failed otherwise, and TimeoutError after
    `seconds`, if given, when the worker is killed.
    """
    if "fork" not in multiprocessing.get_all_start_methods():
        done = work()
        return lambda: done
    forking = multiprocessing.get_context("fork")
    receiver, sender = forking.Pipe(duplex=False)
    process = forking.Process(target=lambda: sender.send(_outcome(work)), daemon=True)
    gc.freeze()  # keeps memory shared: a collection would write to every object
    process.start()
    sender.close()

    def result() -> Result:
        try:
            if not receiver.poll(seconds):
                process.kill()
                raise TimeoutError
            received: Result | SourceError | OSError = receiver.recv()
        except EOFError:
            raise WorkerError from None
        finally:
            process.join()
            gc.unfreeze()
        if isinstance(received, SourceError | OSError):
            raise received
        return received

    return result


def within(seconds: float, work: Callable[[], Result], shown: str) -> Result:
    """Return the result of work on an untrusted file, which messages call `shown`.

    SourceError if it takes longer than `seconds`, WorkerError if it fails: only this file is given up.
    """
    try:
        return run_in_worker(work, seconds)()
    except TimeoutError:
        tr = f"Dosyanın işlenmesi {seconds:.0f} saniyeyi aşıyor: dosyayı küçültün."
        en = f"Processing the file takes longer than {seconds:.0f} seconds: make the file smaller."
        raise SourceError([Problem(shown, 1, 1, "file-slow", "", tr, en)]) from None


def _outcome(work: Callable[[], Result]) -> Result | SourceError | OSError:
    """Return the result, or an error that the waiting process reports; others end this one with a traceback."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # the waiting process reports an interruption
    try:
        return work()
    except (SourceError, OSError) as error:
        return error


def side_by_side(works: Sequence[Callable[[], object]]) -> Callable[[], None]:
    """Start works in workers; return a function that does those not yet started and waits for the rest.

    There is a worker for each other processor of the machine, at most HELPERS.
    """
    waiting, added = os.pipe()  # a queue: each byte of a pipe is read once
    os.write(added, bytes(range(len(works))))
    os.close(added)

    def share() -> None:
        while taken := os.read(waiting, 1):
            works[taken[0]]()

    helpers = [run_in_worker(share) for _ in range(min(len(works), HELPERS, (os.cpu_count() or 1) - 1))]

    def finish() -> None:
        share()
        os.close(waiting)
        for helper in helpers:
            helper()

    return finish

"""Work that copies of this process do, beside what this one goes on with."""

import gc
import multiprocessing
import os
import signal
from collections.abc import Callable, Sequence
from typing import TypeVar

from source.problems.problem import Problem, SourceError

HELPERS = 2
"""Copies at a time: each takes some 40 MB with 12,000 entries."""

Result = TypeVar("Result")


class AsideError(Exception):
    """The work could not be done in its process, which has told why."""


def aside(work: Callable[[], Result], seconds: float | None = None) -> Callable[[], Result]:
    """Start the work, or do it at once where the system has no fork; return what waits for its result.

    Waiting raises AsideError if the work failed in its process; SourceError and OSError are raised as they were there.
    After so many `seconds` of waiting, if they are given, the work is ended, and TimeoutError raised.
    """
    if "fork" not in multiprocessing.get_all_start_methods():
        done = work()
        return lambda: done
    forking = multiprocessing.get_context("fork")
    receiver, sender = forking.Pipe(duplex=False)
    process = forking.Process(target=lambda: sender.send(_outcome(work)), daemon=True)
    gc.freeze()  # what was read stays shared memory: nobody looks through it for garbage, and so writes to it
    process.start()
    sender.close()

    def result() -> Result:
        try:
            if not receiver.poll(seconds):
                process.kill()
                raise TimeoutError
            received: Result | SourceError | OSError = receiver.recv()
        except EOFError:
            raise AsideError from None
        finally:
            process.join()
            gc.unfreeze()
        if isinstance(received, SourceError | OSError):
            raise received
        return received

    return result


def within(seconds: float, work: Callable[[], Result], shown: str) -> Result:
    """Return the result of work on a file that a stranger wrote, which messages call `shown`.

    SourceError where it takes longer, AsideError where it fails: in no case is more than this one file given up.
    """
    try:
        return aside(work, seconds)()
    except TimeoutError:
        tr = f"Dosyanın işlenmesi {seconds:.0f} saniyeyi aşıyor: dosyayı küçültün."
        en = f"It takes longer than {seconds:.0f} seconds to work on this file: make it smaller."
        raise SourceError([Problem(shown, 1, 1, "file-slow", "", tr, en)]) from None


def _outcome(work: Callable[[], Result]) -> Result | SourceError | OSError:
    """Return the result, or what the process that waits can tell; all else is told here."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # of an end from the keyboard the process that waits tells
    try:
        return work()
    except (SourceError, OSError) as error:
        return error


def side_by_side(works: Sequence[Callable[[], object]]) -> Callable[[], None]:
    """Start some works in copies of this process; return what does those that nobody has begun, and waits for the rest.

    There are as many copies as the machine has other processors, but no more than HELPERS.
    """
    waiting, added = os.pipe()  # a pipe gives each of its bytes to one reader only
    os.write(added, bytes(range(len(works))))
    os.close(added)

    def share() -> None:
        while taken := os.read(waiting, 1):
            works[taken[0]]()

    helpers = [aside(share) for _ in range(min(len(works), HELPERS, (os.cpu_count() or 1) - 1))]

    def finish() -> None:
        share()
        os.close(waiting)
        for helper in helpers:
            helper()

    return finish

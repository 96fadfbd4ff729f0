"""Work that a copy of this process does, beside what this one goes on with."""

import gc
import multiprocessing
from collections.abc import Callable
from typing import TypeVar

Result = TypeVar("Result")


class AsideError(Exception):
    """The work could not be done in its process, which has told why."""


def aside(work: Callable[[], Result]) -> Callable[[], Result]:
    """Start the work, or do it at once where the system has no fork; return what waits for its result.

    Waiting raises AsideError if the work failed in its process.
    """
    if "fork" not in multiprocessing.get_all_start_methods():
        done = work()
        return lambda: done
    forking = multiprocessing.get_context("fork")
    receiver, sender = forking.Pipe(duplex=False)
    process = forking.Process(target=lambda: sender.send(work()), daemon=True)
    gc.freeze()  # what was read stays shared memory: nobody looks through it for garbage, and so writes to it
    process.start()
    sender.close()

    def result() -> Result:
        try:
            received: Result = receiver.recv()
        except EOFError:
            raise AsideError from None
        finally:
            process.join()
            gc.unfreeze()
        return received

    return result

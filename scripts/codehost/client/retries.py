"""Retries with bounds, for temporary failures of the code host."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

_TRIES = 4
"""Attempts for one call."""
_LONGEST = 60.0
"""Seconds of the longest wait; if the code host asks for more, the call fails."""
_BUDGET = 120.0
"""Seconds that failures may take in one run, including waits and timeouts."""

_Result = TypeVar("_Result")


class HostError(Exception):
    """Raised for a failed call to the code host.

    `wait` is the seconds after which to retry, None if retrying is useless. `unclear`: the call may have been carried
    out.
    """

    def __init__(self, said: str, wait: float | None = None, *, unclear: bool = False) -> None:
        """Store the code host's message on one line."""
        super().__init__(" ".join(said.split()))
        self.wait = wait
        self.unclear = unclear


@dataclass(slots=True)
class Patience:
    """The retry budget of one run. `sleep` and `clock` are replaced in tests."""

    sleep: Callable[[float], None] = time.sleep
    clock: Callable[[], float] = time.monotonic
    spent: float = 0.0

    def retry(self, attempt: Callable[[], _Result], *, repeatable: bool = True) -> _Result:
        """Return the result of the first successful attempt; raise the last failure if there is none.

        A call that is not repeatable is not retried after an unclear failure.
        """
        for turn in range(_TRIES):
            start = self.clock()
            try:
                return attempt()
            except HostError as failure:
                self.spent += self.clock() - start
                if failure.unclear and not repeatable:
                    raise
                if (wait := self._granted(failure, turn)) is None:
                    failure.wait = None  # the caller must not retry again
                    raise
            self.sleep(wait)
            self.spent += wait
        raise AssertionError("the last turn returns or raises")

    def _granted(self, failure: HostError, turn: int) -> float | None:
        """Return the seconds to wait before the next attempt, with exponential back-off; None to give up."""
        if failure.wait is None or turn == _TRIES - 1:
            return None
        wait = max(failure.wait, 2.0**turn)
        return wait if wait <= _LONGEST and self.spent + wait <= _BUDGET else None

"""Retries: what fails at the code host for a moment is tried again, within bounds."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

_TRIES = 4
"""Of one call."""
_LONGEST = 60.0
"""Seconds; a code host that asks for a longer wait is not waited for."""
_BUDGET = 120.0
"""Seconds that failures may cost in one run, waits and timeouts together."""

_Result = TypeVar("_Result")


class HostError(Exception):
    """A call to the code host that failed.

    `wait` is how many seconds later another try makes sense, None where it never does. `unclear`: the call may have
    been carried out all the same.
    """

    def __init__(self, said: str, wait: float | None = None, *, unclear: bool = False) -> None:
        """Keep what the code host said, in one line."""
        super().__init__(" ".join(said.split()))
        self.wait = wait
        self.unclear = unclear


@dataclass(slots=True)
class Patience:
    """What one run spends on failures. `sleep` and `clock` are those of `time`, but for tests."""

    sleep: Callable[[float], None] = time.sleep
    clock: Callable[[], float] = time.monotonic
    spent: float = 0.0

    def retry(self, attempt: Callable[[], _Result], *, repeatable: bool = True) -> _Result:
        """Return what a try gives that succeeds; what is not repeatable is not tried again after an unclear failure.

        The last failure is raised where no try succeeds.
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
                    failure.wait = None  # whoever called this does not try it all again
                    raise
            self.sleep(wait)
            self.spent += wait
        raise AssertionError("the last turn returns or raises")

    def _granted(self, failure: HostError, turn: int) -> float | None:
        """Return the seconds to wait before the next try, longer each time; None where there is none."""
        if failure.wait is None or turn == _TRIES - 1:
            return None
        wait = max(failure.wait, 2.0**turn)
        return wait if wait <= _LONGEST and self.spent + wait <= _BUDGET else None

"""Failed calls to the code host: what they say, and when they are tried again."""

import json
import time
from collections.abc import Callable
from dataclasses import dataclass
from email.message import Message
from http import HTTPStatus
from http.client import HTTPException
from typing import TypeVar
from urllib.error import HTTPError

_TRIES = 4
"""Attempts for one call."""
_LONGEST = 60.0
"""Seconds of the longest wait; if the code host asks for more, the call fails."""
_BUDGET = 120.0
"""Seconds that failures may take in one run, including waits and timeouts."""
_MINUTE = 60.0
"""The wait that the documentation requires for a secondary rate limit without a time."""

_Result = TypeVar("_Result")


class HostError(Exception):
    """Raised for a failed call. `wait`: seconds until a retry, None if useless; `unclear`: it may have been done."""

    def __init__(self, said: str, wait: float | None = None, *, unclear: bool = False) -> None:
        """Store the code host's message on one line."""
        super().__init__(" ".join(said.split()))
        self.wait = wait
        self.unclear = unclear


class ApiError(HostError):
    """Raised for a call that the code host refused. `status` is 0 if there was no valid answer."""

    def __init__(self, said: str, status: int = 0, wait: float | None = None, *, unclear: bool = False) -> None:
        super().__init__(said, wait, unclear=unclear)
        self.status = status


def refusal(said: str, error: HTTPError) -> ApiError:
    """Return the error for a refusal, with the API's message and the time to wait."""
    message = _message(error)
    wait = _wait(error.code, error.headers, message)
    unclear = error.code >= HTTPStatus.INTERNAL_SERVER_ERROR
    return ApiError(f"{said}: {error.code} {message}", error.code, wait, unclear=unclear)


def _wait(status: int, headers: Message, message: str) -> float | None:
    """Return the seconds after which a refused call may be retried, None if it would be refused again.

    https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api
    """
    after, secondary = headers.get("Retry-After", ""), "secondary rate limit" in message
    exhausted = headers.get("X-RateLimit-Remaining") == "0"
    limited = status == HTTPStatus.FORBIDDEN and (after or exhausted or secondary)
    if not limited and status != HTTPStatus.TOO_MANY_REQUESTS and status < HTTPStatus.INTERNAL_SERVER_ERROR:
        return None
    if after.isdecimal():
        return float(after)
    if exhausted and (reset := headers.get("X-RateLimit-Reset", "")).isdecimal():
        return max(0.0, int(reset) - time.time()) + 1
    return _MINUTE if secondary else 0.0


def _message(error: HTTPError) -> str:
    """Return the API's message about a refusal, with its messages about single fields."""
    try:
        answer = json.load(error)
    except (OSError, HTTPException, ValueError):
        return error.reason
    if not isinstance(answer, dict):
        return error.reason
    details = [each for each in answer.get("errors") or () if isinstance(each, dict)]
    said = (str(each.get("message") or f"{each.get('field')} {each.get('code')}") for each in details)
    return "; ".join([str(answer.get("message", error.reason)), *said])


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

"""Errors of the API: their messages, and when to retry."""

import json
import time
from email.message import Message
from http import HTTPStatus
from http.client import HTTPException
from urllib.error import HTTPError

from codehost.client.retries import HostError

_MINUTE = 60.0
"""The wait that the documentation requires for a secondary rate limit without a time."""


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

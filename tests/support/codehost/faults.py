"""Faults that tests inject: refusals, lost connections, silence, and half an answer."""

import re
from dataclasses import dataclass, field
from threading import Event
from typing import Self

SECONDARY = "You have exceeded a secondary rate limit. Please wait a few minutes before you try again."


@dataclass
class Fault:
    """A fault of the calls of `method` whose path, below the repository, matches: from the `first` on, so many `times`.

    `kind` is "status", "drop" (the connection ends without an answer), "hang" (no answer at all) or "truncate" (half of
    it). With `done` the call is carried out first, and only its answer is lost.
    """

    method: str
    path: str
    kind: str = "status"
    status: int = 502
    message: str = "Server Error"
    headers: dict[str, str] = field(default_factory=dict)
    first: int = 1
    times: int = 1_000_000
    done: bool = False
    seen: int = 0

    @classmethod
    def secondary(cls, method: str, path: str, after: str | None, status: int = 403, **more: int) -> Self:
        """Return a secondary rate limit; `after` is its Retry-After."""
        headers = {} if after is None else {"Retry-After": after}
        return cls(method, path, status=status, message=SECONDARY, headers=headers, **more)

    @classmethod
    def primary(cls, method: str, path: str, reset: str, **more: int) -> Self:
        """Return an exceeded rate limit; `reset` is when calls are accepted again, in seconds since 1970."""
        headers = {"X-RateLimit-Limit": "1000", "X-RateLimit-Remaining": "0", "X-RateLimit-Reset": reset}
        return cls(
            method, path, status=403, message="API rate limit exceeded for installation.", headers=headers, **more
        )

    def befalls(self, method: str, path: str) -> bool:
        """Count a call, and return whether it has the fault."""
        if method != self.method or not re.fullmatch(self.path, path):
            return False
        self.seen += 1
        return self.first <= self.seen < self.first + self.times


@dataclass
class Faults:
    """The faults of a host; `over` ends all calls that hang."""

    listed: list[Fault] = field(default_factory=list)
    over: Event = field(default_factory=Event)

    def add(self, *faults: Fault) -> None:
        """Inject faults."""
        self.listed += faults

    def clear(self) -> None:
        """Remove all faults."""
        self.listed.clear()

    def of(self, method: str, path: str) -> Fault | None:
        """Return the fault of a call."""
        found = [fault for fault in self.listed if fault.befalls(method, path)]
        return found[0] if found else None

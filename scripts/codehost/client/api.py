"""A client of the REST API of the code host."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from http.client import HTTPException
from typing import Any
from urllib.error import HTTPError
from urllib.request import HTTPRedirectHandler, Request, build_opener

from codehost.client.failures import ApiError, Patience, refusal

PAGE = 100
"""The most items that the API returns at once."""
TIMEOUT = 15.0
"""Seconds; the code host itself aborts a call after ten."""
_VERSION = "2022-11-28"
_GONE = (HTTPStatus.MOVED_PERMANENTLY, HTTPStatus.NOT_FOUND, HTTPStatus.GONE)
_NEXT = re.compile('<([^<>]+)>; *rel="next"')


class _NoRedirect(HTTPRedirectHandler):
    """A handler that follows no redirect: the token is for one host, and a transferred issue is not ours any more."""

    def redirect_request(self, *_: Any) -> None:
        """Return None: do not follow."""


_OPENER = build_opener(_NoRedirect)


@dataclass(frozen=True, slots=True)
class Api:
    """The API over the network. `server` and `api_url` end without a slash; `repository` is "owner/name"."""

    server: str
    api_url: str
    repository: str
    token: str = field(repr=False)
    patience: Patience
    timeout: float = TIMEOUT

    @property
    def url(self) -> str:
        """The address of the page of the repository."""
        return f"{self.server}/{self.repository}"

    def call(self, method: str, path: str, payload: Mapping[str, object] | None = None) -> Any:
        """Call `/repos/{repository}/{path}`, or for "" the repository, and return the answer; ApiError if refused."""
        return self._call(method, self._address(path), payload)[0]

    def found(self, path: str, method: str = "GET") -> Any:
        """Call as `call` does; return None for what is not there, or not any more."""
        try:
            return self.call(method, path)
        except ApiError as error:
            if error.status not in _GONE:
                raise
            return None

    def create(self, path: str, payload: Mapping[str, object], find: Callable[[], Any]) -> Any:
        """Return what `find` returns, or if that is None create it by a POST; `find` is called before every attempt.

        So an unclear failure does not create anything twice.
        """
        return self.patience.retry(lambda: self.call("POST", path, payload) if (found := find()) is None else found)

    def pages(self, path: str) -> Iterator[Any]:
        """Yield the items of a list, from all pages. `path` may contain a query."""
        first = self._address(f"{path}{'&' if '?' in path else '?'}per_page={PAGE}")
        url, number = first, 1
        while url.startswith(f"{self.api_url}/"):
            items, url = self._call("GET", url, None)
            yield from items
            number += 1
            if not url and len(items) >= PAGE:  # not every implementation of this API links its pages
                url = f"{first}&page={number}"

    def _address(self, path: str) -> str:
        return f"{self.api_url}/repos/{self.repository}/{path}".removesuffix("/")

    def _call(self, method: str, url: str, payload: Mapping[str, object] | None) -> tuple[Any, str]:
        """Return the decoded answer and the address of the next page, with retries."""
        return self.patience.retry(lambda: self._send(method, url, payload), repeatable=method != "POST")

    def _send(self, method: str, url: str, payload: Mapping[str, object] | None) -> tuple[Any, str]:
        headers = {
            "Accept": "application/vnd.github+json",
            "Authorization": f"Bearer {self.token}",
            "Content-Type": "application/json",
            "X-GitHub-Api-Version": _VERSION,
        }
        body = None if payload is None else json.dumps(payload).encode()
        said = f"{method} {url.removeprefix(self._address('')).lstrip('/').partition('?')[0] or self.repository}"
        try:
            request = Request(url, body, headers, method=method)  # noqa: S310 - the address comes from the runner
            with _OPENER.open(request, timeout=self.timeout) as answer:
                content, following = answer.read(), _NEXT.search(answer.headers.get("Link", ""))
                return json.loads(content) if content else None, following[1] if following else ""
        except HTTPError as error:
            raise refusal(said, error) from None
        except (OSError, HTTPException, ValueError) as error:
            raise ApiError(f"{said}: {error or type(error).__name__}", wait=0, unclear=True) from None

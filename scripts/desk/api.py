"""The one seam to the code host: its REST API."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any, Protocol
from urllib.error import HTTPError
from urllib.request import Request, urlopen

PAGE = 100
"""The most items the API gives at once."""
_TIMEOUT = 30
_VERSION = "2022-11-28"


class ApiError(Exception):
    """A call that the code host refused, in its own words."""


class Api(Protocol):
    """What the desk asks of the code host. `repository` is "owner/name", `url` where people see it."""

    @property
    def repository(self) -> str: ...  # noqa: D102

    @property
    def url(self) -> str: ...  # noqa: D102

    def call(self, method: str, path: str, payload: Mapping[str, object] | None = None) -> Any:
        """Call `/repos/{repository}/{path}` and return the decoded answer; ApiError if it is refused."""


@dataclass(frozen=True, slots=True)
class Client:
    """The API over the network. `server` and `api_url` end without a slash."""

    server: str
    api_url: str
    repository: str
    token: str = field(repr=False)

    @property
    def url(self) -> str:
        """The address of the repository."""
        return f"{self.server}/{self.repository}"

    def call(self, method: str, path: str, payload: Mapping[str, object] | None = None) -> Any:
        """Call the API as `Api.call` says."""
        headers = {
            "Accept": "application/vnd.github+json",
            "Authorization": f"Bearer {self.token}",
            "Content-Type": "application/json",
            "X-GitHub-Api-Version": _VERSION,
        }
        body = None if payload is None else json.dumps(payload).encode()
        url = f"{self.api_url}/repos/{self.repository}/{path}"
        request = Request(url, body, headers, method=method)  # noqa: S310 - the address comes from the runner
        try:
            with urlopen(request, timeout=_TIMEOUT) as answer:  # noqa: S310
                return None if answer.status == HTTPStatus.NO_CONTENT else json.load(answer)
        except HTTPError as error:
            raise ApiError(f"{method} {path}: {error.code} {_message(error)}") from None
        except OSError as error:
            raise ApiError(f"{method} {path}: {error}") from None


def pages(api: Api, path: str) -> Iterator[Any]:
    """Yield the items of a list, page after page. `path` may hold a query."""
    number, mark = 1, "&" if "?" in path else "?"
    while items := api.call("GET", f"{path}{mark}per_page={PAGE}&page={number}"):
        yield from items
        if len(items) < PAGE:
            return
        number += 1


def _message(error: HTTPError) -> str:
    """Return what the API says about a refusal."""
    try:
        answer = json.load(error)
    except ValueError:
        return error.reason
    return str(answer.get("message", error.reason)) if isinstance(answer, dict) else error.reason

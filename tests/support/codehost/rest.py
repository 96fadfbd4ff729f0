"""The endpoints of the REST API, found by method and path."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from support.codehost.access import require
from support.codehost.host import Call, CodeHost
from support.codehost.items import Item
from support.codehost.paging import page
from support.codehost.replies import Refusal, Reply, not_found


@dataclass
class Asked:
    """A call of an endpoint."""

    host: CodeHost
    call: Call

    @property
    def login(self) -> str:
        """The account that calls."""
        return self.call.token.login if self.call.token else ""

    def need(self, *resources: str, level: str = "read") -> None:
        """Refuse the call if the token has none of these permissions."""
        require(self.call.token, *resources, level=level, private=self.host.private)

    def item(self, number: str, level: str = "read") -> Item:
        """Return an issue or pull request; what is written about pull requests needs either permission."""
        item = self.host.items.get(int(number))
        self.need("issues", *(("pulls",) if item is None or item.head else ()), level=level)
        if item is None:
            raise not_found()
        if item.gone == 301:
            address = f"{self.host.api_url}/repositories/2/issues/1"
            raise Refusal(301, "Moved Permanently", Location=address)
        if item.gone:
            raise Refusal(item.gone, "This issue was deleted" if item.gone == 410 else "Not Found")
        if not (self.host.has_issues or item.head):
            raise Refusal(410, "Issues has been disabled in this repository.")
        return item

    def filters(self, *known: str) -> dict[str, str]:
        """Return the query; an unknown parameter is an error of the caller, which the real host would ignore."""
        if unknown := set(self.call.query) - {*known, "per_page", "page"}:
            raise Refusal(422, f"unknown parameters: {sorted(unknown)}")
        return self.call.query

    def page(self, items: list[Any]) -> Reply:
        """Return a page of a list."""
        return page(items, self.call.query, f"{self.host.api_url}/repos/{self.host.repository}/{self.call.path}")


Endpoint = Callable[..., Reply]
_ENDPOINTS: list[tuple[str, re.Pattern[str], Endpoint]] = []


def endpoint(method: str, pattern: str) -> Callable[[Endpoint], Endpoint]:
    """Register a function as the endpoint of a method and a path below the repository."""

    def add(function: Endpoint) -> Endpoint:
        _ENDPOINTS.append((method, re.compile(pattern), function))
        return function

    return add


def answer(host: CodeHost, call: Call) -> Reply:
    """Return the reply to a call."""
    for method, pattern, function in _ENDPOINTS:
        if method == call.method and (found := pattern.fullmatch(call.path)):
            try:
                return function(Asked(host, call), *found.groups())
            except Refusal as refusal:
                return refusal.reply
    return not_found().reply

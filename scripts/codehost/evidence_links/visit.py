"""A visit to a page on an untrusted server: redirects are followed, private addresses refused, slow answers cut off."""

import socket
import ssl
import string
from collections.abc import Callable
from dataclasses import dataclass, field
from http import HTTPStatus
from http.client import HTTPException, HTTPSConnection
from ipaddress import ip_address
from threading import Timer
from time import monotonic
from typing import Literal
from urllib.parse import quote, urljoin, urlsplit

HTTPS = 443
REDIRECTS = 5
_GONE = (HTTPStatus.NOT_FOUND, HTTPStatus.GONE)
_REFUSED = (HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN, HTTPStatus.TOO_MANY_REQUESTS)

Trouble = Literal["gone", "refused", "error", "unreachable", "insecure", "private", "redirects"]
"""The kinds of failures of a visit."""


def addresses(host: str) -> list[str]:
    """Return the IPv4 addresses of a host; the runners of the code host cannot reach others."""
    return [str(found[4][0]) for found in socket.getaddrinfo(host, None, socket.AF_INET, socket.SOCK_STREAM)]


def is_public(address: str) -> bool:
    """Return whether an address is on the public internet, not on this machine or its network."""
    found = ip_address(address)
    return found.is_global and not found.is_multicast


@dataclass(frozen=True, slots=True)
class Network:
    """The settings of visits. `agent` is the User-Agent, `deadline` the most seconds of a visit."""

    agent: str
    resolve: Callable[[str], list[str]] = addresses
    admit: Callable[[str], bool] = is_public
    tls: ssl.SSLContext = field(default_factory=ssl.create_default_context)
    port: int = HTTPS
    deadline: float = 20.0

    def status(self, host: str, address: str, target: str) -> tuple[int, str]:
        """Return the status and the Location of the answer of `host` at `address`; the body is not read.

        OSError, HTTPException or ValueError if there is no valid answer in time.
        """
        connection = _Connection(host, address, self)
        clock, end = Timer(self.deadline, connection.cut), monotonic() + self.deadline
        clock.start()
        try:
            connection.request("GET", target, headers={"User-Agent": self.agent, "Accept": "*/*"})
            answer = connection.getresponse()
            if monotonic() >= end:
                raise TimeoutError  # the headers were cut short
            return answer.status, answer.getheader("Location", "")
        finally:
            clock.cancel()
            connection.close()


def visit(url: str, network: Network) -> Trouble | None:
    """Return the trouble of visiting an address and its redirects, None if the page answers."""
    try:
        for _ in range(REDIRECTS + 1):
            answer = _requested(url, network)
            if isinstance(answer, str):
                return answer
            status, location = answer
            if not (location and HTTPStatus.MULTIPLE_CHOICES <= status < HTTPStatus.BAD_REQUEST):
                return _classified(status)
            # A header contains bytes, which http.client decodes as Latin-1.
            url = urljoin(url, quote(location.encode("latin-1"), safe=string.punctuation))
    except (OSError, HTTPException, ValueError):
        return "unreachable"
    return "redirects"


def _requested(url: str, network: Network) -> tuple[int, str] | Trouble:
    """Return the status and the Location of a page, or why it was not requested."""
    parts = urlsplit(url)
    if parts.scheme != "https" or not parts.hostname or parts.port not in (None, HTTPS):
        return "insecure"
    found = network.resolve(parts.hostname)
    if not found or not all(map(network.admit, found)):
        return "private"
    return network.status(parts.hostname, found[0], parts._replace(scheme="", netloc="", fragment="").geturl() or "/")


def _classified(status: int) -> Trouble | None:
    if status in _GONE:
        return "gone"
    if status in _REFUSED:
        return "refused"
    return None if HTTPStatus.OK <= status < HTTPStatus.MULTIPLE_CHOICES else "error"


class _Connection(HTTPSConnection):
    """A connection to the address that was admitted, without a second look-up (DNS rebinding)."""

    def __init__(self, host: str, address: str, network: Network) -> None:
        super().__init__(host, network.port, timeout=network.deadline, context=network.tls)
        self._address, self._tls = address, network.tls

    def connect(self) -> None:
        raw = socket.create_connection((self._address, self.port), self.timeout)
        self.sock = secure = self._tls.wrap_socket(raw, server_hostname=self.host, do_handshake_on_connect=False)
        secure.do_handshake()

    def cut(self) -> None:
        """Abort reading and writing: a socket timeout does not end a server that sends single bytes."""
        if self.sock:
            socket.socket.shutdown(self.sock, socket.SHUT_RDWR)

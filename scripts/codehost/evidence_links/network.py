"""A hardened HTTPS client for untrusted servers, against private addresses and slow answers."""

import socket
import ssl
from collections.abc import Callable
from dataclasses import dataclass, field
from http.client import HTTPSConnection
from ipaddress import ip_address
from threading import Timer
from time import monotonic

HTTPS = 443


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

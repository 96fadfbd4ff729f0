"""How servers of strangers are reached: their addresses may point anywhere, and they may do anything."""

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
    """Return the IPv4 addresses of a host, the only kind that the runners of the code host can reach."""
    return [str(found[4][0]) for found in socket.getaddrinfo(host, None, socket.AF_INET, socket.SOCK_STREAM)]


def is_public(address: str) -> bool:
    """Whether an address belongs to the public internet, not to the machine or network that asks."""
    found = ip_address(address)
    return found.is_global and not found.is_multicast


@dataclass(frozen=True, slots=True)
class Network:
    """What visits are made with. `agent` is what a visitor calls itself, `deadline` the seconds it waits at most."""

    agent: str
    resolve: Callable[[str], list[str]] = addresses
    admit: Callable[[str], bool] = is_public
    tls: ssl.SSLContext = field(default_factory=ssl.create_default_context)
    port: int = HTTPS
    deadline: float = 20.0

    def status(self, host: str, address: str, target: str) -> tuple[int, str]:
        """Return the status and the Location of what `host`, at its `address`, answers; the body stays unread.

        OSError, HTTPException or ValueError where there is no proper answer in time.
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
    """Connects to the very address that was admitted: no second look-up can lead elsewhere."""

    def __init__(self, host: str, address: str, network: Network) -> None:
        super().__init__(host, network.port, timeout=network.deadline, context=network.tls)
        self._address, self._tls = address, network.tls

    def connect(self) -> None:
        raw = socket.create_connection((self._address, self.port), self.timeout)
        self.sock = secure = self._tls.wrap_socket(raw, server_hostname=self.host, do_handshake_on_connect=False)
        secure.do_handshake()

    def cut(self) -> None:
        """End whatever is being read or written: a server that sends a byte now and then is never too slow."""
        if self.sock:
            socket.socket.shutdown(self.sock, socket.SHUT_RDWR)

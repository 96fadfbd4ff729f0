"""A visit to a page: redirects are followed, failures classified."""

import string
from http import HTTPStatus
from http.client import HTTPException
from typing import Literal
from urllib.parse import quote, urljoin, urlsplit

from codehost.evidence_links.network import HTTPS, Network

REDIRECTS = 5
_GONE = (HTTPStatus.NOT_FOUND, HTTPStatus.GONE)
_REFUSED = (HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN, HTTPStatus.TOO_MANY_REQUESTS)


Trouble = Literal["gone", "refused", "error", "unreachable", "insecure", "private", "redirects"]
"""The kinds of failures of a visit."""


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

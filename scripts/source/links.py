"""Addresses that a page may link to: web, mail, and within the site."""

import re
from functools import cache
from urllib.parse import urlsplit

_NEVER = re.compile(r'[\s"<>\\^`{|}]')
"""Characters that RFC 3986 allows in no address; browsers drop or replace them, or end the address there."""
_WEB = re.compile(r"https?://[^/?#@:\[\]]+(?::[0-9]{1,5})?(?:[/?#].*)?")
_MAIL = re.compile(r"mailto:[^/?#@:]+@[^/?#@:]+(?:\?.*)?")
_OWN = re.compile(r"(?!//)[^:/?#]*(?:[/?#].*)?")
"""A path, a query or a fragment: no scheme, and no host after two slashes."""


def is_web_address(text: str) -> bool:
    """Return whether a text is a web address: http or https, a host, no user information."""
    return _is_plain(text) and _WEB.fullmatch(text) is not None


@cache  # a page, a row and the search index show the same evidence
def bare_host(address: str) -> str:
    """Return the host of a web address without "www.", which names the source to readers."""
    return (urlsplit(address).hostname or "").removeprefix("www.")


def is_own(text: str) -> bool:
    """Return whether a text is an address within the site."""
    return _is_plain(text) and _OWN.fullmatch(text) is not None


def is_link(text: str) -> bool:
    """Return whether a page may link to an address, given with its entities resolved."""
    return is_web_address(text) or is_own(text) or (_is_plain(text) and _MAIL.fullmatch(text) is not None)


def _is_plain(text: str) -> bool:
    """Return whether every character is visible and literal: browsers drop tabs and line ends."""
    return text.isprintable() and not _NEVER.search(text)

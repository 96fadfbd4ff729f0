"""Addresses that a page may link to: of the web, of mail, or of the site itself."""

import re

_NEVER = re.compile(r'[\s"<>\\^`{|}]')
"""What RFC 3986 leaves out of every address, and a browser would drop, turn round or take for the end of it."""
_WEB = re.compile(r"https?://[^/?#@:\[\]]+(?::[0-9]{1,5})?(?:[/?#].*)?")
_MAIL = re.compile(r"mailto:[^/?#@:]+@[^/?#@:]+(?:\?.*)?")
_OWN = re.compile(r"(?!//)[^:/?#]*(?:[/?#].*)?")
"""A path, a query or a fragment: no scheme, and no host after two slashes."""


def is_web_address(text: str) -> bool:
    """Whether a text is an address of the web: http or https, a host, no user information."""
    return _is_plain(text) and _WEB.fullmatch(text) is not None


def is_own(text: str) -> bool:
    """Whether a text leads to the site that it is on."""
    return _is_plain(text) and _OWN.fullmatch(text) is not None


def is_link(text: str) -> bool:
    """Whether a page may link to an address, as it is after its entities are resolved."""
    return is_web_address(text) or is_own(text) or (_is_plain(text) and _MAIL.fullmatch(text) is not None)


def _is_plain(text: str) -> bool:
    """Whether every character can be seen and has its own meaning alone: browsers leave out tabs and line ends."""
    return text.isprintable() and not _NEVER.search(text)

"""Web addresses: their parts, public and reserved hosts, and addresses found in texts."""

import re
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import quote

_URL = re.compile("https://(?:(?P<user>[^/?#]*)@)?(?P<host>[^/?#:]*)(?P<port>:[^/?#]*)?(?P<rest>.*)", re.DOTALL)
_SIGNS = "._~:/?#@!$&'()*+,;=%[]-"
ALLOWED = re.compile(f"[A-Za-z0-9{re.escape(_SIGNS)}]+")
"""The characters of RFC 3986."""
_HOST = re.compile(
    "(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+(?P<top>[a-z]{2,63}|xn--[a-z0-9-]{2,59})", re.IGNORECASE
)
_PRIVATE = frozenset(
    """
    local localhost localdomain internal intranet private corp home lan test invalid onion arpa
    """.split()  # noqa: SIM905 - thirteen words in quotes would be harder to read
)
"""Top-level labels that do not exist on the public web (RFC 6761, RFC 6762, RFC 7686, RFC 8375, ICANN)."""
_RESERVED = re.compile("(?:.+\\.)?(?:example|test|invalid|localhost|example\\.(?:com|net|org))", re.IGNORECASE)
"""Reserved names (RFC 2606, RFC 6761)."""
_HOST_LIMIT = 253
_LONGEST = 5000
"""Characters of a text that are searched for addresses."""
_WRITTEN = re.compile('(?:https?:)?//[^\\s<>"“”„`|^{}]+|(?<![\\w@.-])www\\.[^\\s<>"“”„`|^{}]+', re.IGNORECASE)
_BARE = re.compile('\\s*((?:[\\w-]+\\.)+[a-z]{2,}(?:/[^\\s<>"“”„`|^{}]*)?)(?:\\s.*)?', re.IGNORECASE | re.DOTALL)
_CLOSING = {")": "(", "]": "["}
_TRAILING = ".,;:!?…'’»*_~"
_CONTINUED = re.compile("[ \t]*\n\\s*(?!https?:|//|www[.])(?:[a-z0-9_.~%/?&=#-]+\\s*$|[\\w.~%/?&=#-]*\\w[-_/=%&?]\\w)")
"""The continuation of an address that a mail program has wrapped: one word, or signs of addresses."""
_FILE = re.compile("\\.(?:pdf|docx?|xlsx?|jpe?g|png|tiff?|html?|aspx?|php|zip)\\W*$", re.IGNORECASE)


class Found(NamedTuple):
    """An address in a text. `secured`: it was written with http:// and is changed to https://."""

    url: str
    secured: bool


def parts_of(url: str) -> re.Match[str] | None:
    """Return user, host, port and rest of an https address; None if it is malformed."""
    return _URL.fullmatch(url) if ALLOWED.fullmatch(url) else None


def is_public(host: str) -> bool:
    """Return whether a host has a name of the public web, or one reserved for examples."""
    match = _HOST.fullmatch(host)
    return match is not None and match["top"].lower() not in _PRIVATE and len(host) <= _HOST_LIMIT


def is_reserved(host: str) -> bool:
    """Return whether a host is reserved for examples and tests."""
    return _RESERVED.fullmatch(host) is not None


def repaired(text: str) -> str:
    """Return the https address that a text means, encoded by RFC 3986 and RFC 3490; "" if there is none."""
    bare = re.sub("^(https?:)?/*", "", "".join(text.split("\n")).strip(), flags=re.IGNORECASE)
    if not (parts := _URL.fullmatch(f"https://{bare}")) or parts["user"] is not None or parts["port"]:
        return ""
    try:
        host = parts["host"].encode("idna").decode()
    except UnicodeError:
        return ""
    return f"https://{host}{quote(parts['rest'], safe=_SIGNS)}" if is_public(host) else ""


def addresses_in(text: str) -> tuple[Found, ...]:
    """Return the addresses in a text, each once: also in Markdown or <…>, followed by punctuation, without https://."""
    found: dict[str, Found] = {}
    for written in _written(text[:_LONGEST].replace("](", " ")):
        if url := repaired(written):
            secured = written.lower().startswith("http:")
            found.setdefault(url.casefold().removesuffix("/").replace("//www.", "//"), Found(url, secured))
    return tuple(found.values())


def is_torn(text: str) -> bool:
    """Return whether the one address of a text seems to be broken by white space: "https://…/Karar 12.pdf"."""
    found = list(_WRITTEN.finditer(text[:_LONGEST]))
    rest = text[found[0].end() : _LONGEST] if len(found) == 1 else ""
    return _FILE.search(rest) is not None or _CONTINUED.match(rest) is not None


def _written(text: str) -> Iterator[str]:
    """Yield what looks like an address, without the punctuation around it."""
    found = [match[0] for match in _WRITTEN.finditer(text)]
    bare = _BARE.fullmatch(text)
    for written in found or ([bare[1]] if bare else []):
        yield _trimmed(written)


def _trimmed(written: str) -> str:
    while written and (
        written[-1] in _TRAILING
        or ((opening := _CLOSING.get(written[-1])) and written.count(opening) < written.count(written[-1]))
    ):
        written = written[:-1]
    return written

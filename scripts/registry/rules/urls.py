"""Which addresses may be linked: plain, public, https."""

import re
from collections.abc import Iterator
from urllib.parse import quote

from registry.draft import Draft
from registry.fields import URL_LIMIT
from registry.rules.rule import Finding, quoted, rule
from source.tree import Scalar

_URL = re.compile("https://(?:(?P<user>[^/?#]*)@)?(?P<host>[^/?#:]*)(?P<port>:[^/?#]*)?(?P<rest>.*)", re.DOTALL)
_ALLOWED = re.compile("[A-Za-z0-9._~:/?#@!$&'()*+,;=%\\[\\]-]+")
"""The characters of RFC 3986."""
_SAFE = "._~:/?#@!$&'()*+,;=%[]-"
_HOST = re.compile(
    "(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+(?P<top>[a-z]{2,63}|xn--[a-z0-9-]{2,59})", re.IGNORECASE
)
_PRIVATE = {
    "local",
    "localhost",
    "localdomain",
    "internal",
    "intranet",
    "private",
    "corp",
    "home",
    "lan",
    "test",
    "invalid",
    "onion",
    "arpa",
}
"""Last parts of names that lead nowhere on the public web (RFC 6761, RFC 6762, RFC 7686, RFC 8375, ICANN)."""
_HOST_LIMIT = 253
_EXAMPLE = "https://deneme.example/"


@rule(wrong="website: https:// followed by 3,000 characters")
def url_length(draft: Draft) -> Iterator[Finding]:
    """An address has at most 2000 characters."""
    for key, url in draft.urls:
        if len(url.text) > URL_LIMIT:
            tr = f"Adres {len(url.text)} karakter uzunluğunda; en çok {URL_LIMIT} karakter olabilir."
            yield Finding(
                url, tr, f"The address has {len(url.text)} characters; it may have {URL_LIMIT}.", key, _EXAMPLE
            )


@rule(wrong="website: http://deneme.example")
def url_https(draft: Draft) -> Iterator[Finding]:
    """An address begins with https://."""
    for key, url in _short(draft):
        if not url.text.startswith("https://"):
            tr = f"{quoted(url.text)} “https://” ile başlamıyor."
            yield Finding(url, tr, f"{quoted(url.text)} does not begin with “https://”.", key, _secured(url.text))


@rule(wrong="website: https://deneme.example/meclis kararı")
def url_form(draft: Draft) -> Iterator[Finding]:
    """An address holds no spaces and none but the characters of an address; others are written with “%”."""
    for key, url in _short(draft):
        if url.text.startswith("https://") and not _ALLOWED.fullmatch(url.text):
            bad = next(letter for letter in url.text if not _ALLOWED.fullmatch(letter))
            shown = ("boşluk", "a space") if bad == " " else (quoted(bad), quoted(bad))
            tr = f"Adreste olamayacak bir karakter var: {shown[0]}."
            en = f"The address holds a character that no address has: {shown[1]}."
            yield Finding(url, tr, en, key, _encoded(url.text))


@rule(wrong="website: https://kullanici:parola@deneme.example")
def url_user(draft: Draft) -> Iterator[Finding]:
    """An address holds no user name and no password."""
    for key, url, parts in _formed(draft):
        if parts["user"] is not None:
            tr, en = (
                "Adreste kullanıcı adı ya da parola var: silin.",
                "The address holds a user name or a password: delete it.",
            )
            yield Finding(url, tr, en, key, f"https://{parts['host']}{parts['rest']}")


@rule(wrong="website: https://127.0.0.1")
def url_host(draft: Draft) -> Iterator[Finding]:
    """An address leads to a named host of the public web, by no port of its own."""
    for key, url, parts in _formed(draft):
        host = parts["host"]
        if parts["user"] is None and (parts["port"] or not _is_public(host)):
            tr = f"{quoted(host + (parts['port'] or ''))} herkese açık bir sitenin adı değil."
            en = f"{quoted(host + (parts['port'] or ''))} is not the name of a public site."
            yield Finding(url, tr, en, key, f"https://{host}{parts['rest']}" if _is_public(host) else _EXAMPLE)


def _short(draft: Draft) -> Iterator[tuple[str, Scalar]]:
    return ((key, url) for key, url in draft.urls if len(url.text) <= URL_LIMIT)


def _formed(draft: Draft) -> Iterator[tuple[str, Scalar, re.Match[str]]]:
    """Yield the addresses that have the form of one, with their parts."""
    for key, url in _short(draft):
        if (parts := _URL.fullmatch(url.text)) and _ALLOWED.fullmatch(url.text):
            yield key, url, parts


def _is_public(host: str) -> bool:
    match = _HOST.fullmatch(host)
    return match is not None and match["top"].lower() not in _PRIVATE and len(host) <= _HOST_LIMIT


def _secured(text: str) -> str:
    """Return the address that was meant by one without https."""
    rest = re.sub("^(https?:)?/*", "", text.strip(), flags=re.IGNORECASE)
    url = _encoded(f"https://{rest}")
    parts = _URL.fullmatch(url)
    return url if parts and _is_public(parts["host"]) and parts["user"] is None and not parts["port"] else _EXAMPLE


def _encoded(text: str) -> str:
    """Return an address with what it may not hold written as RFC 3986 and RFC 3490 want it."""
    parts = _URL.fullmatch("".join(text.split("\n")).strip())
    if not parts:
        return _EXAMPLE
    try:
        host = parts["host"].encode("idna").decode()
    except UnicodeError:
        return _EXAMPLE
    url = f"https://{host}{quote(parts['rest'], safe=_SAFE)}"
    return url if _is_public(host) and parts["user"] is None and not parts["port"] else _EXAMPLE

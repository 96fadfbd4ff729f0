"""Rules about addresses: plain, public, https."""

from collections.abc import Iterator
from re import Match

from registry.draft import Draft
from registry.fields import ARCHIVE, EVIDENCE_URL, URL_LIMIT, WEBSITE
from registry.rule import Finding, quoted, rule
from registry.web_addresses import ALLOWED, is_public, is_reserved, parts_of, repaired
from source.problems import Message
from source.yaml.nodes import Scalar

_EXAMPLES = {field.key: field.example for field in (WEBSITE, EVIDENCE_URL, ARCHIVE)}


@rule(wrong="website: https:// followed by 3,000 characters")
def url_length(draft: Draft) -> Iterator[Finding]:
    """An address has at most 2000 characters."""
    for key, url in draft.urls:
        if len(url.text) > URL_LIMIT:
            message = Message(
                "The address has {count} characters; at most {limit} are allowed.",
                count=len(url.text),
                limit=URL_LIMIT,
            )
            yield Finding(url, message, key, example=_EXAMPLES[key])


@rule(wrong="website: http://deneme.example")
def url_https(draft: Draft) -> Iterator[Finding]:
    """An address begins with https://."""
    for key, url in _short(draft):
        if not url.text.startswith("https://"):
            message = Message("{url} does not begin with “https://”.", url=quoted(url.text))
            yield Finding(url, message, key, _repaired(url.text), _EXAMPLES[key])


@rule(wrong="website: https://deneme.example/meclis kararı")
def url_form(draft: Draft) -> Iterator[Finding]:
    """An address contains no spaces and only the characters of an address; others are written with “%”."""
    for key, url in _short(draft):
        if url.text.startswith("https://") and not ALLOWED.fullmatch(url.text):
            bad = next(letter for letter in url.text if not ALLOWED.fullmatch(letter))
            shown = Message("a space") if bad == " " else quoted(bad)
            message = Message(
                "The address contains a character that is not allowed in addresses: {character}.", character=shown
            )
            yield Finding(url, message, key, _repaired(url.text), _EXAMPLES[key])


@rule(wrong="website: https://kullanici:parola@deneme.example")
def url_user(draft: Draft) -> Iterator[Finding]:
    """An address contains no user name or password."""
    for key, url, parts in _formed(draft):
        if parts["user"] is not None:
            message = Message("The address contains a user name or a password: delete it.")
            yield Finding(url, message, key, f"https://{parts['host']}{parts['rest']}")


@rule(wrong="website: https://127.0.0.1")
def url_host(draft: Draft) -> Iterator[Finding]:
    """An address leads to a named host of the public web, without a port number."""
    for key, url, parts in _formed(draft):
        host = parts["host"]
        if parts["user"] is None and (parts["port"] or not is_public(host)):
            message = Message("{host} is not the name of a public site.", host=quoted(host + (parts["port"] or "")))
            yield Finding(
                url, message, key, f"https://{host}{parts['rest']}" if is_public(host) else "", _EXAMPLES[key]
            )


@rule(wrong="website: https://deneme.example, in data/signatories.yaml")
def url_reserved(draft: Draft) -> Iterator[Finding]:
    """No address of the published file leads to a host that is reserved for examples and tests."""
    for key, url, parts in _formed(draft) if draft.published else ():
        if parts["user"] is None and is_public(parts["host"]) and is_reserved(parts["host"]):
            message = Message(
                "{host} is a name reserved for examples: write the real address.", host=quoted(parts["host"])
            )
            yield Finding(url, message, key)


def _repaired(text: str) -> str:
    """Return the correction of an address, "" if it would be too long."""
    fixed = repaired(text)
    return fixed if len(fixed) <= URL_LIMIT else ""


def _short(draft: Draft) -> Iterator[tuple[str, Scalar]]:
    return ((key, url) for key, url in draft.urls if len(url.text) <= URL_LIMIT)


def _formed(draft: Draft) -> Iterator[tuple[str, Scalar, Match[str]]]:
    for key, url in _short(draft):
        if parts := parts_of(url.text):
            yield key, url, parts

"""Proof of the applicant: a TXT record below the domain of a municipality's website with the address of its request.

It proves that the applicant controls the domain, not that the domain is the municipality’s; it does not prove a
signature, and stays in the request.
"""

import re
from urllib.parse import urlsplit

_OFFICIAL = re.compile("(?:.+\\.)?([a-z0-9-]+\\.(?:bel|gov)\\.tr)")
"""Domains that are given to municipalities and to public authorities alone."""
_CHUNK = re.compile('"((?:[^"\\\\]|\\\\.)*)"')
_LONGEST = 10_000
"""Characters of an answer worth reading; a request's address has fewer than 100."""


def is_official(website: str) -> bool:
    """Whether only a public authority can have the domain of a website; a record below any other proves less."""
    return _OFFICIAL.fullmatch(_host(website)) is not None


def record_name(label: str, website: str) -> str:
    """Return the name of the record: `label` below the domain of a website, without its "www."."""
    host = _host(website)
    official = _OFFICIAL.fullmatch(host)
    return f"{label}.{official[1] if official else host}"


def proves(answer: str, name: str, request: str) -> bool:
    """Whether a resolver's answer contains the address of the request.

    `answer` is what `dig +noall +answer TXT NAME` or `dig +short TXT NAME` prints: one record on each line, its text in
    quotes, long ones in several pieces (RFC 1035, 3.3.14). Records of other names prove nothing.
    """
    return any(_text(line, name) == request for line in answer[:_LONGEST].splitlines())


def _host(website: str) -> str:
    return (urlsplit(website).hostname or "").removeprefix("www.")


def _text(line: str, name: str) -> str | None:
    """Return the text of a record, None for a line that is none, or is one of another name."""
    owner, quote, _ = line.partition('"')
    if not quote or (owner.strip() and owner.split()[0].rstrip(".").lower() != name.lower()):
        return None
    return "".join(re.sub(r"\\(.)", r"\1", chunk) for chunk in _CHUNK.findall(line)).strip()

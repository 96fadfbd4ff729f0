"""Verification of an applicant by a DNS TXT record below the domain of the signatory's website.

The record contains the address of the request. It proves that the applicant controls the domain, not that the domain is
the signatory's, and not a signature; it stays in the request.
"""

import re

from registry.pack import pack_of
from registry.reference import Reference
from source.links import bare_host

_CHUNK = re.compile('"((?:[^"\\\\]|\\\\.)*)"')
_LONGEST = 10_000
"""Characters of an answer that are read; a request's address has fewer than 100."""


def is_official(website: str, reference: Reference) -> bool:
    """Return whether only a public authority can have the domain of a website; other domains prove less."""
    return pack_of(reference).official.fullmatch(bare_host(website)) is not None


def record_name(label: str, website: str, reference: Reference) -> str:
    """Return the name of the record: `label` below the domain of a website, without its "www."."""
    host = bare_host(website)
    official = pack_of(reference).official.fullmatch(host)
    return f"{label}.{official[1] if official else host}"


def proves(answer: str, name: str, request: str) -> bool:
    """Return whether a resolver's answer contains the address of the request in a record of `name`.

    `answer` is the output of `dig +noall +answer TXT NAME` or `dig +short TXT NAME`: one record on each line, its text
    in quotes, long ones in several pieces (RFC 1035, 3.3.14).
    """
    return any(_text(line, name) == request for line in answer[:_LONGEST].splitlines())


def _text(line: str, name: str) -> str | None:
    """Return the text of a record, None for any other line or a record of another name."""
    owner, quote, _ = line.partition('"')
    if not quote or (owner.strip() and owner.split()[0].rstrip(".").lower() != name.lower()):
        return None
    return "".join(re.sub(r"\\(.)", r"\1", chunk) for chunk in _CHUNK.findall(line)).strip()

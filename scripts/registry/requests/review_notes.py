"""Notes for the reviewers of a request: weak evidence, addresses that were changed or are examples."""

import re
from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple

from registry.web_addresses import is_reserved, parts_of
from source.links import bare_host

NoteKind = Literal[
    "drive", "social", "shortener", "form", "attachment", "home-page", "search", "mail", "secured", "reserved"
]
"""The reasons to check an address again."""


class Note(NamedTuple):
    """A note on an address of a request; its text is in data/codehost.yaml."""

    kind: NoteKind
    url: str


_SITES: Mapping[NoteKind, str] = {
    "search": """
        google.com/search google.com.tr/search bing.com/search yandex.com/search yandex.com.tr/search search.yahoo.com
        duckduckgo.com search.brave.com
    """,
    "mail": """
        mail.google.com mail.yahoo.com outlook.live.com outlook.office.com outlook.office365.com mail.yandex.com
        mail.yandex.com.tr
    """,
    "form": """
        forms.gle docs.google.com/forms forms.office.com forms.microsoft.com jotform.com surveymonkey.com typeform.com
    """,
    "attachment": "github.com/user-attachments user-images.githubusercontent.com raw.githubusercontent.com",
    "drive": """
        drive.google.com docs.google.com dropbox.com onedrive.live.com 1drv.ms sharepoint.com icloud.com wetransfer.com
        we.tl disk.yandex.com disk.yandex.com.tr yadi.sk mega.nz box.com mediafire.com
    """,
    "social": """
        facebook.com fb.com fb.watch instagram.com x.com twitter.com linkedin.com youtube.com youtu.be tiktok.com
        threads.net t.me telegram.me wa.me whatsapp.com bsky.app mastodon.social nsosyal.com
    """,
    "shortener": """
        bit.ly t.co goo.gl tinyurl.com ow.ly is.gd cutt.ly lnkd.in buff.ly rb.gy t.ly shorturl.at tiny.cc rebrand.ly
        s.id kisa.link qr.link
    """,
}
"""The kind of site → its places, each a host, or host and beginning of the path; the first match counts."""
_MAIL_HOST = re.compile("(?:web)?(?:mail|posta)[0-9]?\\..+|eposta\\..+")
"""Hosts of webmail of an institution."""
_HOME = re.compile("/?(?:(?:tr|en|index|default|home|ana-?sayfa)(?:\\.\\w+)?/?)?", re.IGNORECASE)
"""The path of a home page."""


def evidence_notes(url: str) -> Iterator[Note]:
    """Yield the weaknesses of a page as evidence: it may change, disappear, or not be specific."""
    parts, host = parts_of(url), bare_host(url)
    if not parts:
        return
    kinds = (
        kind for kind, places in _SITES.items() if any(_is_at(host, parts["rest"], each) for each in places.split())
    )
    if kind := next(kinds, None):
        yield Note(kind, url)
    elif _MAIL_HOST.fullmatch(host):
        yield Note("mail", url)
    elif is_home(url):
        yield Note("home-page", url)


def is_home(url: str) -> bool:
    """Return whether an address is that of a home page."""
    parts = parts_of(url)
    return parts is not None and _HOME.fullmatch(parts["rest"]) is not None


def address_notes(url: str, *, secured: bool) -> Iterator[Note]:
    """Yield notes on any address; `secured`: it was written with http://."""
    if secured:
        yield Note("secured", url)
    if is_reserved(bare_host(url)):
        yield Note("reserved", url)


def _is_at(host: str, path: str, place: str) -> bool:
    domain, _, folder = place.partition("/")
    return (host == domain or host.endswith(f".{domain}")) and (not folder or path.startswith(f"/{folder}"))

"""What the site allows a browser to do with its pages, and whom to tell of a fault."""

from collections.abc import Iterator
from datetime import timedelta

from publish.formats import render_format
from publish.site import Site

_SOURCES = {
    "default-src": "'none'",
    "base-uri": "'none'",
    "connect-src": "'self'",
    "font-src": "'self'",
    "form-action": "'none'",
    "img-src": "'self'",
    "manifest-src": "'self'",
    "script-src": "'self'",
    "style-src": "'self'",
    "require-trusted-types-for": "'script'",
    "trusted-types": "'none'",
}
POLICY = "; ".join(f"{directive} {source}" for directive, source in _SOURCES.items())
"""The Content Security Policy of every page: its own files and nothing else; no text becomes a script or markup."""

VALID = timedelta(days=364)
"""How long security.txt holds after the build: RFC 9116, 2.5.5, recommends less than a year."""


def security_files(site: Site) -> Iterator[tuple[str, bytes]]:
    """Yield (path, content) of the headers for hosts that read them from a file, and of security.txt (RFC 9116)."""
    yield "_headers", render_format(site.layout, "headers.txt", policy=POLICY, site=site).encode()
    values = {"contacts": contacts(site), "expires": site.settings.data_date + VALID, "site": site}
    yield ".well-known/security.txt", render_format(site.layout, "security.txt", **values).encode()


def contacts(site: Site) -> list[str]:
    """Return where to tell of a fault, the best way first; never empty, as the RFC wants it."""
    settings = site.settings
    private = [f"{settings.repo_url}/security/advisories/new"] if settings.repo_url else []
    listed = [*private, *([settings.contact_url] if settings.contact_url else [])]
    return listed or [f"{site.routes.absolute(site.routes.path('join', settings.default_locale))}#corrections"]

"""The content security policy, the other security headers, and security.txt."""

from collections.abc import Iterator, Mapping
from datetime import timedelta
from urllib.parse import urlsplit

from publish.site.site import Site
from publish.templating.formats import render_format

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
"""The Content Security Policy of a page: files of its own host only; scripts cannot turn text into code or markup."""

FORM_PAGE = "join"
"""The key of the page with the request form, the only form that is sent anywhere."""

VALID = timedelta(days=364)
"""How long security.txt is valid after the build: RFC 9116, 2.5.5, recommends less than a year."""


def policy(site: Site, key: str) -> str:
    """Return the Content Security Policy of a page; that with the form may send it to the code host only."""
    sends = key == FORM_PAGE and site.settings.repo_url
    return _joined(_SOURCES | ({"form-action": _origin(site.settings.repo_url)} if sends else {}))


def security_files(site: Site) -> Iterator[tuple[str, bytes]]:
    """Yield (path, content) of the headers for hosts that read them from a file, and of security.txt (RFC 9116).

    Where there is a page that sends a form, the policy for every path has no `form-action`, because a host may send
    both policies with that page. On all other pages, the policy in the page itself forbids forms.
    """
    settings = site.settings
    pages = [site.routes.path(FORM_PAGE, locale) for locale in settings.locales if settings.repo_url]
    policies = {
        "policy": _joined({name: source for name, source in _SOURCES.items() if not pages or name != "form-action"}),
        "form_policies": dict.fromkeys(pages, policy(site, FORM_PAGE)),
    }
    yield "_headers", render_format(site.layout, "headers.txt", **policies, site=site).encode()
    values = {"contacts": contacts(site), "expires": settings.data_date + VALID, "site": site}
    yield ".well-known/security.txt", render_format(site.layout, "security.txt", **values).encode()


def contacts(site: Site) -> list[str]:
    """Return the addresses for reports of vulnerabilities, the preferred one first; RFC 9116 requires at least one."""
    settings = site.settings
    private = [f"{settings.repo_url}/security/advisories/new"] if settings.repo_url else []
    listed = [*private, *([settings.contact_url] if settings.contact_url else [])]
    return listed or [f"{site.routes.address(FORM_PAGE, settings.default_locale)}#corrections"]


def _joined(sources: Mapping[str, str]) -> str:
    return "; ".join(f"{directive} {source}" for directive, source in sources.items())


def _origin(url: str) -> str:
    """Return the origin of an address as policies have it: scheme, host in ASCII (IDNA), and port if there is one."""
    parts = urlsplit(url)
    host = (parts.hostname or "").encode("idna").decode()
    return f"{parts.scheme}://{host}" + (f":{parts.port}" if parts.port else "")

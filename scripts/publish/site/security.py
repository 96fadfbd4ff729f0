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
    """Yield (path, content) of the headers for hosts that read them from a file, and of security.txt (RFC 9116)."""
    yield "_headers", render_format(site.layout, "headers.txt", **_policies(site), site=site).encode()
    values = {"contacts": contacts(site), "expires": site.settings.data_date + VALID, "site": site}
    yield ".well-known/security.txt", render_format(site.layout, "security.txt", **values).encode()


def contacts(site: Site) -> list[str]:
    """Return the addresses for reports of vulnerabilities, the preferred one first; RFC 9116 requires at least one."""
    settings = site.settings
    private = [f"{settings.repo_url}/security/advisories/new"] if settings.repo_url else []
    listed = [*private, *([settings.contact_url] if settings.contact_url else [])]
    return listed or [f"{site.routes.absolute(site.routes.path(FORM_PAGE, settings.default_locale))}#corrections"]


def _policies(site: Site) -> dict[str, object]:
    """Return the policy for every path, and path → policy of the pages that send a form.

    Where there is such a page, the policy for every path has no `form-action`, because a host may send both policies
    with that page. On all other pages, the policy in the page itself forbids forms.
    """
    if not site.settings.repo_url:
        return {"policy": _joined(_SOURCES), "form_policies": {}}
    elsewhere = {directive: source for directive, source in _SOURCES.items() if directive != "form-action"}
    paths = (site.routes.path(FORM_PAGE, locale) for locale in site.settings.locales)
    return {"policy": _joined(elsewhere), "form_policies": dict.fromkeys(paths, policy(site, FORM_PAGE))}


def _joined(sources: Mapping[str, str]) -> str:
    return "; ".join(f"{directive} {source}" for directive, source in sources.items())


def _origin(url: str) -> str:
    """Return the origin of an address as policies have it: scheme, host in ASCII (IDNA), and port if there is one."""
    parts = urlsplit(url)
    host = (parts.hostname or "").encode("idna").decode()
    return f"{parts.scheme}://{host}" + (f":{parts.port}" if parts.port else "")

"""Validation of settings: addresses and names fit pages, headers and security.txt; typefaces and pages exist."""

import re
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from ipaddress import IPv6Address

from publish.look.typefaces import ROLES
from publish.site.settings import HOME, TEXT_PAGE, Settings
from source.files import is_device_name
from source.languages import CONFIGURATION
from source.layout import Layout
from source.problems import Message, Problem, excerpt

_LONGEST_ADDRESS, _LONGEST_NAME = 250, 120
"""The largest numbers of characters; every page shows address and name."""
_HIGHEST_PORT = 65535
_LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_NAME = rf"{_LABEL}(?:\.{_LABEL})*"
_HOST = rf"https?://(?:{_NAME}|\[(?P<ipv6>[0-9A-Fa-f:.]+)\])(?::(?P<port>[0-9]{{1,5}}))?"
_CHARACTER = r"(?:[A-Za-z0-9._~!$&()*+,;=:@-]|%[0-9A-Fa-f]{2})"
_PLACE = rf"{_HOST}(?:/(?!\.\.?(?:/|\Z)){_CHARACTER}+)*/?"
_SITE = re.compile(_PLACE)
_PAGE = re.compile(rf"{_PLACE}(?:\?(?:{_CHARACTER}|[/?])*)?(?:\#(?:{_CHARACTER}|[/?])*)?")
_MAIL = re.compile(rf"mailto:[A-Za-z0-9._+-]+@{_NAME}")
"""RFC 3986 without quotation marks and user information; no segment of the path is empty, "." or ".."; a label of a
host has at most 63 characters (RFC 1035)."""
_SLUG = re.compile("[a-z0-9]+(-[a-z0-9]+)*")
_REQUIRED = (HOME, TEXT_PAGE, "side-by-side", "signatories", "join", "about", "corrections")
"""The pages that templates of others link to."""


def is_site_address(text: str) -> bool:
    """Return whether a site may have this address."""
    return _is_address(_SITE, text)


def check_settings(settings: Settings) -> Iterator[Problem]:
    """Yield a problem for every invalid setting, under the name of its environment variable."""
    for variable, address in (("SITE_URL", settings.site_url), ("REPO_URL", settings.repo_url)):
        if address and not is_site_address(address):
            message = Message(
                "“{address}” is not a site address: it begins with http or https, has no ?, #, ' or space.",
                address=excerpt(address),
            )
            yield Problem(variable, 1, 1, "setting-url", "", message, example=f"{variable}=https://ornek.example/yol")
    contact = settings.contact_url
    if contact and not (_is_address(_PAGE, contact) or _is_address(_MAIL, contact)):
        message = Message(
            "“{address}” is not a contact address: it begins with http, https or mailto, has no spaces.",
            address=excerpt(contact),
        )
        yield Problem("CONTACT_URL", 1, 1, "setting-url", "", message, example="CONTACT_URL=https://ornek.example/yaz")
    name = settings.publisher
    if not (name.isprintable() and name == name.strip() and '"' not in name and len(name) <= _LONGEST_NAME):
        message = Message(
            "The publisher’s name has up to {most} letters, no line end, double quote or invisible character.",
            most=_LONGEST_NAME,
        )
        yield Problem("PUBLISHER", 1, 1, "setting-text", "", message, example="PUBLISHER=Örnek Kurum")


def _is_address(form: re.Pattern[str], text: str) -> bool:
    """Return whether an address matches a pattern, and its length, port and IPv6 address are valid."""
    found = form.fullmatch(text) if len(text) <= _LONGEST_ADDRESS else None
    if not found:
        return False
    parts = found.groupdict()
    with suppress(ValueError):
        return int(parts.get("port") or 0) <= _HIGHEST_PORT and bool(IPv6Address(parts.get("ipv6") or "::1"))
    return False


def check_faces(layout: Layout, settings: Settings) -> Iterator[Problem]:
    """Yield a problem for every role without a typeface, and for every file that does not exist."""
    for role in ROLES:
        if not settings.fonts.get(role):
            message = Message("There is no font for “{role}” (extra.fonts).", role=role)
            yield Problem(CONFIGURATION, 1, 1, "missing-font", role, message)
        for name in settings.fonts.get(role, ()):
            if not (layout.root / name).is_file():
                message = Message("There is no such file: {name}.", name=name)
                yield Problem(CONFIGURATION, 1, 1, "missing-font", role, message)


def check_slugs(settings: Settings) -> Iterator[Problem]:
    """Yield a problem for every missing page, invalid slug of a page or folder, and for two pages with the same one."""
    for key in (each for each in _REQUIRED if each not in settings.slugs):
        message = Message("The page “{key}” is missing: other pages link to it. It need not be in the menu.", key=key)
        yield Problem(CONFIGURATION, 1, 1, "required-page", key, message, example=f"{key}: {{ tr: ornek-sayfa }}")
    for locale in settings.locales:
        if is_device_name(locale):
            yield _invalid(locale, locale, locale)
        for key, named in (*settings.slugs.items(), *settings.folders.items()):
            slug = named.get(locale)
            is_slug = isinstance(slug, str) and _SLUG.fullmatch(slug) and not is_device_name(slug)
            if (slug or key != HOME) and not is_slug:
                yield _invalid(key, locale, slug)
        counts = Counter(named.get(locale) for named in settings.slugs.values())
        for slug in (slug for slug, count in counts.items() if slug and count > 1):
            message = Message("Two pages have the same address in “{locale}”: {slug}.", locale=locale, slug=str(slug))
            yield Problem(CONFIGURATION, 1, 1, "duplicate-slug", str(slug), message)


def _invalid(key: str, locale: str, slug: object) -> Problem:
    message = Message(
        "“{slug}” cannot be the address of “{key}” in “{locale}”: use a-z, 0-9 and hyphens, no name like con or nul.",
        slug=str(slug),
        key=key,
        locale=locale,
    )
    return Problem(CONFIGURATION, 1, 1, "slug-form", key, message, example=f"{key}: {{ {locale}: ornek-sayfa }}")

"""Validation of page addresses: every file system can store them, and no two are the same."""

import re
from collections import Counter
from collections.abc import Iterator

from publish.site.settings import HOME, TEXT_PAGE, Settings
from source.files import is_device_name
from source.languages import CONFIGURATION
from source.problems import Message, Problem

_SLUG = re.compile("[a-z0-9]+(-[a-z0-9]+)*")

_REQUIRED = (HOME, TEXT_PAGE, "side-by-side", "signatories", "join", "about", "corrections")
"""The pages that templates of others link to."""


def check_slugs(settings: Settings) -> Iterator[Problem]:
    """Yield a problem for every missing page, invalid slug of a page or folder, and for two pages with the same one."""
    yield from (_missing(key) for key in _REQUIRED if key not in settings.slugs)
    for locale in settings.locales:
        if is_device_name(locale):
            yield _invalid(locale, locale, locale)
        for key, named in (*settings.slugs.items(), *settings.folders.items()):
            slug = named.get(locale)
            is_slug = isinstance(slug, str) and _SLUG.fullmatch(slug) and not is_device_name(slug)
            if (slug or key != HOME) and not is_slug:
                yield _invalid(key, locale, slug)
        yield from _duplicates(settings, locale)


def _missing(key: str) -> Problem:
    message = Message("The page “{key}” is missing: other pages link to it. It need not be in the menu.", key=key)
    return Problem(CONFIGURATION, 1, 1, "required-page", key, message, example=f"{key}: {{ tr: ornek-sayfa }}")


def _invalid(key: str, locale: str, slug: object) -> Problem:
    message = Message(
        "“{slug}” cannot be the address of “{key}” in “{locale}”: use a-z, 0-9 and hyphens, no name like con or nul.",
        slug=str(slug),
        key=key,
        locale=locale,
    )
    return Problem(CONFIGURATION, 1, 1, "slug-form", key, message, example=f"{key}: {{ {locale}: ornek-sayfa }}")


def _duplicates(settings: Settings, locale: str) -> Iterator[Problem]:
    counts = Counter(named.get(locale) for named in settings.slugs.values())
    for slug in (slug for slug, count in counts.items() if slug and count > 1):
        message = Message("Two pages have the same address in “{locale}”: {slug}.", locale=locale, slug=str(slug))
        yield Problem(CONFIGURATION, 1, 1, "duplicate-slug", str(slug), message)

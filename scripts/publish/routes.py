"""Addresses: which page stands where in each language, and links between them that also work below a sub-path."""

from collections.abc import Iterator
from dataclasses import dataclass
from posixpath import relpath

from publish.settings import Settings


@dataclass(frozen=True, slots=True)
class Routes:
    """Addresses of pages. A path is relative to the site's address: "deklarasyon/", or "" for the home page."""

    settings: Settings

    def path(self, key: str, locale: str) -> str:
        """Return the path of a page; the default language stands at the root, every other below its code.

        A key that has no slug is the id of a provision, and stands in the address as it is in every language.
        """
        prefix = "" if locale == self.settings.default_locale else f"{locale}/"
        slug = self.settings.slugs[key][locale] if key in self.settings.slugs else key
        return f"{prefix}{slug}/" if slug else prefix

    def signatory(self, identifier: str, locale: str) -> str:
        """Return the path of a signatory's page."""
        return f"{self.path('signatories', locale)}{identifier}/"

    def absolute(self, path: str) -> str:
        """Return the full address of a path."""
        return self.settings.site_url + path

    def alternates(self, key: str) -> Iterator[tuple[str, str]]:
        """Yield (hreflang, full address) of a page in every language, and for readers of any other."""
        for locale in self.settings.locales:
            yield locale, self.absolute(self.path(key, locale))
        yield "x-default", self.absolute(self.path(key, self.settings.default_locale))


def relative(target: str, start: str) -> str:
    """Return the link from one path to another: folders end with "/", the root is "".

    >>> relative("deklarasyon/", "en/declaration/")
    '../../deklarasyon/'
    """
    link = relpath(target or ".", start.rpartition("/")[0] or ".")
    return link if target and not target.endswith("/") else f"{link}/"

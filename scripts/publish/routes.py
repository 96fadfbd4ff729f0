"""Addresses: which page stands where in each language, and links between them that also work below a sub-path."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from posixpath import relpath

from publish.settings import Settings


@dataclass(frozen=True, slots=True)
class Routes:
    """Addresses of pages. A path is relative to the site's address: "deklarasyon/", or "" for the home page."""

    settings: Settings

    def path(self, key: str, locale: str) -> str:
        """Return the path of a page; the default language stands at the root, every other below its code.

        A key is one name, or several with "/" between them: "signatories/province/34". A name without a slug is an id,
        and stands in the address as it is in every language.
        """
        prefix = "" if locale == self.settings.default_locale else f"{locale}/"
        slug = "/".join(self._slug(name, locale) for name in key.split("/"))
        return f"{prefix}{slug}/" if slug else prefix

    def _slug(self, name: str, locale: str) -> str:
        slugs = self.settings.slugs.get(name) or self.settings.folders.get(name)
        return slugs[locale] if slugs else name

    def absolute(self, path: str) -> str:
        """Return the full address of a path."""
        return self.settings.site_url + path

    def alternates(self, key: str) -> Iterator[tuple[str, str]]:
        """Yield (hreflang, full address) of a page in every language, and for readers of any other."""
        for locale in self.settings.locales:
            yield locale, self.absolute(self.path(key, locale))
        yield "x-default", self.absolute(self.path(key, self.settings.default_locale))


@lru_cache(maxsize=4096)  # the frame of every page links to the same places
def relative(target: str, start: str) -> str:
    """Return the link from one path to another: folders end with "/", the root is "".

    >>> relative("deklarasyon/", "en/declaration/")
    '../../deklarasyon/'
    """
    link = relpath(target or ".", start.rpartition("/")[0] or ".")
    return link if target and not target.endswith("/") else f"{link}/"

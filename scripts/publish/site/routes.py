"""Routes: the address of every page in each language, and relative links that also work below a sub-path."""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from functools import lru_cache
from posixpath import relpath

from publish.site.settings import COMPARISON, TEXT_PAGE, Settings

TEXT_PAGES = (TEXT_PAGE, "side-by-side", "footnotes", COMPARISON)
"""The pages of which every edition has its own, apart from those of provisions."""


@dataclass(frozen=True, slots=True)
class Routes:
    """Addresses of pages. A path is relative to the site's address: "deklarasyon/", or "" for the home page.

    `prefix` is what the addresses of pages that show the text have in front: "2027/", or ""; `ids` are its provisions.
    """

    settings: Settings
    prefix: str = ""
    ids: AbstractSet[str] = frozenset()
    _above: dict[tuple[str, str], str] = field(default_factory=dict, init=False, compare=False)
    """A cache: the paths of the few folders of thousands of pages."""

    def path(self, key: str, locale: str) -> str:
        """Return the path of a page: in the default language at the root, in every other below its code.

        A key is the name of a page, which further names may follow: "signatories/place/34". A name without a slug is
        an id, the same in every language.
        """
        folder, _, name = key.rpartition("/")
        if not folder:
            prefix = "" if locale == self.settings.default_locale else f"{locale}/"
            prefix += self.prefix if self.is_of_text(name) else ""
            slugs = self.settings.slugs if name in self.settings.slugs else self.settings.folders
            slug = _slug(slugs, name, locale)
            return f"{prefix}{slug}/" if slug else prefix
        if (folder, locale) not in self._above:
            self._above[folder, locale] = self.path(folder, locale)
        return f"{self._above[folder, locale]}{_slug(self.settings.folders, name, locale)}/"

    def absolute(self, path: str) -> str:
        """Return the full address of a path."""
        return self.settings.site_url + path

    def address(self, key: str, locale: str) -> str:
        """Return the full address of a page."""
        return self.absolute(self.path(key, locale))

    def is_of_text(self, key: str) -> bool:
        """Return whether a page shows one text, so that every edition has its own: "c3", "declaration"."""
        return key in TEXT_PAGES or key in self.ids

    def alternates(self, key: str) -> Iterator[tuple[str, str]]:
        """Yield (hreflang, full address) of a page in every language, and for readers of any other."""
        addresses = {locale: self.address(key, locale) for locale in self.settings.locales}
        yield from addresses.items()
        yield "x-default", addresses[self.settings.default_locale]


def _slug(slugs: Mapping[str, Mapping[str, str]], name: str, locale: str) -> str:
    return slugs[name][locale] if name in slugs else name


@lru_cache(maxsize=4096)  # the frame of every page links to the same places
def relative(target: str, start: str) -> str:
    """Return the link from one path to another: folders end with "/", the root is "".

    >>> relative("deklarasyon/", "en/declaration/")
    '../../deklarasyon/'
    """
    link = relpath(target or ".", start.rpartition("/")[0] or ".")
    return link if target and not target.endswith("/") else f"{link}/"

"""What the one who publishes the site decides: addresses and names, from the configuration and the environment."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Settings of one build. `site_url` ends with "/"; "" stands for an address or name that is not set.

    `slugs` is page key → locale → slug, in the order of the menu; `locales` begins with the default one.
    """

    site_url: str
    repo_url: str
    contact_url: str
    publisher: str
    data_date: date
    sample: bool
    slugs: Mapping[str, Mapping[str, str]]
    locales: tuple[str, ...]

    @property
    def default_locale(self) -> str:
        """The language at the root of the site."""
        return self.locales[0]

    @property
    def base_path(self) -> str:
        """The path part of the site's address, with a slash at both ends: "/" or "/deklarasyon/"."""
        return urlsplit(self.site_url).path or "/"

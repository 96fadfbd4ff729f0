"""What the one who publishes the site decides: addresses and names, from the configuration and the environment."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Self
from urllib.parse import urlsplit
from uuid import UUID

from source.clock import day, today

DEFAULT_SITE_URL = "http://127.0.0.1:8000/"
HOME = "index"
"""The key of the home page."""
TEXT_PAGE = "declaration"
"""The key of the page that holds the whole text."""

DEFAULT_REGISTRY = "data/signatories.yaml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Settings of one build. `site_url` ends with "/"; "" stands for an address or name that is not set.

    `slugs` is page key → locale → slug, `folders` the same for parts of an address that are no page; `menu` are
    the keys of pages in the menu; `fonts` is role → files below the root; `locales` begins with the default. `feed_id`
    is what the ids in the feeds are made of; it outlives the site's address. `official` is true where the publisher is
    the body whose text this is.
    """

    site_url: str
    repo_url: str
    contact_url: str
    publisher: str
    official: bool
    registry: Path
    sample: bool
    data_date: date
    feed_id: UUID
    slugs: Mapping[str, Mapping[str, str]]
    folders: Mapping[str, Mapping[str, str]]
    menu: tuple[str, ...]
    fonts: Mapping[str, tuple[str, ...]]
    locales: tuple[str, ...]

    @classmethod
    def from_config(
        cls,
        site_url: str | None,
        repo_url: str | None,
        extra: Mapping[str, Any],
        locales: tuple[str, ...],
    ) -> Self:
        """Read the site builder's configuration; KeyError names what its `extra` lacks."""
        stamp = os.environ.get("SOURCE_DATE_EPOCH")
        return cls(
            site_url=f"{(site_url or DEFAULT_SITE_URL).rstrip('/')}/",
            repo_url=(repo_url or "").rstrip("/"),
            contact_url=extra["contact_url"] or "",
            publisher=extra["publisher"] or "",
            official=bool(extra["publisher"]) and extra["official"] is True,
            registry=Path(extra["registry"]),
            sample=Path(extra["registry"]).resolve() != Path(DEFAULT_REGISTRY).resolve(),
            data_date=day(int(stamp)) if stamp else today(),
            feed_id=UUID(extra["feed_id"]),
            slugs=extra["slugs"],
            folders=extra["folders"],
            menu=tuple(extra["menu"]),
            fonts={role: tuple(files) for role, files in extra["fonts"].items()},
            locales=locales,
        )

    @property
    def default_locale(self) -> str:
        """The language at the root of the site."""
        return self.locales[0]

    @property
    def base_path(self) -> str:
        """The path part of the site's address, with a slash at both ends: "/" or "/deklarasyon/"."""
        return urlsplit(self.site_url).path or "/"

"""The settings of the publisher: addresses and names, from the configuration and the environment."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any, Self
from urllib.parse import urlsplit
from uuid import UUID

from publish.site.source_date import SETTING as SOURCE_DATE
from publish.site.source_date import SourceDate, source_date
from source.clock import day
from source.languages import CONFIGURATION
from source.layout import Layout
from source.problems import Message, Problem, SourceError, refuse

DEFAULT_SITE_URL = "http://127.0.0.1:8000/"
HOME = "index"
"""The key of the home page."""
TEXT_PAGE = "declaration"
"""The key of the page with the whole text."""

COMPARISON = "comparison"
"""The folder of the pages that compare a text with earlier ones."""

_EXTRA = ("feed_id", "slugs", "folders", "menu", "fonts")
"""The keys that the configuration must have under `extra`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Settings of one build. `site_url` ends with "/"; an address or name that is not set is "".

    `shown_url` is the address that pictures show: in a preview, that of the published site, so that its pictures are
    used.

    `dated` is the date of the site, `data_date` its day in the time zone of the site. `sample` is true if the registry
    is not the published one, `official` if the publisher is the body that issued the text.

    `slugs` is page key → locale → slug, `folders` the same for parts of an address that are not pages. `menu` is the
    keys of the pages in the menu, `fonts` role → files below the root; `locales` begins with the default. The ids in
    feeds are derived from `feed_id`, so that they survive a change of the site's address.
    """

    site_url: str
    shown_url: str
    repo_url: str
    contact_url: str
    publisher: str
    official: bool
    registry: Path
    sample: bool
    dated: SourceDate
    data_date: date
    feed_id: UUID
    slugs: Mapping[str, Mapping[str, str]]
    folders: Mapping[str, Mapping[str, str]]
    menu: tuple[str, ...]
    fonts: Mapping[str, tuple[str, ...]]
    locales: tuple[str, ...]

    @classmethod
    def from_config(  # noqa: PLR0913 - values at the top of the configuration, and `extra`
        cls,
        layout: Layout,
        site_url: str | None,
        repo_url: str | None,
        extra: Mapping[str, Any],
        locales: tuple[str, ...],
        *,
        environment: Mapping[str, str] = MappingProxyType({}),
    ) -> Self:
        """Read the site builder's configuration; environment variables that are not empty take precedence.

        SourceError if a key below `extra` is missing, or `feed_id` or the date is invalid; `check_settings` checks the
        other values.
        """
        missing = (Message("“extra.{name}” is missing.", name=name) for name in _EXTRA if name not in extra)
        refuse(_problem("missing-setting", message) for message in missing)
        dated = source_date(layout, environment.get(SOURCE_DATE, ""))
        registry = registry_path(layout, environment)
        publisher = environment.get("PUBLISHER") or str(extra.get("publisher") or "")
        address = environment.get("SITE_URL") or site_url or DEFAULT_SITE_URL
        return cls(
            site_url=f"{address.rstrip('/')}/",
            shown_url=f"{(environment.get('SHOWN_URL') or address).rstrip('/')}/",
            repo_url=(environment.get("REPO_URL") or repo_url or "").rstrip("/"),
            contact_url=environment.get("CONTACT_URL") or str(extra.get("contact_url") or ""),
            publisher=publisher,
            official=bool(publisher) and str(environment.get("OFFICIAL") or extra.get("official")).lower() == "true",
            registry=registry,
            sample=is_sample(layout, registry),
            dated=dated,
            data_date=day(dated.seconds, layout),
            feed_id=_feed_id(extra["feed_id"]),
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


def registry_path(layout: Layout, environment: Mapping[str, str]) -> Path:
    """Return the path in DATA, relative to the working folder; the published registry if DATA is empty."""
    return Path(environment.get("DATA") or layout.registry)


def is_sample(layout: Layout, registry: Path) -> bool:
    """Return whether a registry is not the one that is published."""
    return os.path.realpath(registry) != os.path.realpath(layout.registry)


def _feed_id(text: object) -> UUID:
    try:
        return UUID(str(text))
    except ValueError:
        message = Message("“{text}” is not a UUID (extra.feed_id).", text=str(text))
        raise SourceError([_problem("feed-id", message, 'python3 -c "import uuid; print(uuid.uuid4())"')]) from None


def _problem(rule: str, message: Message, example: str = "") -> Problem:
    return Problem(CONFIGURATION, 1, 1, rule, "", message, example=example)

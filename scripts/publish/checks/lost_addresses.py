"""Published addresses that are missing from a built site, and how to restore them."""

import re
from collections.abc import Set as AbstractSet
from pathlib import Path

from declaration.file.read import text_path
from publish.checks.address_lock import published, recorded
from publish.site.site import Site
from source.problems import Message, Problem

_EXAMPLES = {
    "signatory": "aliases:\n  - {name}",
    "place": "{place}: {name}",
    "provision": "{{#{name}}}",
    "edition": "- key: {name}",
    "language": "- {{ locale: {name} }}",
    "file": "",
    "page": '{locale}: "{name}"',
}
"""Kind of address → an example of what to write."""

_MAKERS = {
    "404.html": "mkdocs.yml",
    "robots.txt": "mkdocs.yml",
    "_headers": "scripts/publish/site/security.py",
    ".well-known/": "scripts/publish/site/security.py",
    "icon-": "scripts/publish/images/icons.py",
    "site.webmanifest": "scripts/publish/images/icons.py",
    "data/": "scripts/publish/data/open_data.py",
    "feed.": "scripts/publish/data/feeds.py",
    "downloads/": "scripts/publish/downloads/all_downloads.py",
}
"""Prefix of the addresses of files that belong to no page → what makes them."""
_MAKER = "scripts/publish/build.py"
"""Makes the files that are not in `_MAKERS`: it lists every kind of output."""


def lost_addresses(site: Site, built: Path) -> list[Problem]:
    """Return a problem for every published address that the site in `built` lacks; none for sample data."""
    if site.settings.sample:
        return []
    present, promised = published(built), {address: line for line, address in recorded(site.layout)}
    lost = [address for address in promised if address not in present]
    return [_problem(site, promised[address], address, promised.keys()) for address in lost]


def _problem(site: Site, line: int, address: str, promised: AbstractSet[str]) -> Problem:
    others = (each for each in site.settings.locales if address.startswith(f"{each}/"))
    locale = next(others, site.settings.default_locale)
    kind, name = _kind(site, address, locale, promised)
    advice = _advice(site, kind, name, locale)
    message = Message("A published address is lost: {address}. {advice}", address=address, advice=advice)
    example = _EXAMPLES[kind].format(name=name, locale=locale, place=site.reference.definition.place_key)
    return Problem(site.layout.shown(site.layout.addresses), line, 1, "lost-address", "", message, example=example)


def _advice(site: Site, kind: str, name: str, locale: str) -> Message:
    """Return what to write, and where."""
    registry = site.layout.shown(site.settings.registry)
    text = site.layout.shown(text_path(site.layout, site.edition.key, locale))
    return {
        "signatory": Message(
            "If the id of the entry changed, write the former one into aliases in {registry}; put back a deleted"
            " entry.",
            registry=registry,
        ),
        "place": Message(
            "In a long list every place with entries has a page: put the deleted entries back into {registry}.",
            registry=registry,
        ),
        "provision": Message(
            "Put the passage “{name}” back into {text}, and its id into data/editions.yaml.", name=name, text=text
        ),
        "edition": Message("Put the edition “{name}” back into data/editions.yaml.", name=name),
        "language": Message("Put the language “{name}” back into languages in mkdocs.yml.", name=name),
        "file": Message("This file is made by {name}: put back what was removed there.", name=name),
        "page": Message(
            "Put the former address of the page back into extra.slugs in mkdocs.yml, and its file into docs/{locale}/.",
            locale=locale,
        ),
    }[kind]


def _kind(site: Site, address: str, locale: str, promised: AbstractSet[str]) -> tuple[str, str]:
    """Return the kind of an address and the name in it; `promised` are all addresses, which help to tell the kind."""
    folder, routes = address.rpartition("/")[0], site.routes
    for code in (address.partition("/")[0], *address.split(".")[1:2]):
        if code not in site.settings.locales and f"feed.{code}.xml" in promised:
            return "language", code
    patterns = {
        "signatory": rf"{re.escape(routes.path('signatories', locale))}([^/]+)/",
        "place": rf"{re.escape(routes.path('signatories/place', locale))}([^/]+)/",
        "edition": r"(?:badges/|(?:\w+/)?v/)(\w+)\b.*",
    }
    for kind, pattern in patterns.items():
        if match := re.fullmatch(pattern, address):
            return kind, match[1]
    if f"{folder}/cite.bib" in promised:
        return "provision", folder.rpartition("/")[2]
    if not address.endswith(("/", "/card.png")):
        return "file", next((maker for begins, maker in _MAKERS.items() if address.startswith(begins)), _MAKER)
    return "page", address.removeprefix(f"{locale}/").removeprefix("./").rpartition("/")[0].partition("/")[0]

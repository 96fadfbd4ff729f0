"""Published addresses that are missing from a built site, and how to restore them."""

import re
from collections.abc import Set as AbstractSet
from pathlib import Path

from declaration.file.read import text_path
from publish.checks.address_lock import lock_of, published, recorded
from publish.site.site import Site
from source.problems.problem import Problem

_FIXES = {
    "signatory": (
        "Kaydın id’si değiştiyse {registry} içinde aliases alanına eskisini yazın; kayıt silindiyse geri koyun.",
        "If the id of the entry changed, write the former one into aliases in {registry}; put back a deleted entry.",
        "aliases:\n  - {name}",
    ),
    "place": (
        "Uzun listede, kaydı olan her yerin bir sayfası vardır: silinen kayıtları {registry} içine geri koyun.",
        "In a long list every place with entries has a page: put the deleted entries back into {registry}.",
        "{place}: {name}",
    ),
    "provision": (
        "“{name}” bölümünü {text} içine ve data/editions.yaml içindeki ids listesine geri koyun.",
        "Put the passage “{name}” back into {text}, and its id into data/editions.yaml.",
        "{{#{name}}}",
    ),
    "edition": (
        "“{name}” metnini data/editions.yaml içine geri koyun.",
        "Put the edition “{name}” back into data/editions.yaml.",
        "- key: {name}",
    ),
    "language": (
        "“{name}” dilini mkdocs.yml içindeki languages listesine geri koyun.",
        "Put the language “{name}” back into languages in mkdocs.yml.",
        "- {{ locale: {name} }}",
    ),
    "file": (
        "Bu dosyayı {name} yapar: oradan çıkarılanı geri koyun.",
        "This file is made by {name}: put back what was removed there.",
        "",
    ),
    "page": (
        "Sayfanın eski adresini mkdocs.yml içinde extra.slugs altına, dosyasını docs/{locale}/ klasörüne geri koyun.",
        "Put the former address of the page back into extra.slugs in mkdocs.yml, and its file into docs/{locale}/.",
        '{locale}: "{name}"',
    ),
}
"""Kind of address → what to write and where, in Turkish and English, and an example."""

_MAKERS = {
    "404.html": "mkdocs.yml",
    "robots.txt": "mkdocs.yml",
    "_headers": "scripts/publish/site/security.py",
    ".well-known/": "scripts/publish/site/security.py",
    "icon-": "scripts/publish/images/icons.py",
    "site.webmanifest": "scripts/publish/images/icons.py",
    "data/": "scripts/publish/data/open_data.py",
    "feed.": "scripts/publish/data/feeds.py",
    "downloads/": "scripts/publish/downloads/offered.py",
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
    registry = site.layout.shown(site.settings.registry)
    text = site.layout.shown(text_path(site.layout, site.edition.key, locale))
    told = (
        each.format(name=name, locale=locale, registry=registry, text=text, place=site.reference.definition.place_key)
        for each in _FIXES[kind]
    )
    tr, en, example = told
    tr, en = f"Yayımlanmış bir adres kayıp: {address}. {tr}", f"A published address is lost: {address}. {en}"
    return Problem(site.layout.shown(lock_of(site.layout)), line, 1, "lost-address", "", tr, en, example=example)


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

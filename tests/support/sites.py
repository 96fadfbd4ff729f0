"""Sites of the fictional declaration with any registry, without a build: for outputs that depend on data alone."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import yaml

from publish.load import load_site
from publish.site.directory import directories
from publish.site.routes import Routes
from publish.site.settings import Settings
from publish.site.site import Site
from registry.counts import Tally
from registry.load import load
from registry.model import Signatory
from registry.sample import sample
from source.layout import Layout
from support.built import LOCALES
from support.golden import load as load_cases
from support.registry import render
from support.repository import MINIATURE_LOCALES, ROOT, SITE_URL, copy_miniature
from support.settings import mkdocs_extra


def real_site(root: Path = ROOT) -> Site:
    """Read the site of the repository."""
    return load_site(Layout(root), Settings.from_config(Layout(root), SITE_URL, None, mkdocs_extra(root), LOCALES))


def miniature_site(folder: Path) -> Site:
    """Read the miniature from a copy below `folder`."""
    root = copy_miniature(folder / "ornek")
    settings = Settings.from_config(Layout(root), SITE_URL, None, mkdocs_extra(root), MINIATURE_LOCALES)
    return load_site(Layout(root), settings)


def sampled(site: Site, count: int, folder: Path) -> tuple[Site, list[dict[str, Any]]]:
    """Return a site with `count` sample entries, and these entries as a YAML reader that is not ours sees them."""
    text = render(sample(count, site.reference))
    return with_registry(site, text, folder), yaml.load(text, yaml.BaseLoader)["signatories"]  # noqa: S506 - text alone


def with_registry(site: Site, text: str, folder: Path) -> Site:
    """Return a site whose registry is `text`."""
    path = folder / "signatories.yaml"
    path.write_text(text, encoding="utf-8")
    registry = load(path, path.name, site.reference)
    listed = directories(registry, site.reference, site.settings.locales)
    return replace(site, registry=registry, tally=Tally.of(registry), directories=listed)


def hostile(site: Site) -> Site:
    """Return a site with an entry for every hostile text, in all its texts; the rules are not applied."""
    like = max(site.registry.signatories, key=lambda entry: len(entry.signatures))
    texts = [case["text"] for case in load_cases("hostile.yaml")]
    listed = [_hostile(like, f"deneme-{number}", text) for number, text in enumerate(texts)]
    registry = replace(site.registry, signatories=tuple(listed))
    ordered = directories(registry, site.reference, site.settings.locales)
    return replace(site, registry=registry, tally=Tally.of(registry), directories=ordered)


def _hostile(like: Signatory, entry_id: str, text: str) -> Signatory:
    url = f"https://ornek.example/{text}"
    evidence = replace(like.signatures[0].evidence, url=url, archive=url)
    signatures = tuple(replace(signature, evidence=evidence) for signature in like.signatures)
    name = dict.fromkeys(like.name, f"Örnek {text}")
    return replace(like, id=entry_id, name=name, website=url, wikidata=text, signatures=signatures)


def moved(site: Site, **settings: Any) -> Site:
    """Return a site with other settings."""
    other = replace(site.settings, **settings)
    return replace(site, settings=other, routes=Routes(other))

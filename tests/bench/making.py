"""What takes long to make, and is kept in the cache: cards and the files to download."""

import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from statistics import median

from publication import ROOT, publication

from publish.downloads.all_downloads import MAKERS
from publish.downloads.download_context import Document
from publish.images.cards import card_png
from publish.pages.edition_pages import provision_pages
from publish.site.site import Site
from source.layout import Layout

CARDS = 12
"""As many as make an average; all 78 of them take minutes."""
Works = dict[str, tuple[int, Callable[[], object]]]


def measure(folder: Path, rounds: int) -> dict[str, tuple[int, float]]:
    """Return how many of each kind there are, and the median of seconds it takes to make them all with no cache."""
    site, _ = publication(ROOT / "data" / "signatories.yaml")
    all_rounds = [_works(_uncached(site, folder / f"making-{number}")) for number in range(rounds)]
    seconds = [{name: _seconds(work) for name, (_, work) in works.items()} for works in all_rounds]
    return {name: (count, median(each[name] for each in seconds)) for name, (count, _) in all_rounds[0].items()}


def _works(site: Site) -> Works:
    cards = [page.card for locale in site.declarations for _, page, _ in provision_pages(site, locale)][:CARDS]
    works: Works = {"social cards": (len(cards), lambda: [card_png(site, card) for card in cards])}
    documents = [Document(site, declaration) for declaration in site.declarations.values()]
    for (name, ending), make in MAKERS.items():
        works[f"{name}.{ending}"] = len(documents), lambda make=make: [make(document) for document in documents]
    return works


def _uncached(site: Site, root: Path) -> Site:
    """Return the site of a repository whose cache is empty; everything else is there."""
    root.mkdir()
    for path in ROOT.iterdir():
        if path.name != ".cache":
            (root / path.name).symlink_to(path)
    return replace(site, layout=Layout(root))


def _seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began

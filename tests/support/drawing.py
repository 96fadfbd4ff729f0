"""Draws a card, the badges and the PDF in a new process without a cache, and prints their digests."""

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from publish.downloads.download_context import Document
from publish.downloads.pdf import pdf
from publish.images.badges import badge_files
from publish.images.cards import Card, card_png
from source.layout import Layout
from support.repository import ROOT
from support.sites import real_site

WORDS = "Saha Ofisi, fıçı: İstanbul’un IŞIKLARI"


def drawn_elsewhere(environment: Mapping[str, str], folder: Path) -> list[str]:
    """Return the digests of what a process with other environment variables draws; `folder` is for its files."""
    folder.mkdir()
    for path in ROOT.iterdir():
        if path.name != ".cache":
            (folder / path.name).symlink_to(path)
    paths = os.pathsep.join(str(ROOT / each) for each in ("scripts", "tests"))
    command = [sys.executable, "-m", "support.drawing", folder]
    environment = {**os.environ, **environment, "PYTHONPATH": paths}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    return done.stdout.split()


def _main(folder: Path) -> None:
    site = replace(real_site(), layout=Layout(folder))
    cards = [card_png(site, Card(locale, WORDS, WORDS, locale=locale)) for locale in site.declarations]
    badges = [content for _, content in badge_files(site)]
    documents = [pdf(Document(site, declaration)) for declaration in site.declarations.values()]
    for content in (*cards, *badges, *documents):
        sys.stdout.write(f"{sha256(content).hexdigest()}\n")


if __name__ == "__main__":
    _main(Path(sys.argv[1]))

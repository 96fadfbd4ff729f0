"""Style sheets, scripts and fonts in a folder named by their digest, so that browsers may cache them for good."""

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Self

from rcssmin import cssmin
from rjsmin import jsmin

from publish.look.fonts import Face, subset_font
from source.files import read_text
from source.layout import Layout

STYLE_SHEETS: Mapping[str, tuple[str, ...]] = {
    "style.css": ("tokens", "frame", "text", "pages", "print", "contents", "pairs"),
    "home.css": ("inscription", "home"),
    "whole.css": ("facts", "whole"),
    "corrections.css": ("corrections", "rail"),
    "form.css": ("inscription", "form", "facts", "downloads", "rail"),
    "register.css": ("form", "facts", "directory", "signatory", "map"),
    "timeline.css": ("timeline",),
    "articles.css": ("articles",),
    "notfound.css": ("notfound",),
    "handles.css": ("handles",),
    "search.css": ("search",),
}
"""The parts of each style sheet, in order: later ones may refine earlier ones. Every page has the first. The others are
for home, the whole text, the record of corrections, pages with lists or the form, the background, texts with articles,
and addresses that are not there; the last two are loaded by scripts, for the bar of a provision and the search."""

VENDORED = ("minisearch/minisearch.js",)


@dataclass(frozen=True, slots=True)
class Assets:
    """All assets. `files` is name → content, published in `folder`; `faces` is name → font of those that are fonts."""

    folder: str
    files: Mapping[str, bytes]
    faces: Mapping[str, Face]

    @classmethod
    def build(cls, layout: Layout, locales: Iterable[str], faces: Mapping[str, Face], styles: str, icon: str) -> Self:
        """Collect and minify all assets; `styles` (CSS) and `icon` (SVG) are those that depend on the text."""
        files = {**dict(_files(layout, locales, faces, styles)), "icon.svg": icon.encode()}
        digest = sha256(b"".join(name.encode() + content for name, content in sorted(files.items())))
        return cls(f"assets/{digest.hexdigest()[:10]}", files, faces)

    def path(self, name: str) -> str:
        """Return the path of an asset below the site's address; KeyError if there is none."""
        if name not in self.files:
            raise KeyError(name)
        return f"{self.folder}/{name}"


def _files(
    layout: Layout, locales: Iterable[str], faces: Mapping[str, Face], more_styles: str
) -> Iterator[tuple[str, bytes]]:
    """Yield the files; the search imports a stemmer by the language of the page, so that every language has one."""
    own, vendor = layout.docs / "assets", layout.root / "vendor"
    for sheet, parts in STYLE_SHEETS.items():
        styles = "\n".join(_text(layout, own / "css" / f"{name}.css") for name in parts)
        yield sheet, cssmin(styles + (more_styles if sheet == "style.css" else "")).encode()
    for script in (*sorted((own / "js").glob("*.js")), *(vendor / name for name in VENDORED)):
        yield script.name, jsmin(_text(layout, script)).encode()
    for locale in locales:
        stemmer = stemmer_of(layout, locale) or own / "js" / "stemmers" / "none.js"
        yield f"stemmer.{locale}.js", jsmin(_text(layout, stemmer)).encode()
    for name, face in faces.items():
        yield name, subset_font(face, layout.cache)


def stemmer_of(layout: Layout, locale: str) -> Path | None:
    """Return the script that finds the stems of the words of a language: ours, a vendored one, or None."""
    ours, vendored = layout.docs / "assets" / "js" / "stemmers", layout.root / "vendor" / "stemmers"
    language = re.split("[-_]", locale)[0]
    # That a folder cannot be read is told where its files are read: exists() would raise it here.
    return next((path for each in (ours, vendored) if os.path.lexists(path := each / f"{language}.js")), None)


def _text(layout: Layout, path: Path) -> str:
    return read_text(path, layout.shown(path))

"""Style, scripts and fonts, under a folder named by their content: a browser may keep them for ever."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Self

from rcssmin import cssmin
from rjsmin import jsmin

from publish.faces import Faces
from publish.formats import render_format
from publish.webfonts import web_fonts
from source.layout import Layout

STYLES = ("tokens", "frame", "text", "pages", "directory", "print")
"""The order of the style sheets: later ones may refine earlier ones."""

VENDORED = ("minisearch/minisearch.js", "stemmer/stemmer.js")


@dataclass(frozen=True, slots=True)
class Assets:
    """`files` is name → content; all stand in `folder`."""

    folder: str
    files: Mapping[str, bytes]

    @classmethod
    def build(cls, layout: Layout, faces: Faces, running_heads: str) -> Self:
        """Gather and shrink everything; `running_heads` is the style of the printed page's margins."""
        files = dict(_files(layout, faces, running_heads))
        digest = sha256(b"".join(name.encode() + content for name, content in sorted(files.items())))
        return cls(f"assets/{digest.hexdigest()[:10]}", files)

    def path(self, name: str) -> str:
        """Return the path of an asset below the site's address; KeyError where there is none."""
        if name not in self.files:
            raise KeyError(name)
        return f"{self.folder}/{name}"


def _files(layout: Layout, faces: Faces, running_heads: str) -> Iterator[tuple[str, bytes]]:
    own, vendor = layout.docs / "assets", layout.root / "vendor"
    fonts = list(web_fonts(faces))
    own_styles = [(own / "css" / f"{name}.css").read_text(encoding="utf-8") for name in STYLES]
    own_styles.insert(1, render_format(layout, "fonts.css", fonts=fonts))
    yield "style.css", cssmin("\n".join(own_styles) + running_heads).encode()
    for script in (*sorted((own / "js").glob("*.js")), *(vendor / name for name in VENDORED)):
        yield script.name, jsmin(script.read_text(encoding="utf-8")).encode()
    for font in fonts:
        yield font.name, font.content(layout.cache)
    yield from ((icon.name, icon.read_bytes()) for icon in _icons(own))


def _icons(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.svg"))

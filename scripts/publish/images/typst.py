"""Documents set by Typst, reproducibly: the bytes depend on source, style and typefaces, not on the machine.

Pillow would shape text with libraries of the machine, by the rules of the language of its locale.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from io import BytesIO
from pathlib import Path
from typing import Any, Literal

import typst
from PIL import Image

from publish.look.ornament import Drawing
from publish.look.typefaces import SANS, SERIF
from publish.site.site import Site
from publish.templating.formats import render_format
from source.cache import cached
from source.layout import Layout

STANDARD: Literal["ua-1"] = "ua-1"
"""PDF/UA-1 (ISO 14289-1): what assistive technology needs of a PDF."""

PIXELS = 72.0
"""Pixels per inch where a pixel is a point."""

_MADE_BY = f"{version('typst')} {version('pillow')}"
_SEPARATOR = ";"
"""Separates the names of typefaces in an input; house.typ splits it there."""


@dataclass(frozen=True, slots=True)
class Setting:
    """A document to be set. `source` is Typst, and may import the files of overrides/formats/pdf/."""

    site: Site
    source: str

    def pdf(self) -> bytes:
        """Return the pages as tagged PDF."""
        return self._cached("pdf", lambda: self._compiled(format="pdf", pdf_standards=STANDARD))

    def png(self, resolution: float, palette: Sequence[int] = ()) -> bytes:
        """Return the only page as PNG; `resolution` is in pixels per inch, colours are reduced to a `palette`."""

        def drawn() -> bytes:
            picture = self._compiled(format="png", ppi=resolution)
            return _reduced(picture, palette) if palette else picture

        return self._cached("png", drawn, resolution, palette)

    def svg(self) -> bytes:
        """Return the only page as an SVG image, in which letters are outlines."""
        return self._cached("svg", lambda: self._compiled(format="svg"))

    def _cached(self, ending: str, make: Callable[[], bytes], *options: object) -> bytes:
        parts = f"{_MADE_BY} {STANDARD} {options} {self._inputs}".encode(), self.source.encode(), self._style
        return cached(self.site.layout.cache, ending, b"\0".join(parts), make)

    @property
    def _style(self) -> bytes:
        """The digest of the files that the source may import, and of the typefaces."""
        files = (*sorted(self._folder.glob("*.typ")), *self.site.typefaces.paths)
        return _digest(tuple((path, path.stat().st_mtime_ns, path.stat().st_size) for path in files))

    def _compiled(self, **options: Any) -> bytes:
        compiled: bytes = typst.compile(self.source.encode(), **options, **self.given)
        return compiled

    @property
    def _folder(self) -> Path:
        return self.site.layout.templates / "formats" / "pdf"

    @property
    def _inputs(self) -> dict[str, str]:
        """The inputs of house.typ: names of typefaces, colours, and the ornament in both sizes."""
        site = self.site
        return {
            **{role: _SEPARATOR.join(site.typefaces.families(role)) for role in (SERIF, SANS)},
            **site.colours.light,
            "rosette": _drawn(site.layout, site.rosette),
            "star": _drawn(site.layout, site.star),
        }

    @property
    def given(self) -> dict[str, Any]:
        """The options of the compiler: it uses no typefaces of the machine."""
        return {
            "root": self._folder,
            "font_paths": sorted({path.parent for path in self.site.typefaces.paths}),
            "sys_inputs": self._inputs,
            "ignore_system_fonts": True,
        }


@cache  # hundreds of pictures use the same files
def _digest(files: tuple[tuple[Path, int, int], ...]) -> bytes:
    """Return the digest of files, given with the time of their last change and their size."""
    return sha256(b"\0".join(path.read_bytes() for path, _, _ in files)).digest()


@cache
def _drawn(layout: Layout, drawing: Drawing) -> str:
    return render_format(layout, "ornament.svg", drawing=drawing)


def _reduced(picture: bytes, palette: Sequence[int]) -> bytes:
    target, colours = BytesIO(), Image.new("P", (1, 1))
    colours.putpalette(palette)
    with Image.open(BytesIO(picture)) as image:
        flat = image.convert("RGB").quantize(palette=colours, dither=Image.Dither.NONE)
    flat.save(target, "PNG", optimize=True)
    return target.getvalue()

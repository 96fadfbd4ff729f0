"""The logos of signatories, re-encoded so that nothing else in the file is published."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import PIL
from PIL import Image

from publish.site.site import Site
from registry.model import Signatory
from source.cache import cached

BOX = (192, 96)
"""The largest width and height in pixels: twice the size on pages, for high-density screens."""


def logo_path(signatory: Signatory) -> str:
    """Return the path of a signatory's published logo below the site's address, or ""."""
    return f"logos/{signatory.id}.webp" if signatory.logo else ""


def logo_files(site: Site) -> Iterator[tuple[str, bytes]]:
    """Yield (path, content) of every logo, at the present id of its signatory and at former ones."""
    for signatory in site.registry.signatories:
        if signatory.logo:
            content = logo_webp(site.settings.registry.parent / "logos" / signatory.logo, site.layout.cache)
            yield from ((f"logos/{each}.webp", content) for each in (signatory.id, *signatory.aliases))


def logo_webp(source: Path, cache: Path) -> bytes:
    """Return a logo, which has passed the rules of the registry, as a small WebP without metadata, cached."""
    content = source.read_bytes()
    return cached(cache, "webp", content + f"{PIL.__version__} {BOX}".encode(), lambda: _redrawn(content))


def _redrawn(content: bytes) -> bytes:
    with Image.open(BytesIO(content), formats=("PNG", "WEBP")) as image:
        pixels = image.convert("RGBA")
    pixels.thumbnail(BOX, Image.Resampling.LANCZOS)
    target = BytesIO()
    Image.frombytes("RGBA", pixels.size, pixels.tobytes()).save(target, "WEBP", quality=85, method=6)
    return target.getvalue()

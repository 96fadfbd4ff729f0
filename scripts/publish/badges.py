"""Badges for a signatory's own website: one for each edition and language, as SVG and as PNG."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import PIL
from PIL import Image, ImageDraw

from publish.cache import cached
from publish.cards import INK, PAPER, SOFT, TILE
from publish.formats import render_format
from publish.ornament import rosette
from publish.site import Site
from publish.typeset import LEADING, Setting, fit

SIZE = (320, 80)
"""CSS pixels; the PNG has twice as many of its own."""
SCALE = 2
_TEXT_LEFT, _TEXT_TOP, _TITLE_TOP = 84, 6, 34
_SIGNED_SIZE, _TITLE_SIZES = 20, (14, 13, 12, 11, 10)
_ORNAMENT = (42, 40, 30)
"""Centre and radius of the star."""


def badge_path(edition: str, locale: str, ending: str = "svg") -> str:
    """Return the path of a badge below the site's address."""
    return f"badges/{edition}.{locale}.{ending}"


def badge_alt(site: Site, edition: str, locale: str) -> str:
    """Return what a badge says, in one line."""
    signed, title = _words(site, edition, locale)
    return f"{signed}: {title}"


def badge_files(site: Site) -> Iterator[tuple[str, bytes]]:
    """Yield (path, content) of all badges."""
    for edition in site.editions:
        for locale in site.settings.locales:
            signed, title = _words(site, edition.key, locale)
            setting = _set(title, site.layout.root / "vendor" / "fonts", 1)
            yield badge_path(edition.key, locale), _svg(site, locale, signed, setting).encode()
            yield badge_path(edition.key, locale, "png"), _png(site, signed, title)


def _words(site: Site, key: str, locale: str) -> tuple[str, str]:
    (edition,) = (each for each in site.editions if each.key == key)
    return site.labels.text("badge.signed", locale), f"{edition.title[locale]}, {key}"


def _set(title: str, fonts: Path, scale: int) -> Setting:
    box = ((SIZE[0] - _TEXT_LEFT - 6) * scale, (SIZE[1] - _TITLE_TOP - 3) * scale)
    return fit(title, fonts / "SourceSans3-Regular.ttf", box, [size * scale for size in _TITLE_SIZES])


def _svg(site: Site, locale: str, signed: str, title: Setting) -> str:
    lines = [
        (line, _TITLE_TOP + (index + 0.8) * title.size * LEADING, round(title.font.getlength(line), 1))
        for index, line in enumerate(title.lines)
    ]
    colours = {"paper": PAPER, "ink": INK, "soft": SOFT, "tile": TILE}
    values = {"locale": locale, "signed": signed, "lines": lines, "size": title.size, "left": _TEXT_LEFT, **colours}
    return render_format(site.layout, "badge.svg", width=SIZE[0], height=SIZE[1], **values)


def _png(site: Site, signed: str, title: str) -> bytes:
    dependencies = f"{PIL.__version__} {signed} {title} {Path(__file__).read_bytes()!r}".encode()
    fonts = site.layout.root / "vendor" / "fonts"
    return cached(site.layout.cache, "png", dependencies, lambda: _draw(signed, title, fonts))


def _draw(signed: str, title: str, fonts: Path) -> bytes:
    size = (SIZE[0] * SCALE, SIZE[1] * SCALE)
    image = Image.new("RGB", size, PAPER)
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, size[0] - 1, size[1] - 1), outline=TILE, width=SCALE)
    x, y, radius = (each * SCALE for each in _ORNAMENT)
    image.paste(TILE, mask=rosette(size, (x, y), radius, SCALE))
    face = fit(signed, fonts / "Literata-Regular.ttf", (size[0], size[1]), [_SIGNED_SIZE * SCALE])
    draw.text((_TEXT_LEFT * SCALE, _TEXT_TOP * SCALE - 4), signed, font=face.font, fill=INK)
    setting = _set(title, fonts, SCALE)
    for index, line in enumerate(setting.lines):
        top = _TITLE_TOP * SCALE + index * setting.size * LEADING
        draw.text((_TEXT_LEFT * SCALE, top), line, font=setting.font, fill=SOFT)
    target = BytesIO()
    image.quantize(32).save(target, "PNG", optimize=True)
    return target.getvalue()

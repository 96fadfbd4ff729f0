"""Badges for a signatory's own website: one for each edition and language, as SVG and as PNG."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import PIL
from PIL import Image, ImageDraw, ImageOps

from publish.cache import cached
from publish.cards import INK, PAPER, SOFT, TILE
from publish.formats import render_format
from publish.languages import Direction, direction
from publish.ornament import rosette
from publish.site import Site
from publish.typefaces import SANS, SERIF, Typefaces
from publish.typeset import LEADING, Setting, draw_lines, fit

SIZE = (320, 80)
"""CSS pixels; the PNG has twice as many of its own."""
SCALE = 2
_TEXT_LEFT, _TEXT_TOP, _TITLE_TOP = 84, 6, 34
_SIGNED_SIZES, _TITLE_SIZES = (20, 19, 18, 17, 16, 15, 14), (14, 13, 12, 11, 10)
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
            settings = _sign(signed, site.typefaces, 1), _set(title, site.typefaces, 1)
            yield badge_path(edition.key, locale), _svg(site, locale, *settings).encode()
            yield badge_path(edition.key, locale, "png"), _png(site, signed, title, direction(locale))


def _words(site: Site, key: str, locale: str) -> tuple[str, str]:
    return site.labels.text("badge.signed", locale, edition=key), site.labels.text("site.name", locale)


def _set(title: str, faces: Typefaces, scale: int) -> Setting:
    box = ((SIZE[0] - _TEXT_LEFT - 6) * scale, (SIZE[1] - _TITLE_TOP - 3) * scale)
    return fit(title, faces.file_for(SANS, title), box, [size * scale for size in _TITLE_SIZES])


def _sign(signed: str, faces: Typefaces, scale: int) -> Setting:
    box = ((SIZE[0] - _TEXT_LEFT - 6) * scale, (_TITLE_TOP - _TEXT_TOP) * scale)
    return fit(signed, faces.file_for(SERIF, signed), box, [size * scale for size in _SIGNED_SIZES])


def _svg(site: Site, locale: str, signed: Setting, title: Setting) -> str:
    lines = [
        (line, _TITLE_TOP + (index + 0.8) * title.size * LEADING, round(title.font.getlength(line), 1))
        for index, line in enumerate(title.lines)
    ]
    colours = {"paper": PAPER, "ink": INK, "soft": SOFT, "tile": TILE}
    sign = {"signed": " ".join(signed.lines), "signed_size": signed.size}
    sign["signed_length"] = round(max(map(signed.font.getlength, signed.lines)), 1)
    values = sign | {"locale": locale, "lines": lines, "size": title.size, "left": _TEXT_LEFT, **colours}
    families = {"serif": site.typefaces.families(SERIF)[0], "sans": site.typefaces.families(SANS)[0]}
    values |= {"direction": direction(locale), **families}
    return render_format(site.layout, "badge.svg", width=SIZE[0], height=SIZE[1], **values)


def _png(site: Site, signed: str, title: str, towards: Direction) -> bytes:
    look = f"{PIL.__version__} {signed} {title} {towards} {Path(__file__).read_bytes()!r}"
    dependencies = b"\0".join([look.encode(), *site.typefaces.contents])
    return cached(site.layout.cache, "png", dependencies, lambda: _draw(signed, title, site.typefaces, towards))


def _draw(signed: str, title: str, faces: Typefaces, towards: Direction) -> bytes:
    image = _ground(towards)
    draw = ImageDraw.Draw(image)
    sign = _sign(signed, faces, SCALE)
    left = _TEXT_LEFT * SCALE
    draw_lines(draw, (left, _TEXT_TOP * SCALE - 4), sign, INK, towards)
    draw_lines(draw, (left, _TITLE_TOP * SCALE), _set(title, faces, SCALE), SOFT, towards)
    target = BytesIO()
    image.quantize(32).save(target, "PNG", optimize=True)
    return target.getvalue()


def _ground(towards: Direction) -> Image.Image:
    size = (SIZE[0] * SCALE, SIZE[1] * SCALE)
    image = Image.new("RGB", size, PAPER)
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, size[0] - 1, size[1] - 1), outline=TILE, width=SCALE)
    x, y, radius = (each * SCALE for each in _ORNAMENT)
    image.paste(TILE, mask=rosette(size, (x, y), radius, SCALE))
    return ImageOps.mirror(image) if towards == "rtl" else image

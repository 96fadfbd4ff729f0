"""Badges for a signatory's own website: one for each edition and language, as SVG and as PNG."""

from collections.abc import Iterator

from publish.i18n.cldr import direction
from publish.images.outlines import Outlines
from publish.images.typst import PIXELS, Setting
from publish.site.site import Site
from publish.templating.formats import render_format, typst

SIZE = (320, 80)
"""Width and height in CSS pixels."""
SCALE = 2
"""Pixels of the PNG for a CSS pixel."""
_LAYOUT = {"width": SIZE[0], "height": SIZE[1], "rosette_size": 62, "margin": 9}
"""Sizes in CSS pixels. The rosette is on the left, in languages from right to left on the right, `margin` around it."""


def badge_path(edition: str, locale: str, ending: str = "svg") -> str:
    """Return the path of a badge below the site's address."""
    return f"badges/{edition}.{locale}.{ending}"


def badge_alt(site: Site, edition: str, locale: str) -> str:
    """Return the text of a badge in one line, for `alt`."""
    signed, title = _words(site, edition, locale)
    return f"{signed}: {title}"


def badge_files(site: Site) -> Iterator[tuple[str, bytes]]:
    """Yield (path, content) of all badges."""
    for edition in site.editions:
        for locale in site.settings.locales:
            setting = badge_setting(site, edition.key, locale)
            yield badge_path(edition.key, locale), _svg(site, edition.key, locale, setting).encode()
            yield badge_path(edition.key, locale, "png"), setting.png(PIXELS * SCALE, site.colours.palette())


def badge_setting(site: Site, edition: str, locale: str) -> Setting:
    """Return the Typst document of a badge."""
    signed, title = _words(site, edition, locale)
    values = {"locale": locale, "direction": direction(locale), "signed": signed, "title": title, "literal": typst}
    return Setting(site, render_format(site.layout, "pdf/badge.typ", **values, **_LAYOUT))


def _words(site: Site, edition: str, locale: str) -> tuple[str, str]:
    """Return the words of a badge and the title of the text: of a later text its own, else the name of the site."""
    later = next((other for other in site.others if other.edition.key == edition), None)
    title = later.edition.title[locale] if later else site.labels.text("site.name", locale)
    return site.labels.text("badge.signed", locale, edition=edition), title


def _svg(site: Site, edition: str, locale: str, setting: Setting) -> str:
    """Return the badge with its words as outlines: it looks the same whatever typefaces a reader has."""
    values = {"locale": locale, "alt": badge_alt(site, edition, locale), "direction": direction(locale)}
    drawn = {"words": Outlines.of(setting), "rosette": site.rosette, "colours": site.colours.light}
    return render_format(site.layout, "badge.svg", **values, **drawn, **_LAYOUT)

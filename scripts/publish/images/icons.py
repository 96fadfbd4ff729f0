"""Icons of the site for home screens and browser tabs."""

from collections.abc import Iterator

from publish.images.typst import PIXELS, Setting
from publish.site.site import Site
from publish.templating.formats import render_format

ICON_SIDES = (180, 192, 512)
"""Pixels: the home screen of iOS, then the two sizes that browsers expect in a web manifest."""


def icon_files(site: Site) -> Iterator[tuple[str, bytes]]:
    """Yield (path, content) of the icons and the web manifest."""
    for side in ICON_SIDES:
        yield f"icon-{side}.png", Setting(site, render_format(site.layout, "pdf/icon.typ", side=side)).png(PIXELS)
    values = {"locale": site.settings.default_locale, "t": site.labels.text, "sides": ICON_SIDES[1:]}
    manifest = render_format(site.layout, "site.webmanifest", paper=site.colours.light["paper"], **values)
    yield "site.webmanifest", manifest.encode()

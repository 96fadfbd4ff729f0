"""What stands for the site elsewhere: on a home screen, in a browser tab."""

from collections.abc import Iterator

from publish.colours import PAPER, TILE
from publish.formats import render_format
from publish.ornament import icon_png
from publish.site import Site

ICON_SIDES = (180, 192, 512)
"""Apple's home screen; the two sizes that the web manifest's readers ask for."""


def identity_files(site: Site) -> Iterator[tuple[str, bytes]]:
    """Yield (path, content) of the icons and the web manifest."""
    for side in ICON_SIDES:
        yield f"icon-{side}.png", icon_png(side, TILE, PAPER)
    locale = site.settings.default_locale
    manifest = render_format(site.layout, "site.webmanifest", locale=locale, t=site.labels.text, sides=ICON_SIDES[1:])
    yield "site.webmanifest", manifest.encode()

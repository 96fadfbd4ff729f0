"""What stands for the site elsewhere: on a home screen, in a browser tab, beside a shared link."""

from collections.abc import Iterator

from publish.cards import PAPER, TILE, Card, card_png
from publish.dates import long_date
from publish.formats import render_format
from publish.ornament import icon_png
from publish.site import Site

ICON_SIDES = (180, 192, 512)
"""Apple's home screen; the two sizes that the web manifest's readers ask for."""


def card_path(locale: str) -> str:
    """Return the path of the site's social card in a language."""
    return f"card.{locale}.png"


def identity_files(site: Site) -> Iterator[tuple[str, bytes]]:
    """Yield (path, content) of the icons, the web manifest and the social cards."""
    for side in ICON_SIDES:
        yield f"icon-{side}.png", icon_png(side, TILE, PAPER)
    locale = site.settings.default_locale
    manifest = render_format(site.layout, "site.webmanifest", locale=locale, t=site.labels.text, sides=ICON_SIDES[1:])
    yield "site.webmanifest", manifest.encode()
    for locale, declaration in site.declarations.items():
        adopted = site.labels.text("declaration.adopted", locale, date=long_date(site.edition.adopted, locale))
        card = Card(site.labels.text("site.name", locale), declaration.title, adopted)
        yield card_path(locale), card_png(card, site.layout)

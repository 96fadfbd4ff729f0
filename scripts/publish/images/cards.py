"""Social cards: preview images of links, 1200 by 630 pixels."""

from dataclasses import dataclass

from publish.i18n.cldr import direction
from publish.images.typst import PIXELS, Setting
from publish.site.site import Site
from publish.templating.formats import render_format, typst

SIZE = (1200, 630)
"""Width and height in pixels: 1.91 to 1, which readers of Open Graph do not crop."""


@dataclass(frozen=True, slots=True)
class Card:
    """The words of a card: a small line above, the text, a small line below.

    `before` and `after` complete the sentence of which the text is a part, "" if it needs none; `notice` marks a
    translation; `address` is that of the page; `locale` is the language of all of them.
    """

    above: str
    text: str
    below: str
    before: str = ""
    after: str = ""
    notice: str = ""
    address: str = ""
    locale: str = ""

    @property
    def quote(self) -> str:
        """The text as a complete sentence."""
        return " ".join(filter(None, (self.before, self.text, self.after)))

    @property
    def alt(self) -> str:
        """The words of the card in one line, for `alt`."""
        source = ", ".join(filter(None, (self.below, self.notice)))
        return ": ".join(filter(None, (self.above, self.quote))) + (f" ({source})" if source else "")


def card_png(site: Site, card: Card) -> bytes:
    """Return a card as PNG, from the cache if it has it."""
    return card_setting(site, card).png(PIXELS, site.colours.palette())


def card_setting(site: Site, card: Card) -> Setting:
    """Return a card as a document of Typst."""
    width, height = SIZE
    values = {"card": card, "direction": direction(card.locale), "literal": typst, "width": width, "height": height}
    return Setting(site, render_format(site.layout, "pdf/card.typ", **values))

"""Badges for a signatory's own website: one for each edition and language, as SVG and as PNG."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element, fromstring

from publish.i18n.cldr import direction
from publish.images.typst import PIXELS, Setting
from publish.site.site import Site
from publish.templating.formats import render_format, typst

SIZE = (320, 80)
"""Width and height in CSS pixels."""
SCALE = 2
"""Pixels of the PNG for a CSS pixel."""
_LAYOUT = {"width": SIZE[0], "height": SIZE[1], "rosette_size": 62, "margin": 9}
"""Sizes in CSS pixels. The rosette is on the left, in languages from right to left on the right, `margin` around it."""
_SVG, _LINK = "{http://www.w3.org/2000/svg}", "{http://www.w3.org/1999/xlink}href"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Glyphs of one colour in a line: its SVG transformations, and (name, x) of each glyph."""

    transforms: tuple[str, ...]
    colour: str
    letters: tuple[tuple[str, str], ...]


def badge_path(edition: str, locale: str, ending: str = "svg") -> str:
    """Return the path of a badge below the site's address."""
    return f"badges/{edition}.{locale}.{ending}"


def badge_alt(site: Site, edition: str, locale: str) -> str:
    """Return the text of a badge in one line, for `alt`."""
    signed, title = _words(site, edition, locale)
    return f"{signed}: {title}"


def badge_files(site: Site) -> Iterator[tuple[str, bytes]]:
    """Yield (path, content) of all badges."""
    for edition in (each.key for each in site.editions):
        for locale in site.settings.locales:
            setting = badge_setting(site, edition, locale)
            yield badge_path(edition, locale), _svg(site, edition, locale, setting).encode()
            yield badge_path(edition, locale, "png"), setting.png(PIXELS * SCALE, site.colours.palette())


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
    """Return the badge with its words as outlines, which need no typefaces; a letter in two sizes is two glyphs."""
    page = fromstring(setting.svg())  # noqa: S314 - written by Typst
    paths = {each.get("id", ""): each[0].get("d", "") for each in page.iter(f"{_SVG}symbol")}
    names = {glyph: f"l{number}" for number, glyph in enumerate(paths)}
    shapes = {names[glyph]: _short(path) for glyph, path in paths.items()}
    words = {"shapes": shapes, "stretches": [*_stretches(page, (), names)]}
    values = {"locale": locale, "alt": badge_alt(site, edition, locale), "direction": direction(locale)}
    drawn = {"words": words, "rosette": site.rosette, "colours": site.colours.light}
    return render_format(site.layout, "badge.svg", **values, **drawn, **_LAYOUT)


def _stretches(element: Element, above: tuple[str, ...], names: Mapping[str, str]) -> Iterator[Stretch]:
    own = element.get("transform")
    transforms = (*above, own) if own else above
    if uses := element.findall(f"{_SVG}use"):
        letters = ((names[each.get(_LINK, "").removeprefix("#")], each.get("x", "0")) for each in uses)
        yield Stretch(transforms, uses[0].get("fill", ""), tuple(letters))
    for child in element:
        yield from _stretches(child, transforms, names)


def _short(path: str) -> str:
    """Return path data rounded to hundredths, without optional spaces."""
    rounded = re.sub(r"-?\d+\.\d+", lambda number: f"{float(number[0]):.2f}".rstrip("0").rstrip("."), path)
    return re.sub(r" *([A-Za-z]) *", r"\1", rounded).replace(" -", "-").replace("M0 0m", "m")

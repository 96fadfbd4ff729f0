"""Every page has a social card of its own, that a messenger can show."""

from io import BytesIO
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from PIL import Image

from declaration.model import Provision
from publish.images.cards import SIZE, Card, card_setting
from publish.pages.page import describe_page, describe_provision
from support.built import IDS, LOCALES, ROUTES
from support.quotation import hanging, quotation
from support.repository import ROOT, SITE_URL
from support.signs import signs, text_of
from support.sites import real_site
from support.texts import TEXT

FONT = ROOT / "vendor/fonts/Literata-Regular.ttf"
TEXT_FACE, ITALIC = "Literata-Regular", "Literata-Italic"
LEFT, RIGHT, TOP, BOTTOM = 68, 868, 108, 490
"""The box of the words on a card, in pixels."""
PANEL = 936
"""Where the ornament begins."""
LARGEST = 60 * 1024
"""Bytes: no reader of the site loads a card, and messengers show what is far larger."""

DARK = 100
"""Grey of ink, and of the blue of tiles."""

every_page = pytest.mark.parametrize(("key", "locale"), ROUTES, ids=[f"{key}-{locale}" for key, locale in ROUTES])


def _provisions():
    return [provision for locale in LOCALES for provision in TEXT[locale].provisions]


@pytest.fixture(scope="module")
def site():
    return real_site()


@every_page
def test_card(built, key, locale):
    page = built.page(ROUTES[key, locale])
    meta = {each.get("property"): each.get("content") for each in page.all("meta") if each.get("property")}
    path = ROUTES["signatories", locale] if key.startswith("signatories/") else page.path
    assert meta["og:image"] == f"{SITE_URL}{path}card.png"
    assert meta["og:image:alt"].strip(" :()")
    assert key not in IDS or quotation(key, locale) in meta["og:image:alt"]
    content = Path(built.folder, path, "card.png").read_bytes()
    assert len(content) <= LARGEST
    with Image.open(BytesIO(content)) as image:
        assert (image.format, image.size) == ("PNG", (1200, 630))


@every_page
def test_no_words_on_the_panel(built, key, locale):
    path = ROUTES["signatories" if key.startswith("signatories/") else key, locale]
    with Image.open(built.folder / path / "card.png") as image:
        grey = image.convert("L")
    assert grey.crop((RIGHT, 0, PANEL, SIZE[1])).getextrema()[0] > DARK
    assert grey.crop((PANEL, 0, *SIZE)).getextrema()[0] < DARK


@pytest.mark.parametrize("provision", _provisions(), ids=lambda each: f"{each.id}-{each.locale}")
def test_card_says_its_address_and_of_a_translation_what_it_is(provision: Provision, site):
    found = signs(card_setting(site, describe_provision(site, provision).card))
    said = text_of(found).splitlines()
    assert SITE_URL.removeprefix("https://") + ROUTES[provision.id, provision.locale].rstrip("/") in said
    notice = site.labels.text("translation.unofficial", provision.locale)
    assert [line.endswith(f" · {notice}") for line in said].count(True) == (provision.locale != "tr")
    assert min(each.left for each in found) >= LEFT
    assert max(each.right for each in found) <= RIGHT


@pytest.mark.parametrize("locale", LOCALES)
def test_card_of_home_says_the_name_once(locale, site):
    card = describe_page(site, "index", locale, {"title": "x", "description": "x"}, "").card
    said = " ".join(text_of(signs(card_setting(site, card))).split())
    assert said.count(site.labels.text("site.name", locale)) == 1
    assert said.count(site.declarations[locale].title) == 1
    assert ("nofficial translation" in said) == (locale != "tr")


def test_every_picture_to_share_is_described(built):
    shared = 0
    for path in built.html_files:
        meta = {each.get("property") or each.get("name"): each.get("content") for each in built.page(path).all("meta")}
        described = [meta.get(name, "").strip(" :()") for name in ("og:image:alt", "twitter:image:alt")]
        assert described[0] == described[1], path
        assert bool(described[0]) == ("og:image" in meta), path
        shared += "og:image" in meta
    assert shared >= len(ROUTES)


def test_cards_of_provisions_differ(built):
    cards = [Path(built.folder, ROUTES[key], "card.png").read_bytes() for key in ROUTES if key[0] in IDS]
    assert len(set(cards)) == len(IDS) * len(LOCALES)


@pytest.mark.parametrize("provision", _provisions(), ids=lambda each: f"{each.id}-{each.locale}")
def test_words_fit_whole_or_end_between_words(provision: Provision, site):
    before, after = hanging(provision.id, provision.locale)
    found = signs(card_setting(site, Card("", provision.text, "", before, after, locale=provision.locale)))
    assert LEFT <= min(each.left for each in found) <= LEFT + 5
    assert max(each.right for each in found) <= RIGHT
    assert min(each.top for each in found) >= TOP
    assert max(each.bottom for each in found) <= BOTTOM
    around = text_of([each for each in found if each.face == ITALIC]).replace("\n", " ")
    assert around == f"{before} {after}".strip()
    shown = text_of([each for each in found if each.face == TEXT_FACE]).replace("\n", " ")
    whole = provision.text.split()
    if shown != provision.text:
        assert shown.endswith(" …")
        kept = shown.removesuffix(" …").split()
        assert [word.strip(",;:") for word in kept] == [word.strip(",;:") for word in whole[: len(kept)]]


@pytest.mark.parametrize("provision", _provisions(), ids=lambda each: f"{each.id}-{each.locale}")
def test_dot_of_i_stays_in_turkish(provision: Provision, site):
    """A joined fi reads as fı: English has such signs, Turkish has none."""
    found = signs(card_setting(site, Card("", provision.text, "", locale=provision.locale)))
    joined = [each.text for each in found if len(each.text) > 1 and "i" in each.text]
    shown = text_of(found)
    assert bool(joined) == (provision.locale == "en" and "fi" in shown), joined


def test_font_has_every_letter_of_the_text():
    letters = TTFont(FONT).getBestCmap()
    assert {letter for provision in _provisions() for letter in provision.text if ord(letter) not in letters} == set()

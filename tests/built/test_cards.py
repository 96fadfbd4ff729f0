"""Every page has a social card of its own, that a messenger can show."""

from io import BytesIO
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from PIL import Image

from declaration.model import Provision
from publish.cards import Card, card_setting
from support.built import IDS, LOCALES, ROUTES
from support.quotation import hanging, quotation
from support.repository import ROOT, SITE_URL
from support.signs import signs, text_of
from support.sites import real_site
from support.texts import TEXT

FONT = ROOT / "vendor/fonts/Literata-Regular.ttf"
TEXT_FACE, ITALIC = "Literata-Regular", "Literata-Italic"
LEFT, RIGHT, TOP, BOTTOM = 88, 1112, 143, 487
"""The box of the words on a card, in pixels."""
LARGEST = 60 * 1024
"""Bytes: no reader of the site loads a card, and messengers show what is far larger."""

DARK = 100
"""Grey of ink; the ornament is far lighter."""

every_page = pytest.mark.parametrize(("key", "locale"), ROUTES, ids=[f"{key}-{locale}" for key, locale in ROUTES])


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


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("provision_id", IDS)
def test_card_of_a_provision_has_the_wordmark_at_the_right(built, provision_id, locale):
    with Image.open(built.folder / ROUTES[provision_id, locale] / "card.png") as image:
        grey = image.convert("L")
    assert grey.crop((800, 66, 1112, 110)).getextrema()[0] < DARK
    assert all(grey.crop(box).getextrema()[0] > DARK for box in ((600, 66, 750, 110), (1114, 66, 1200, 110)))


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


def _provisions():
    return [provision for locale in LOCALES for provision in TEXT[locale].provisions]


@pytest.fixture(scope="module")
def site():
    return real_site()


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

"""Every page has a social card of its own, that a messenger can show."""

from io import BytesIO
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from PIL import Image

from declaration.model import Provision
from publish.cards import GAP, Card
from publish.cards import quotation as set_quotation
from publish.typefaces import Typefaces
from support.built import IDS, LOCALES, ROUTES
from support.quotation import hanging, quotation
from support.repository import ROOT, SITE_URL
from support.settings import mkdocs_extra
from support.texts import TEXT

FACES = Typefaces({role: tuple(ROOT / file for file in files) for role, files in mkdocs_extra(ROOT)["fonts"].items()})
FONT = ROOT / "vendor/fonts/Literata-Regular.ttf"
WIDEST, HIGHEST = 1024, 344
"""The box of the words on a card, in pixels."""

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
    assert len(content) <= 40 * 1024
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


@pytest.mark.parametrize("provision", _provisions(), ids=lambda each: f"{each.id}-{each.locale}")
def test_words_fit_whole_or_end_between_words(provision: Provision):
    before, after = hanging(provision.id, provision.locale)
    parts = [part for part, _ in set_quotation(Card("", provision.text, "", before, after), FACES)]
    assert sum(part.height for part in parts) + GAP * (len(parts) - 1) <= HIGHEST
    assert all(max(map(part.font.getlength, part.lines)) <= WIDEST for part in parts)
    around = [" ".join(part.lines) for part in parts if part.font.path != str(FONT)]
    assert around == [each for each in (before, after) if each]
    shown = next(" ".join(part.lines) for part in parts if part.font.path == str(FONT))
    whole = provision.text.split()
    if shown != provision.text:
        assert shown.endswith(" …")
        kept = shown.removesuffix(" …").split()
        assert [word.strip(",;:") for word in kept] == [word.strip(",;:") for word in whole[: len(kept)]]


def test_font_has_every_letter_of_the_text():
    letters = TTFont(FONT).getBestCmap()
    assert {letter for provision in _provisions() for letter in provision.text if ord(letter) not in letters} == set()

"""A card says its words as they are, in the shapes of their language, on any machine."""

from io import BytesIO

import pytest
from PIL import Image, ImageOps

from publish.images.cards import SIZE, Card, card_png, card_setting
from support.drawing import drawn_elsewhere
from support.golden import load
from support.locales import NAMES, in_locale
from support.repository import ROOT
from support.signs import signs, text_of
from support.sites import miniature_site

pytestmark = pytest.mark.slow

HOSTILE = [case["words"] for case in load("publish/hostile_words.yaml")]
DARK = 100
"""Grey of the panel."""
LONGEST = {
    "many words": "sözcük " * 300,
    "a word wider than the card": "x" * 200,
    "words wider than the card": f"{'x' * 200} " * 20,
    "one sign": "x",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    return miniature_site(tmp_path_factory.mktemp("cards"))


def _said(site, locale, words, **more):
    return text_of(signs(card_setting(site, Card("", words, "", locale=locale, **more)))).replace("\n", " ")


@pytest.mark.parametrize("words", HOSTILE)
def test_words_that_look_like_commands_are_words(words, site):
    assert _said(site, "tr", words) == words
    assert _said(site, "tr", "x", before=words) == f"{words} x"
    assert _said(site, "tr", "x", notice=words) == f"{words} x"


@pytest.mark.parametrize("name", LONGEST)
def test_words_of_any_length_are_set(name, site):
    said = _said(site, "tr", LONGEST[name], before=LONGEST[name], after=LONGEST[name])
    assert said.count("…") == {"one sign": 0}.get(name, 3)


def test_what_is_cut_ends_after_a_word(site):
    said = _said(site, "en", " ".join(f"word{number}," for number in range(300)))
    kept = said.removesuffix(" …").split()
    assert kept[:-1] == [f"word{number}," for number in range(len(kept) - 1)]
    assert kept[-1] == f"word{len(kept) - 1}"


@pytest.mark.parametrize(("locale", "joined"), [("tr", []), ("en", ["fi", "fi"])])
def test_dot_of_i_stays_where_the_language_has_an_i_without(locale, joined, site):
    found = signs(card_setting(site, Card("", "Saha Ofisi, fıçı, ofis", "", locale=locale)))
    assert [each.text for each in found if len(each.text) > 1] == joined


def test_card_from_right_to_left_is_mirrored(site):
    pictures = [
        Image.open(BytesIO(card_png(site, Card("", ".", "", locale=locale)))).convert("L") for locale in ("en", "ar")
    ]
    half = (SIZE[0] // 2, 0, *SIZE)
    one, other = (picture.crop(half) for picture in (pictures[0], ImageOps.mirror(pictures[1])))
    panels = [picture.point(lambda grey: 255 * (grey < DARK)).getbbox() for picture in (one, other)]
    assert panels[0] == panels[1] == (*panels[0][:1], 0, half[2] - half[0], SIZE[1])
    assert panels[0][0] > SIZE[0] / 4


@pytest.fixture(scope="module")
def drawn_here(tmp_path_factory):
    return drawn_elsewhere({}, tmp_path_factory.mktemp("here") / "root")


@pytest.mark.parametrize("name", NAMES)
def test_words_have_the_same_shapes_in_every_locale(name, drawn_here, tmp_path):
    drawn = drawn_elsewhere(in_locale(name, tmp_path / "locales"), tmp_path / "root")
    assert len(set(drawn)) == len(drawn) >= len(["tr", "en"]) * len(["card", "badge", "document"])
    assert drawn == drawn_here


def test_nothing_is_shaped_by_what_the_machine_has():
    """Pillow shapes words with libraries of the machine, in the language of its locale."""
    shaping = {"getlength", "getbbox", "getmask", "textlength", "textbbox", "multiline_text"}
    modules = [path.read_text(encoding="utf-8") for path in (ROOT / "scripts").rglob("*.py")]
    assert [name for name in shaping for text in modules if f".{name}(" in text] == []
    assert [text for text in modules if "draw.text(" in text] == []

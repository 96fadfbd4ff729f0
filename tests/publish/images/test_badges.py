"""Every badge says in both formats what its page says of it."""

import json
from io import BytesIO

import pytest
import typst
from lxml import etree
from PIL import Image, ImageChops

from publish.i18n.cldr import direction
from publish.images.badges import SCALE, SIZE, badge_alt, badge_files, badge_path, badge_setting
from support.signs import signs, text_of
from support.sites import miniature_site

pytestmark = pytest.mark.slow

SVG = "{http://www.w3.org/2000/svg}"
EDGE, FEW = 120, 60
"""Grey by which the edges of letters may differ; pixels that may differ more."""


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    return miniature_site(tmp_path_factory.mktemp("badges"))


@pytest.fixture(scope="module")
def files(site):
    return dict(badge_files(site))


def test_there_is_one_for_each_edition_language_and_format(site, files):
    editions, locales = [edition.key for edition in site.editions], site.settings.locales
    expected = {badge_path(key, to, ending) for key in editions for to in locales for ending in ("svg", "png")}
    assert set(files) == expected


def test_vector_image_says_its_words_to_screen_readers_too(site, files):
    for edition in site.editions:
        for locale in site.settings.locales:
            root = etree.fromstring(files[badge_path(edition.key, locale)])
            assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == locale
            alt = badge_alt(site, edition.key, locale)
            assert edition.key in alt
            assert site.labels.text("site.name", locale) in alt
            assert root.findtext(f"{SVG}title") == alt
            if direction(locale) == "ltr":  # the other way, letters are told in the order of the eye
                said = text_of(signs(badge_setting(site, edition.key, locale)))
                assert said.split() == alt.replace(": ", " ", 1).split()


def test_vector_image_has_outlines_in_place_of_letters(files):
    for path, content in files.items():
        if path.endswith(".svg"):
            root = etree.fromstring(content)
            assert not list(root.iter(f"{SVG}text"))
            ids = [each.get("id") for each in root.iter() if each.get("id")]
            used = {each.get("href").removeprefix("#") for each in root.iter(f"{SVG}use")}
            assert len(set(ids)) == len(ids)
            assert used == set(ids)


def test_both_formats_look_the_same(files):
    for path, content in files.items():
        if path.endswith(".svg"):
            drawn = Image.open(BytesIO(_drawn(content))).convert("L")
            other = Image.open(BytesIO(files[path.replace(".svg", ".png")])).convert("L")
            different = ImageChops.difference(drawn, other).point(lambda grey: 255 * (grey > EDGE)).histogram()[255]
            assert different < FEW, path


def _drawn(svg):
    text = json.dumps(svg.decode(), ensure_ascii=False)
    source = f"#set page(width: 320pt, height: 80pt, margin: 0pt)\n#image(bytes({text}), width: 100%)"
    return typst.compile(source.encode(), format="png", ppi=144.0)


def test_image_is_sharp_on_dense_screens_and_small(files):
    for path, content in files.items():
        if path.endswith(".png"):
            image = Image.open(BytesIO(content))
            assert image.size == (SIZE[0] * SCALE, SIZE[1] * SCALE)
            assert len(content) < 12_000


def test_vector_image_loads_nothing(files):
    for path, content in files.items():
        if path.endswith(".svg"):
            root = etree.fromstring(content)
            links = [value for each in root.iter() for name, value in each.attrib.items() if name.endswith("href")]
            assert all(link.startswith("#") for link in links)
            assert not list(root.iter(f"{SVG}script", f"{SVG}image", f"{SVG}style"))

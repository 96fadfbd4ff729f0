"""Every badge says in both formats what its page says of it."""

from io import BytesIO

import pytest
from lxml import etree
from PIL import Image

from publish.badges import SCALE, SIZE, badge_alt, badge_files, badge_path
from support.sites import miniature_site

SVG = "{http://www.w3.org/2000/svg}"


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
            said = [" ".join("".join(each.itertext()).split()) for each in root.iter(f"{SVG}text")]
            assert " ".join(said) == alt.replace(": ", " ", 1)
            assert root.findtext(f"{SVG}title") == alt


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
            assert not [name for each in root.iter() for name in each.attrib if name.endswith("href")]
            assert not list(root.iter(f"{SVG}script", f"{SVG}image", f"{SVG}style"))

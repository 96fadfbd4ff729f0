"""The picture in the README shows the first page as it is."""

from io import BytesIO

import pytest
from PIL import Image, ImageChops, ImageStat

from support.built import ROUTES
from support.repository import ROOT

PICTURE = ".github/home.png"
SIZE = {"width": 1280, "height": 800}
MOST = 3.0
"""Of 255 levels: the mean difference of two small pictures, in which it does not matter how letters are smoothed."""


def test_picture_of_the_first_page_is_not_stale(open_tab, tmp_path):
    page = open_tab(ROUTES["index", "en"], viewport=SIZE, color_scheme="light").page
    page.evaluate("document.fonts.ready")
    present = tmp_path / "home.png"
    present.write_bytes(page.screenshot())
    difference = ImageChops.difference(_blurred(present), _blurred(ROOT / PICTURE))
    if ImageStat.Stat(difference).mean[0] > MOST:
        pytest.fail(f"The first page has changed: look at {present}, then cp {present} {PICTURE}", pytrace=False)


def test_both_halves_of_the_readme_show_it():
    assert (ROOT / "README.md").read_text(encoding="utf-8").count(f"]({PICTURE})") == 2


def _blurred(path):
    with Image.open(BytesIO(path.read_bytes())) as image:
        return image.convert("L").resize((160, 100))

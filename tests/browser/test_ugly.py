"""A name that is odd but allowed widens no page, on any screen or on paper, and no list of hits."""

import pytest

from support.repository import data
from support.server import serve
from support.tab import Tab

ENTRIES = data("tests/cases/registry/good/ugly.yaml")["signatories"]
WIDEST = next(entry["name"]["tr"].split()[0] for entry in ENTRIES if entry["name"]["tr"].startswith("WW"))
A4 = 794
"""The width of a page in CSS pixels."""
SETTINGS = [("screen", 320), ("screen", 360), ("screen", 1440), ("print", A4), ("print", 320)]
WIDTH = "() => document.documentElement.scrollWidth"
DIALOG = "() => { const dialog = document.querySelector('dialog'); return [dialog.scrollWidth, dialog.clientWidth]; }"
OUTSIDE = """() => [...document.querySelectorAll("main *")].filter(e => e.checkVisibility())
  .filter(e => e.getBoundingClientRect().right > innerWidth).map(e => e.outerHTML.slice(0, 90))"""


@pytest.fixture(scope="module")
def ugly_server(ugly):
    with serve(ugly.folder) as server:
        yield server


@pytest.mark.parametrize(("media", "width"), SETTINGS)
def test_no_page_is_wider_than_its_screen(browser, ugly, ugly_server, media, width):
    names = [f"/{entry['id']}/" for entry in ENTRIES]
    shown = [path for path in ugly.html_files if path.endswith(("imzacilar/", "signatories/", *names))]
    tab = Tab(browser, ugly_server, {"viewport": {"width": width, "height": 800}})
    tab.page.emulate_media(media=media)
    for path in ["", "en/", "basvuru/", "duzeltmeler/", "c3/", "404.html", *shown]:
        tab.go(path)
        assert tab.page.evaluate(WIDTH) <= width, path
        if path in shown:
            assert tab.page.evaluate(OUTSIDE) == [], path
    assert tab.problems == []
    tab.close()


@pytest.mark.parametrize("width", [320, 1440])
def test_hits_fit_into_their_dialog(browser, ugly_server, width):
    tab = Tab(browser, ugly_server, {"viewport": {"width": width, "height": 800}})
    for query in (WIDEST, "123456789012345678901234567890", "örnek"):
        tab.go("")
        tab.page.locator("[data-search]").click()
        tab.page.locator("dialog input").fill(query)
        tab.wait("() => document.querySelectorAll('dialog .results a').length > 0")
        inner, outer = tab.page.evaluate(DIALOG)
        assert inner <= outer
        assert tab.page.evaluate(WIDTH) <= width
    assert tab.problems == []
    tab.close()

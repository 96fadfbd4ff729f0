"""The fictional site in Arabic, in a browser: accessible, whole on a small screen, read and searched from the right."""

import pytest
from playwright.sync_api import expect

from support.built import NOT_FOUND
from support.miniature import ROUTES
from support.server import serve
from support.tab import Tab
from support.visit import Visitor

PATHS = [
    *(path for (_, locale), path in ROUTES.items() if locale == "ar"),
    "ar/c1/",
    "ar/v/2020/",
    f"{ROUTES['signatories', 'ar']}deneme-bursa/",
    NOT_FOUND,
]
BOXES = """() => ["#c1 .permalink", "#c1 [data-provision]"]
  .map((each) => document.querySelector(each).getBoundingClientRect())
  .map(({ left, right }) => ({ left, right }))"""


@pytest.fixture(scope="module")
def server(miniature):
    with serve(miniature.folder) as running:
        yield running


@pytest.fixture(scope="module")
def visit(browser, server):
    visitor = Visitor(browser, server)
    yield visitor
    visitor.close()


@pytest.fixture(scope="module")
def tab(browser, server):
    tab = Tab(browser, server, {})
    yield tab
    tab.close()
    assert tab.problems == []


@pytest.mark.parametrize("path", PATHS)
def test_page_is_accessible_and_whole(visit, path):
    seen = visit(path)
    assert seen.violations == {}
    assert seen.problems == ()
    assert seen.width <= 320


def test_numbers_hang_at_the_right(tab):
    tab.go(ROUTES["declaration", "ar"])
    number, words = tab.page.evaluate(BOXES)
    assert number["left"] >= words["right"]


def test_bar_of_selected_words_is_as_wide_as_its_buttons(tab):
    tab.page.set_viewport_size({"width": 1440, "height": 900})
    tab.go(ROUTES["declaration", "ar"])
    tab.page.evaluate("getSelection().selectAllChildren(document.querySelector('#c1 [data-provision]'))")
    bar = tab.page.locator(".handles.below")
    bar.wait_for()
    widths = "e => { const now = e.offsetWidth; e.style.right = 'auto'; return [now, e.offsetWidth]; }"
    assert len(set(bar.evaluate(widths))) == 1


@pytest.mark.parametrize("query", ["تضامن", "التضامن", "التَّضامُن", "والتضامن", "متخيله", "إعلان", "اعلان"])
def test_search_finds_what_is_spelled_otherwise(tab, query):
    tab.go(ROUTES["index", "ar"])
    tab.page.locator("[data-search]").click()
    tab.page.locator("#search_query").fill(query)
    expect(tab.page.locator(".results a").first).to_be_visible()


def test_folded_directory_is_accessible_whole_and_filtered(browser, crowded):
    path = ROUTES["signatories", "ar"]
    with serve(crowded.folder) as running:
        visitor = Visitor(browser, running)
        seen = visitor(path)
        visitor.close()
        tab = Tab(browser, running, {})
        tab.go(f"{path}?il=34")
        listed = tab.page.locator("[data-signatory][data-province='34']")
        expect(tab.page.locator("[data-signatory]:visible")).to_have_count(listed.count())
        tab.close()
    assert (seen.violations, seen.problems, tab.problems) == ({}, (), [])
    assert seen.width <= 320


def test_day_of_access_is_spelled_in_the_language_of_the_page(tab):
    tab.go("ar/c1/")
    day = tab.page.locator("#cite-footnote time").text_content()
    assert day.split()[0].isascii()
    assert not day.split()[1].isascii()

"""Every page in a browser: accessible, complete without script, whole on a small screen, silent towards others."""

import pytest

from support.built import LOCALES, NOT_FOUND, ROUTES
from support.repository import BASE_PATH
from support.visit import Visitor, wrong

REQUESTS = 10
"""As many files as the first visit of a page may ask for."""
ON_DEMAND = (
    ".json",
    "search.js",
    "minisearch.js",
    "stemmer.tr.js",
    "stemmer.en.js",
    "words.js",
    "entries.js",
    "listing.js",
)
"""What only a reader who searches needs."""
pytestmark = pytest.mark.timeout(900)  # the first test visits every page
EVERY_PATH = [*ROUTES.values(), NOT_FOUND]


@pytest.fixture(scope="module")
def visits(browser, server):
    """Visits each page once: path → what was seen."""
    server.missing.clear()  # other files of this process visited the same server: Lighthouse asks for /robots.txt
    visitor = Visitor(browser, server)
    yield {path: visitor(path) for path in EVERY_PATH}
    visitor.close()


def test_every_page_is_accessible(visits):
    assert wrong(visits, lambda visit: visit.violations) == {}


def test_every_page_loads_without_a_word_of_complaint(visits, server):
    assert wrong(visits, lambda visit: visit.problems) == {}
    assert [path for path, visit in visits.items() if path not in visit.asked] == []
    assert server.missing == []


def test_search_is_not_loaded_before_a_reader_turns_to_it(visits):
    assert wrong(visits, lambda visit: [each for each in visit.asked if each.endswith(ON_DEMAND)]) == {}


def test_no_page_needs_sideways_scrolling(visits):
    assert wrong(visits, lambda visit: visit.width > 320 and visit.width) == {}


def test_every_page_bears_letters_of_twice_the_size(visits):
    assert wrong(visits, lambda visit: visit.enlarged > 640 and visit.enlarged) == {}


def test_no_page_keeps_anything_in_the_browser(visits):
    assert wrong(visits, lambda visit: visit.stored) == {}


def test_every_page_says_everything_without_script(visits):
    visits = {path: visit for path, visit in visits.items() if path != NOT_FOUND}
    assert wrong(visits, lambda visit: visit.plain_text != visit.text and (visit.plain_text, visit.text)) == {}
    assert wrong(visits, lambda visit: len(set(visit.provisions)) > 1 and visit.provisions) == {}


def test_controls_that_need_script_are_not_offered_without_it(visits):
    assert wrong(visits, lambda visit: visit.plain_buttons) == {}


def test_first_visit_asks_for_few_files(open_tab):
    tab = open_tab("deklarasyon/")
    tab.page.wait_for_load_state("networkidle")
    assert len(tab.asked) <= REQUESTS


@pytest.mark.parametrize("locale", LOCALES)
def test_not_found_is_complete_at_any_depth(open_tab, server, locale):
    tab = open_tab()
    server.missing.clear()
    assert tab.page.goto(server.url + "boyle/bir/sayfa/yok/").status == 404
    assert tab.page.evaluate("getComputedStyle(document.body).fontFamily").startswith("Literata")
    section = tab.page.locator(f"section[lang={locale}]")
    section.get_by_role("link").first.click()
    assert tab.path == ROUTES["index", locale]
    assert server.missing.pop().endswith("boyle/bir/sayfa/yok/")
    assert server.missing == []


def test_not_found_has_header_and_search_at_any_depth(open_tab, server):
    tab = open_tab()
    tab.page.goto(server.url + "en/no/such/page/")
    links = (
        tab.page.get_by_role("banner").get_by_role("link").evaluate_all("links => links.map((link) => link.pathname)")
    )
    keys = ("index", "declaration", "signatories", "join", "background", "about")
    assert links == [BASE_PATH + ROUTES[key, "tr"] for key in keys] + [BASE_PATH + ROUTES["index", "en"]]
    tab.page.locator("[data-search]").click()
    tab.page.get_by_role("searchbox").fill("c3")
    tab.page.get_by_role("dialog").get_by_role("link").first.click()
    tab.page.wait_for_url(f"**/{ROUTES['c3', 'tr']}")
    server.missing.clear()


def test_colour_scheme_can_be_chosen_and_is_remembered(open_tab):
    tab = open_tab("en/", color_scheme="light")
    button = tab.page.get_by_role("button", name="Dark theme")
    paper = "getComputedStyle(document.body).backgroundColor"
    light = tab.page.evaluate(paper)
    assert button.get_attribute("aria-pressed") == "false"
    button.click()
    dark = tab.page.evaluate(paper)
    assert (button.get_attribute("aria-pressed"), dark != light) == ("true", True)
    tab.go("en/about/")
    assert (button.get_attribute("aria-pressed"), tab.page.evaluate(paper)) == ("true", dark)
    button.click()
    assert (button.get_attribute("aria-pressed"), tab.page.evaluate(paper)) == ("false", light)


def test_colour_scheme_follows_the_system(open_tab):
    tab = open_tab("", color_scheme="dark")
    paper = "getComputedStyle(document.body).backgroundColor"
    dark = tab.page.evaluate(paper)
    tab.page.emulate_media(color_scheme="light")
    assert tab.page.evaluate(paper) != dark

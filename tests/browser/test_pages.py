"""Every page in a browser: accessible, complete without script, whole on a small screen, silent towards others."""

import pytest

from support.built import LOCALES, NOT_FOUND, ROUTES
from support.repository import BASE_PATH
from support.visit import Visitor

REQUESTS = 10
"""As many files as the first visit of a page may ask for."""
ON_DEMAND = (".json", "search.js", "minisearch.js", "stemmer.js", "words.js", "entries.js", "listing.js")
"""What only a reader who searches needs."""
every_page = pytest.mark.parametrize("path", ROUTES.values())


@pytest.fixture(scope="module")
def visit(browser, server):
    visitor = Visitor(browser, server)
    yield visitor
    visitor.close()


@pytest.mark.parametrize("path", [*ROUTES.values(), NOT_FOUND])
def test_page_is_accessible(visit, path):
    assert visit(path).violations == {}


@pytest.mark.parametrize("path", [*ROUTES.values(), NOT_FOUND])
def test_page_loads_without_a_word_of_complaint(visit, server, path):
    assert visit(path).problems == ()
    assert path in visit(path).asked
    assert server.missing == []


@every_page
def test_search_is_not_loaded_before_a_reader_turns_to_it(visit, path):
    assert [each for each in visit(path).asked if each.endswith(ON_DEMAND)] == []


@pytest.mark.parametrize("path", [*ROUTES.values(), NOT_FOUND])
def test_page_needs_no_sideways_scrolling(visit, path):
    assert visit(path).width <= 320


@pytest.mark.parametrize("path", [*ROUTES.values(), NOT_FOUND])
def test_page_bears_letters_of_twice_the_size(visit, path):
    assert visit(path).enlarged <= 640


@pytest.mark.parametrize("path", [*ROUTES.values(), NOT_FOUND])
def test_page_keeps_nothing_in_the_browser(visit, path):
    assert visit(path).stored == ()


@every_page
def test_page_says_everything_without_script(visit, path):
    assert visit(path).plain_text == visit(path).text
    assert len(set(visit(path).provisions)) == 1


@every_page
def test_controls_that_need_script_are_not_offered_without_it(visit, path):
    assert visit(path).plain_buttons == 0


def test_first_visit_asks_for_few_files(open_tab):
    tab = open_tab("deklarasyon/")
    tab.page.wait_for_load_state("networkidle")
    assert len(tab.asked) <= REQUESTS


@pytest.mark.parametrize("locale", LOCALES)
def test_not_found_is_complete_at_any_depth(open_tab, server, locale):
    tab = open_tab()
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
    tab.page.keyboard.press("/")
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

"""Other texts and signatories in a browser: a later text in three languages, a charter with articles, associations."""

import pytest

from support.miniature import ROUTES
from support.repository import MINIATURE_LOCALES
from support.server import serve
from support.tab import Tab
from support.visit import Visitor, wrong

KEY = "2024"
pytestmark = pytest.mark.timeout(600)  # the first test visits every page


def _pages_of_the_later_text(site):
    """Return the pages of the later text, and some of the earlier one that say so."""
    later = [path for path in site.html_files if f"{KEY}/" in path and not path.endswith(("r2/", "s1/", "fn2/"))]
    return [*later, "", "c1/", "en/c3/", "ar/bg1/"]


def _pages_of_the_list(site):
    """Return the list, its places and the signatories, in every language."""
    folders = tuple(ROUTES["signatories", locale] for locale in MINIATURE_LOCALES)
    return [path for path in site.html_files if path.startswith(folders)]


PAGES = {
    "two_editions": _pages_of_the_later_text,
    "associations": _pages_of_the_list,
    "charter": lambda site: [path for path in site.html_files if path != "404.html"],
}


@pytest.fixture(scope="module", params=PAGES)
def visits(browser, request):
    """Visits the pages of a text: path → what was seen."""
    site = request.getfixturevalue(request.param)
    with serve(site.folder) as server:
        visitor = Visitor(browser, server)
        yield {path: visitor(path) for path in PAGES[request.param](site)}
        visitor.close()


def test_every_page_is_accessible(visits):
    assert len(visits) > 20
    assert wrong(visits, lambda visit: visit.violations) == {}


def test_every_page_loads_without_a_word_of_complaint(visits):
    assert wrong(visits, lambda visit: visit.problems) == {}


def test_no_page_needs_sideways_scrolling(visits):
    assert wrong(visits, lambda visit: visit.width > 320 and visit.width) == {}
    assert wrong(visits, lambda visit: visit.enlarged > 640 and visit.enlarged) == {}


def test_every_page_says_everything_without_script(visits):
    lists = [ROUTES["signatories", locale] for locale in MINIATURE_LOCALES]
    read = {path: visit for path, visit in visits.items() if path not in lists}  # their filter needs the script
    assert wrong(read, lambda visit: visit.plain_text != visit.text and (visit.plain_text, visit.text)) == {}


@pytest.mark.parametrize("locale", MINIATURE_LOCALES)
def test_a_name_is_found_without_the_marks_of_its_letters(browser, associations, locale):
    with serve(associations.folder) as server:
        tab = Tab(browser, server, {})
        tab.go(ROUTES["signatories", locale])
        for query in ("laka", "Łąka", "ŁĄKA", "łaka"):
            tab.page.locator("[data-search]").click()
            tab.page.get_by_role("dialog").get_by_role("searchbox").fill(query)
            first = tab.page.locator(".results a").first
            first.wait_for()
            assert first.get_attribute("href").endswith("/ornek-laka-network/"), query
            tab.page.keyboard.press("Escape")
            tab.page.get_by_role("dialog").wait_for(state="hidden")
        tab.close()
        assert tab.problems == []


def test_letters_are_folded_where_their_mark_is_no_character_of_its_own(browser, associations):
    (script,) = associations.folder.glob("assets/*/words.js")
    with serve(associations.folder) as server:
        tab = Tab(browser, server, {})
        tab.go(ROUTES["signatories", "tr"])
        fold = "([path, text]) => import(path).then((words) => words.fold(text))"
        address = server.url + script.relative_to(associations.folder).as_posix()
        assert (
            tab.page.evaluate(fold, [address, "ŁĄKA łąka Ærø Straße Þór İIıi أى"])
            == "laka laka aero strasse thor iiii اي"
        )
        tab.close()

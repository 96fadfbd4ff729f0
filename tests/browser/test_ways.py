"""The ways through the site, over its real links and with real keys: how many presses each reader needs."""

import pytest

from support.built import LOCALES, ROUTES
from support.tab import NARROW
from support.texts import TEXT

PHONE = {"width": 360, "height": 740}
HEADER = 64
"""CSS pixels of the header on a phone."""
COPIED = "() => navigator.clipboard.readText()"


@pytest.mark.parametrize("locale", LOCALES)
def test_journalist_has_words_source_and_link_of_a_commitment_in_two_presses(open_tab, locale):
    tab = open_tab(
        ROUTES["index", locale],
        viewport=PHONE,
        has_touch=True,
        is_mobile=True,
        permissions=["clipboard-read", "clipboard-write"],
    )
    tab.page.locator(".inscription li:nth-child(3) a").tap()
    tab.page.wait_for_url(tab.server.url + ROUTES["c3", locale])
    tab.page.locator("[data-copy=cite-source]").tap()
    tab.wait("() => document.querySelector('[data-copied]').textContent")
    copied = tab.page.evaluate(COPIED)
    assert TEXT[locale].provision("c3").quoted in copied
    assert ROUTES["c3", locale] in copied
    tab.page.go_back()
    assert tab.path == ROUTES["index", locale]


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("provision_id", ["c3", "r8", "s1"])
def test_words_and_ways_to_quote_them_begin_on_the_first_screen_of_a_phone(open_tab, locale, provision_id):
    tab = open_tab(ROUTES[provision_id, locale], viewport=PHONE)
    bottom = tab.page.locator("#cite").bounding_box()
    assert bottom["y"] + bottom["height"] <= PHONE["height"]


@pytest.mark.parametrize("locale", LOCALES)
def test_mayor_finds_all_on_one_page_one_press_from_home(open_tab, locale):
    tab = open_tab(ROUTES["index", locale])
    tab.page.locator(f".pages a[href$='{ROUTES['join', locale].rpartition('/en/')[2].removeprefix('en/')}']").click()
    tab.page.wait_for_url(tab.server.url + ROUTES["join", locale])
    links = tab.page.eval_on_selector_all("main a", "all => all.map(e => e.href)")
    below = {link.removeprefix(tab.server.url) for link in links}
    wanted = {ROUTES[f"c{number}", locale] for number in range(1, 10)} | {ROUTES["signatories", locale]}
    wanted |= {f"downloads/council-decision.{locale}.docx", f"downloads/declaration.{locale}.pdf"}
    assert wanted <= below


@pytest.mark.parametrize("locale", LOCALES)
def test_clerk_who_comes_back_is_one_press_from_the_form(open_tab, locale):
    tab = open_tab(ROUTES["join", locale], viewport=PHONE)
    link = tab.page.locator(".title a[href='#ask']")
    assert link.bounding_box()["y"] < PHONE["height"]
    link.click()
    assert tab.path == ROUTES["join", locale] + "#ask"


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("key", ["index", "declaration", "c3", "join"])
@pytest.mark.parametrize("width", [320, 360, 390])
def test_header_of_a_phone_is_low_and_its_menu_one_press_away(open_tab, locale, key, width):
    tab = open_tab(ROUTES[key, locale], viewport={**NARROW, "width": width})
    assert tab.page.locator(".masthead").bounding_box()["height"] <= HEADER
    menu = tab.page.locator("#page_menu")
    assert not menu.is_visible()
    tab.page.locator(".opener").click()
    assert menu.locator("a").count() == 5
    assert menu.locator("a:visible").count() == 5
    tab.page.keyboard.press("Escape")
    assert not menu.is_visible()


def test_menu_of_a_phone_needs_no_script(open_tab):
    tab = open_tab("", viewport=NARROW, java_script_enabled=False)
    tab.page.locator(".opener").click()
    tab.page.locator("#page_menu").get_by_role("link", name="İmzacılar").click()
    assert tab.path == "imzacilar/"


@pytest.mark.parametrize("locale", LOCALES)
def test_ways_of_the_first_page_lead_to_three_places(built, locale):
    page = built.page(ROUTES["index", locale])
    (ways,) = [each for each in page.all("ul") if "ways" in each.get("class", "").split()]
    targets = {page.target(link).partition("#")[0] for link in ways.iter("{http://www.w3.org/1999/xhtml}a")}
    targets |= {page.target(link).partition("#")[0] for link in ways.iter("a")}
    assert targets == {ROUTES[key, locale] for key in ("signatories", "join", "declaration")}


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize(("key", "ways", "least"), [("index", ".ways h2 a", 3), ("join", ".steps a", 4)])
def test_ways_on_begin_on_the_first_screen_of_a_phone(open_tab, key, ways, least, locale):
    page = open_tab(ROUTES[key, locale], viewport=PHONE).page
    ends = page.eval_on_selector_all(ways, "all => all.map(each => each.getBoundingClientRect().bottom)")
    assert len(ends) >= least
    assert max(ends) <= PHONE["height"]

"""In WebKit, the engine of every browser on an iPhone: pages fit, and what their scripts promise works there too."""

import pytest
from selenium.common.exceptions import NoSuchFrameException
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import Select, WebDriverWait

from support.built import IDS, LOCALES, ROUTES
from support.golden import load
from support.long_queries import COST, too_dear
from support.server import serve
from support.webkit import launch

WIDTHS = (360, 1440)
"""Asked for; the driver's own browser gets no narrower than some 450 px."""
PATIENCE = 20
"""Seconds."""
MOST_TABS = 12
LOOKED_FOR = ("c3", "r8", "indir", "pdf", "meclis kararı", "council decision")
FITS = "return document.documentElement.scrollWidth <= innerWidth"
SEEN = """return [...document.querySelectorAll("[data-signatory]")]
  .filter((e) => e.checkVisibility()).map((e) => e.dataset.province)"""
COUNT = "return document.querySelector('[data-count]').textContent"
FACES = """const done = arguments[0];
  document.fonts.ready.then(() => done([...document.fonts].filter(f => f.status === "error").map(f => f.family)))"""
GROUND = "return getComputedStyle(document.body).backgroundColor"


@pytest.fixture(scope="module")
def webkit():
    with launch() as running:
        running.set_script_timeout(PATIENCE)
        yield running


@pytest.fixture(scope="module")
def many(fifty):
    with serve(fifty.folder) as running:
        yield running


def test_every_page_fits_and_has_its_typefaces(webkit, server):
    for width in WIDTHS:
        webkit.set_window_size(width, 900)
        for path in ROUTES.values():
            webkit.get(server.url + path)
            assert webkit.execute_script(FITS), (path, width)
            # The driver's browser drops a request now and then when the machine is busy: a second visit tells.
            if webkit.execute_async_script(FACES):
                webkit.refresh()
            assert webkit.execute_async_script(FACES) == [], (path, width)


@pytest.mark.parametrize(("locale", "query"), [("tr", "mültecilere yönelik"), ("en", "rights of refugees")])
def test_search_finds(webkit, server, locale, query):
    webkit.get(server.url + ROUTES["index", locale])
    webkit.find_element(By.CSS_SELECTOR, "[data-search]").click()
    _wait(webkit, "return document.querySelector('dialog').open && document.activeElement.type === 'search'")
    box = webkit.find_element(By.CSS_SELECTOR, "dialog [type=search]")
    box.send_keys(query)
    _wait(webkit, "return document.querySelectorAll('.results a').length")
    first = webkit.find_element(By.CSS_SELECTOR, ".results a").get_attribute("href")
    assert first in {server.url + ROUTES[provision_id, locale] for provision_id in IDS}
    box.send_keys(Keys.ESCAPE)
    _wait(webkit, "return !document.querySelector('dialog').open")


def _open_filter(webkit, address):
    """Open the directory with its filter in sight, which a script shows; the driver waits for no smooth scrolling."""
    webkit.get(address)
    _wait(webkit, "return document.querySelector('[name=q]').offsetParent !== null")
    webkit.execute_script("document.querySelector('[name=q]').scrollIntoView({ block: 'center', behavior: 'instant' })")


@pytest.mark.parametrize("locale", LOCALES)
def test_directory_is_filtered_and_its_state_stands_in_the_address(webkit, many, locale):
    _open_filter(webkit, many.url + ROUTES["signatories", locale])
    everyone = webkit.execute_script(SEEN)
    province = everyone[0]
    Select(webkit.find_element(By.NAME, "il")).select_by_value(province)
    _wait(webkit, COUNT)
    assert set(webkit.execute_script(SEEN)) == {province}
    assert webkit.current_url.endswith(f"?il={province}")
    webkit.refresh()
    _wait(webkit, COUNT)
    assert set(webkit.execute_script(SEEN)) == {province}
    _click(webkit, "[data-clear]")
    _wait(webkit, f"return ({SEEN.removeprefix('return ')}).length === {len(everyone)}")


def test_address_of_an_entry_opens_its_province(webkit, fullest):
    with serve(fullest.folder) as running:
        webkit.get(running.url + ROUTES["signatories", "tr"])
        assert webkit.execute_script(SEEN) == []
        entry = webkit.execute_script("return document.querySelector('#il_6 [data-signatory]').id")
        webkit.get(f"{running.url}{ROUTES['signatories', 'tr']}#{entry}")
        _wait(webkit, SEEN)
        assert set(webkit.execute_script(SEEN)) == {"6"}


def test_letters_are_folded_as_turkish_has_them(webkit, many):
    _open_filter(webkit, many.url + ROUTES["signatories", "tr"])
    box = webkit.find_element(By.NAME, "q")
    found = []
    for query in ("ışık", "IŞIK", "isik"):
        box.clear()
        box.send_keys(query)
        _wait(webkit, f"return new URLSearchParams(location.search).get('q') === '{query}'")
        found.append(webkit.execute_script(SEEN))
    assert found[0]
    assert found == [found[0]] * 3


@pytest.mark.parametrize("locale", LOCALES)
def test_what_is_pasted_costs_nothing(webkit, many, locale):
    webkit.get(many.url + ROUTES["signatories", locale])
    webkit.find_element(By.NAME, "q").send_keys("a")
    _wait(webkit, COUNT)
    assert too_dear(lambda text: webkit.execute_async_script(COST, "#filter_q", text), locale) == {}
    webkit.get(many.url + ROUTES["index", locale])
    webkit.find_element(By.CSS_SELECTOR, "[data-search]").click()
    _wait(webkit, "return document.querySelector('dialog').open && document.activeElement.type === 'search'")
    webkit.find_element(By.CSS_SELECTOR, "dialog [type=search]").send_keys("a")
    _wait(webkit, "return document.querySelectorAll('.results a').length")
    assert too_dear(lambda text: webkit.execute_async_script(COST, "#search_query", text), locale) == {}


def test_province_on_the_map_filters_the_list(webkit, many):
    webkit.set_window_size(1440, 900)
    webkit.get(many.url + ROUTES["signatories", "en"])
    province = webkit.find_element(By.CSS_SELECTOR, ".map a[data-province]")
    code = province.get_attribute("data-province")
    province.send_keys(Keys.ENTER)
    _wait(webkit, COUNT)
    assert set(webkit.execute_script(SEEN)) == {code}


def test_chosen_colours_are_kept(webkit, server):
    webkit.get(server.url)
    before = webkit.execute_script(GROUND)
    _click(webkit, "[data-scheme-switch]")
    _wait(webkit, f"return getComputedStyle(document.body).backgroundColor !== '{before}'")
    chosen = webkit.execute_script(GROUND)
    webkit.get(server.url + ROUTES["about", "en"])
    assert webkit.execute_script(GROUND) == chosen
    webkit.execute_script("localStorage.clear()")


@pytest.mark.parametrize("locale", LOCALES)
def test_journalist_quotes_a_commitment_in_two_presses(webkit, server, locale):
    webkit.set_window_size(WIDTHS[0], 800)
    webkit.get(server.url + ROUTES["index", locale])
    _click(webkit, ".inscription li:nth-child(3) a")
    _wait(webkit, f"return location.href === '{server.url}{ROUTES['c3', locale]}'")
    _click(webkit, "[data-copy=cite-source]")
    _wait(webkit, "return document.querySelector('[data-copied]').textContent")
    webkit.back()
    _wait(webkit, f"return location.href === '{server.url}{ROUTES['index', locale]}'")


@pytest.mark.parametrize("locale", LOCALES)
def test_mayor_and_clerk_are_one_press_from_the_page_for_municipalities(webkit, server, locale):
    webkit.set_window_size(1440, 900)
    webkit.get(server.url + ROUTES["index", locale])
    _click(webkit, ".pages li:nth-child(3) a")
    _wait(webkit, f"return location.href === '{server.url}{ROUTES['join', locale]}'")
    _click(webkit, ".title a[href='#ask']")
    _wait(webkit, "return location.hash === '#ask'")


@pytest.mark.parametrize("locale", LOCALES)
def test_filter_is_a_few_presses_of_tab_away(webkit, many, locale):
    webkit.set_window_size(1440, 900)
    webkit.get(many.url + ROUTES["signatories", locale])
    focused = "return document.activeElement.id"
    presses = 2
    webkit.find_element(By.TAG_NAME, "body").send_keys(Keys.TAB)
    webkit.switch_to.active_element.send_keys(Keys.ENTER)  # the link to the content
    while webkit.execute_script(focused) != "filter_q" and presses <= MOST_TABS:
        webkit.switch_to.active_element.send_keys(Keys.TAB)
        presses += 1
    assert webkit.execute_script(focused) == "filter_q"
    assert presses <= MOST_TABS


def test_what_readers_look_for_comes_first(webkit, server):
    for locale in LOCALES:
        for case in (each for each in load(f"search/{locale}.yaml") if each["case"] in LOOKED_FOR):
            webkit.get(server.url + ROUTES["index", locale])
            webkit.find_element(By.CSS_SELECTOR, "[data-search]").click()
            _wait(webkit, "return document.querySelector('dialog').open && document.activeElement.type === 'search'")
            webkit.find_element(By.CSS_SELECTOR, "dialog [type=search]").send_keys(case["case"])
            _wait(webkit, "return document.querySelectorAll('.results a').length")
            first = webkit.find_element(By.CSS_SELECTOR, ".results a").get_attribute("href")
            path = ROUTES.get((case["first"].removeprefix("#"), locale), case["first"])
            assert first == server.url + path, (locale, case)


def _click(webkit, selector):
    """Click what is in sight: the driver does not wait for a page that scrolls smoothly."""
    element = webkit.find_element(By.CSS_SELECTOR, selector)
    webkit.execute_script("arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })", element)
    element.click()


def _wait(webkit, script):
    """Wait until the script says so; while one page gives way to the next, the driver has nowhere to ask: ask again."""
    patient = WebDriverWait(webkit, PATIENCE, ignored_exceptions=(NoSuchFrameException,))
    patient.until(lambda browser: browser.execute_script(script), script)

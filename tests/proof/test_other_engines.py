"""In Gecko and WebKit no text of an entry, an address or a search becomes code, and no odd name widens a page."""

from contextlib import contextmanager

import pytest
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

from support.built import LOCALES
from support.firefox import launch as launch_firefox
from support.hostile import CODE, NOTHING, TEXTS, quoted
from support.repository import data
from support.server import serve
from support.webkit import launch as launch_webkit

pytestmark = pytest.mark.timeout(900)
PATIENCE = 20
"""Seconds."""
ODD = data("tests/cases/registry/good/ugly.yaml")["signatories"]
WIDTHS = (320, 360, 1440)
TOO_WIDE = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
COUNT = "() => document.querySelector('[data-count]').textContent"
READY = "() => !document.querySelector('[name=q]').disabled"
SHOWN = "() => [...document.querySelectorAll('[data-signatory]')].filter(e => e.checkVisibility()).length"
OPEN = "() => document.querySelector('dialog').open && document.activeElement.type === 'search'"
FILL = """(selector, text) => {
  const box = document.querySelector(selector);
  box.value = text;
  box.dispatchEvent(new Event("input", { bubbles: true }));
}"""
ANSWERED = "() => document.querySelector('dialog .count').textContent"


class WebKit:
    """The few calls of `Firefox` that these tests need; the driver of WebKit tells nothing of a page's problems."""

    def __init__(self, driver):
        self._driver = driver

    def go(self, url):
        self._driver.get(url)

    def resize(self, width, height=800):
        self._driver.set_window_size(width, height)

    def evaluate(self, function, *arguments):
        return self._driver.execute_script(f"return ({function})(...arguments)", *arguments)

    def wait(self, function):
        WebDriverWait(self._driver, PATIENCE).until(lambda _: self.evaluate(function), function)

    def click(self, selector):
        self._driver.find_element(By.CSS_SELECTOR, selector).click()

    def problems(self):
        return []


@contextmanager
def _webkit():
    with launch_webkit() as driver:
        yield WebKit(driver)


@pytest.fixture(scope="module", params=[launch_firefox, _webkit], ids=["Firefox", "WebKit"])
def engine(request):
    with request.param() as running:
        yield running


def test_no_hostile_entry_becomes_code(engine, hostile_server, hostile_site):
    faults = []
    for locale in LOCALES:
        for key in ["signatories", *(f"signatories/{entry.id}" for entry in hostile_site.registry.signatories)]:
            path = hostile_site.routes.path(key, locale)
            engine.go(hostile_server.url + path)
            faults += _faults(engine, path)
        engine.go(hostile_server.url + hostile_site.routes.path("signatories", locale))
        engine.wait(READY)
        engine.evaluate(FILL, "[name=q]", "Örnek")
        engine.wait(COUNT)
        assert engine.evaluate(SHOWN) == len(TEXTS)
        faults += _faults(engine, f"list of {locale}")
    assert not faults, "\n".join(faults)


def test_no_hostile_address_becomes_code(engine, hostile_server, hostile_site):
    faults = []
    for locale in LOCALES:
        for text in TEXTS:
            choices = "&".join(f"{key}={quoted(text)}" for key in ("q", "il", "tur", "metin"))
            engine.go("about:blank")
            engine.go(f"{hostile_server.url}{hostile_site.routes.path('signatories', locale)}?{choices}#{quoted(text)}")
            engine.wait(COUNT)
            faults += _faults(engine, text)
    assert not faults, "\n".join(faults)


def test_no_hostile_search_becomes_code(engine, hostile_server):
    engine.go(hostile_server.url)
    engine.click("[data-search]")
    engine.wait(OPEN)
    faults = []
    for text in TEXTS:
        engine.evaluate(FILL, "#search_query", text)
        engine.wait(ANSWERED)
        faults += _faults(engine, text)
    assert not faults, "\n".join(faults)


def test_feed_of_hostile_entries_becomes_no_code(engine, hostile_server):
    for locale in LOCALES:
        engine.go(f"{hostile_server.url}feed.{locale}.xml")
        assert engine.evaluate("() => window.ran ?? null") is None
    engine.problems()  # a feed names no icon, so the browser asks the host for one, in vain


def test_odd_names_widen_no_page(engine, ugly):
    names = [f"/{entry['id']}/" for entry in ODD]
    shown = [path for path in ugly.html_files if path.endswith(("imzacilar/", "signatories/", *names))]
    faults = []
    with serve(ugly.folder) as server:
        for path in ["", "en/", "basvuru/", "duzeltmeler/", "c3/", *shown]:
            engine.resize(WIDTHS[0])
            engine.go(server.url + path)
            for width in WIDTHS:
                engine.resize(width)
                if (more := engine.evaluate(TOO_WIDE)) > 0:
                    faults.append(f"{path}: {more} px too wide at {width}")
    assert not faults, "\n".join(faults)


def _faults(engine, where):
    found = engine.evaluate(CODE)
    return [f"{where}: {each}" for each in (*([] if found == NOTHING else [found]), *engine.problems())]

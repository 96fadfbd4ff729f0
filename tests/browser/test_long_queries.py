"""Whatever is pasted into a field of search, or comes with an address, costs a reader nothing."""

from urllib.parse import urlencode

import pytest

from support.built import LOCALES, ROUTES
from support.long_queries import COST, LONG, PASTED, too_dear
from support.server import serve

MOST, MOST_WORDS = 100, 12
"""Characters of a query that the fields take, and words that are looked for."""
WORDS = """async (text) => {
  const script = document.querySelector("script[type=module]").src;
  const { queryWords } = await import(new URL("words.js", script));
  return queryWords(text, "tr");
}"""
PROMISED = f"([selector, text]) => new Promise((done) => (function () {{ {COST} }})(selector, text, done))"


@pytest.fixture(scope="module")
def server(fifty):
    with serve(fifty.folder) as running:
        yield running


def _cost(tab, selector):
    return lambda text: tab.page.evaluate(PROMISED, [selector, text])


@pytest.mark.parametrize("locale", LOCALES)
def test_search(open_tab, locale):
    tab = open_tab(ROUTES["index", locale])
    tab.page.locator("[data-search]").click()
    tab.page.get_by_role("searchbox").press_sequentially("a")
    tab.page.locator(".results a").first.wait_for()
    assert too_dear(_cost(tab, "#search_query"), locale) == {}


@pytest.mark.parametrize("locale", LOCALES)
def test_filter(open_tab, locale):
    tab = open_tab(ROUTES["signatories", locale])
    tab.page.locator("#filter_q").press_sequentially("a")
    tab.wait("document.querySelector('[data-count]').textContent")
    assert too_dear(_cost(tab, "#filter_q"), locale) == {}


@pytest.mark.parametrize("text", [PASTED["one letter"], PASTED["every letter"]], ids=["one letter", "every letter"])
def test_an_address_brings_no_more_than_a_field_takes(open_tab, text):
    tab = open_tab(f"{ROUTES['signatories', 'tr']}?{urlencode({'q': text})}")
    tab.wait("document.querySelector('[data-count]').textContent")
    assert tab.page.locator("#filter_q").input_value() == text[:MOST]


def test_fields_take_no_more(open_tab):
    tab = open_tab(ROUTES["signatories", "tr"])
    assert tab.page.eval_on_selector_all("[type=search]", "all => all.map((each) => each.maxLength)") == [MOST, MOST]
    tab.page.locator("#filter_q").focus()
    tab.page.keyboard.insert_text("a" * LONG)
    assert tab.page.locator("#filter_q").input_value() == "a" * MOST


@pytest.mark.parametrize("text", PASTED.values(), ids=PASTED)
def test_few_words_are_looked_for_each_once(tab, text):
    """Whatever else brought them than a field."""
    found = tab.page.evaluate(WORDS, text)
    assert len(set(found)) == len(found) <= MOST_WORDS
    assert len("".join(found)) <= MOST

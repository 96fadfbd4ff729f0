"""Copying by one press, in a real browser."""

import pytest

from support.built import ROUTES
from support.repository import SITE_URL
from support.texts import TEXT

PROVISIONS = [("c3", "tr"), ("s1", "en"), ("fn2", "tr"), ("bg2", "en")]


@pytest.mark.parametrize(("provision_id", "locale"), PROVISIONS)
def test_every_button_copies_its_text(open_tab, provision_id, locale):
    tab = open_tab(ROUTES[provision_id, locale], permissions=["clipboard-read", "clipboard-write"])
    tab.page.click("summary")
    for button in tab.page.locator("[data-copy]").all():
        button.focus()
        tab.page.keyboard.press("Enter")
        tab.page.wait_for_function("button => button.textContent !== ''", arg=button.element_handle())
        copied = tab.page.evaluate("() => navigator.clipboard.readText()")
        shown = tab.page.locator(f"#{button.get_attribute('data-copy')}").text_content()
        assert copied == " ".join(shown.split())


@pytest.mark.parametrize(("provision_id", "locale"), PROVISIONS)
def test_the_words_arrive_exactly_and_are_announced(open_tab, provision_id, locale):
    tab = open_tab(ROUTES[provision_id, locale], permissions=["clipboard-read", "clipboard-write"])
    tab.page.click("[data-copy=cite-words]")
    status = tab.page.locator("[data-copied]")
    status.filter(has_text={"tr": "Kopyalandı", "en": "Copied"}[locale]).wait_for(state="attached")
    assert tab.page.evaluate("() => navigator.clipboard.readText()") == TEXT[locale].provision(provision_id).text
    tab.page.click("[data-copy=cite-link]")
    assert tab.page.evaluate("() => navigator.clipboard.readText()") == SITE_URL + ROUTES[provision_id, locale]


def test_the_day_of_access_is_today(open_tab):
    tab = open_tab(ROUTES["c3", "tr"])
    shown = tab.page.locator("time[data-today]").first
    assert shown.get_attribute("datetime") == tab.page.evaluate("() => new Date().toISOString().slice(0, 10)")


def test_without_script_the_texts_are_there_and_no_button_is(open_tab):
    tab = open_tab(ROUTES["c3", "en"], java_script_enabled=False)
    assert tab.page.locator("[data-copy]:visible").count() == 0
    assert tab.page.locator("#cite-words").is_visible()

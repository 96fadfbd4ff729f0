"""No text of the registry, of an address or of a search becomes code: with the policy of the pages, and without it."""

import pytest
from playwright.sync_api import expect

from support.hostile import CODE, NOTHING, TEXTS, quoted
from support.tab import Tab

LOCALES = ("tr", "en")


@pytest.fixture(params=[False, True], ids=["with the policy", "without the policy"])
def tab(request, browser, hostile_server):
    opened = Tab(browser, hostile_server, {"bypass_csp": request.param})
    yield opened
    assert opened.problems == []
    opened.close()


@pytest.mark.parametrize("locale", LOCALES)
def test_hostile_entries_do_nothing(tab, hostile_site, locale):
    for key in ["signatories", *(f"signatories/{entry.id}" for entry in hostile_site.registry.signatories)]:
        tab.go(hostile_site.routes.path(key, locale))
        assert tab.page.evaluate(CODE) == NOTHING


@pytest.mark.parametrize("locale", LOCALES)
def test_hostile_entries_are_found_by_their_words(tab, hostile_site, locale):
    tab.go(hostile_site.routes.path("signatories", locale))
    tab.page.locator("[name=q]").fill("Örnek")
    expect(tab.page.locator("[data-count]")).not_to_be_empty()
    assert tab.page.locator("[data-signatory]:visible").count() == len(TEXTS)
    assert tab.page.evaluate(CODE) == NOTHING


@pytest.mark.parametrize("locale", LOCALES)
def test_hostile_addresses_do_nothing(tab, hostile_site, locale):
    for text in TEXTS:
        choices = "&".join(f"{key}={quoted(text)}" for key in ("q", "il", "tur", "metin"))
        tab.go(f"{hostile_site.routes.path('signatories', locale)}?{choices}#{quoted(text)}")
        expect(tab.page.locator("[data-count]")).not_to_be_empty()
        assert tab.page.evaluate(CODE) == NOTHING


def test_hostile_searches_do_nothing(tab):
    tab.go("")
    tab.page.get_by_role("button", name="Ara").click()
    for text in TEXTS:
        tab.page.get_by_role("searchbox").fill(text)
        assert tab.page.evaluate(CODE) == NOTHING


@pytest.mark.parametrize("locale", LOCALES)
def test_hostile_feed_does_nothing(tab, locale):
    tab.go(f"feed.{locale}.xml")
    assert tab.page.evaluate("window.ran") is None
    tab.problems.clear()  # it names no icon, so the browser asks the host for one, in vain

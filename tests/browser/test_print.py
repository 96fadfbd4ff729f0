"""What a printed page says: where it is from, where its links lead."""

import pytest

from support.built import LOCALES, ROUTES
from support.repository import SITE_URL
from support.tab import WIDE

PRINTED = ("index", "declaration", "c3", "fn1", "footnotes", "background", "signatories", "signatories/nilufer-bursa")
LINKS = """() => [...document.querySelectorAll("main a[href]")]
  .filter(e => e.checkVisibility())
  .map(e => ({ href: e.getAttribute("href"), said: e.textContent.trim(), after: getComputedStyle(e, "::after").content,
    inside: new URL(e.getAttribute("href"), document.baseURI).origin === location.origin,
    words: Boolean(e.closest("[data-provision], .note")) }))"""
every_printed = pytest.mark.parametrize(("key", "locale"), [(key, locale) for key in PRINTED for locale in LOCALES])


@pytest.fixture
def printed(open_tab, key, locale):
    tab = open_tab(ROUTES[key, locale], viewport=WIDE)
    tab.page.emulate_media(media="print")
    return tab.page


@every_printed
def test_page_says_where_it_is_from(printed, key, locale):
    address = printed.locator(".address")
    assert address.is_visible()
    assert address.text_content().endswith(SITE_URL + ROUTES[key, locale])


@every_printed
def test_links_that_leave_the_site_show_where_they_lead_and_no_others_do(printed):
    for link in printed.evaluate(LINKS):
        leaves = not link["inside"] and link["said"] != link["href"] and not link["words"]
        assert (link["href"] in link["after"]) == leaves, link


def test_on_the_screen_the_address_is_in_the_address_bar(open_tab):
    assert not open_tab(ROUTES["c3", "tr"]).page.locator(".address").is_visible()

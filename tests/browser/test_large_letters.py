"""Readers who have set large letters in their browser: on a phone, too, nothing is cut off or beside the screen.

Style rules in `rem` follow that setting, media queries as well, which letters enlarged by a script do not show.
"""

import pytest

from support.built import LOCALES, NOT_FOUND, ROUTES
from support.chromium import ARGUMENTS, installed
from support.tab import Tab

PHONES = [(32, 360), (24, 320), (20, 320)]
"""(size of letters, where 16 px is usual; width of the screen)."""
DIVIDED = """() => [...document.querySelectorAll("h1")]
  .filter((each) => each.scrollWidth > each.clientWidth + 1 || getComputedStyle(each).hyphens !== "auto")
  .map((each) => each.textContent)"""
"""Headings that are cut off, or whose words are divided without a hyphen."""
OUTSIDE = """() => [...document.querySelectorAll("header button:not([hidden]), header a")]
  .filter((each) => each.checkVisibility({ visibilityProperty: true }))
  .filter((each) => each.getBoundingClientRect().right > innerWidth)
  .map((each) => each.textContent.trim())"""


@pytest.fixture(scope="module", params=PHONES, ids=lambda phone: "{} px at {} px".format(*phone))
def phone(request, browser, playwright, server):
    size, width = request.param
    arguments = [*ARGUMENTS, f"--blink-settings=defaultFontSize={size}"]
    large = browser.browser_type.launch(executable_path=installed(playwright), args=arguments)
    tab = Tab(large, server, {"viewport": {"width": width, "height": 740}})
    yield tab
    tab.close()
    large.close()


def test_no_page_is_wider_than_its_screen(phone):
    wide = {}
    for path in (*ROUTES.values(), NOT_FOUND):
        phone.go(path)
        width = phone.page.evaluate("document.documentElement.scrollWidth - innerWidth")
        if width > 0 or phone.page.evaluate(OUTSIDE):
            wide[path] = width, phone.page.evaluate(OUTSIDE)
    assert wide == {}


@pytest.mark.parametrize("locale", LOCALES)
def test_long_words_of_titles_are_divided_with_a_hyphen(phone, locale):
    for key in ("index", "declaration", "c3", "join", "corrections", "signatories/nilufer-bursa"):
        phone.go(ROUTES[key, locale])
        if phone.page.evaluate("matchMedia('(max-width: 17rem)').matches"):
            assert phone.page.evaluate(DIVIDED) == [], key


def test_the_menu_opens(phone):
    phone.go(ROUTES["declaration", "tr"])
    phone.page.get_by_role("button", name="Menü").click()
    assert phone.page.get_by_role("link", name="Hakkında").is_visible()

"""Readers who have set large letters in their browser: on a phone, too, nothing is cut off or beside the screen.

Style rules in `rem` follow that setting, media queries as well, which letters enlarged by a script do not show.
"""

import pytest

from support.built import LOCALES, NOT_FOUND, ROUTES
from support.chromium import ARGUMENTS, installed
from support.server import serve
from support.tab import Tab

PHONES = [(32, 360), (24, 320), (20, 320)]
"""(size of letters, where 16 px is usual; width of the screen)."""
MOVED = {"http-equiv": "refresh"}
DIVIDED = """() => [...document.querySelectorAll("h1")]
  .filter((each) => each.scrollWidth > each.clientWidth + 1 || getComputedStyle(each).hyphens !== "auto")
  .map((each) => each.textContent)"""
"""Headings that are cut off, or whose words are divided without a hyphen."""
BROKEN = """() => [...document.querySelectorAll("main :is(dt, button, summary)")]
  .filter((each) => each.checkVisibility({ visibilityProperty: true }))
  .flatMap((each) => [...each.childNodes].filter((node) => node.data?.trim()))
  .flatMap((node) => [...node.data.matchAll(/\\S+/g)].map(({ 0: word, index }) => {
    const range = new Range();
    range.setStart(node, index);
    range.setEnd(node, index + word.length);
    return [word, new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size];
  }))
  .filter(([word, lines]) => lines > 1 && !/[-/]/.test(word))"""
"""Words of labels that go on in the next line."""
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


def _too_wide(page, addresses):
    """Return address → (pixels beside the screen, what of the header is there)."""
    found = {}
    for address in addresses:
        page.goto(address)
        width = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        if width > 0 or page.evaluate(OUTSIDE):
            found[address] = width, page.evaluate(OUTSIDE)
    return found


def test_no_page_is_wider_than_its_screen(phone, server):
    assert _too_wide(phone.page, [server.url + path for path in (*ROUTES.values(), NOT_FOUND)]) == {}


@pytest.mark.parametrize("locale", LOCALES)
def test_the_longest_directory_is_not_either(phone, fullest, locale):
    with serve(fullest.folder) as running:
        register = ROUTES["signatories", locale]
        entry = next(each.name for each in (fullest.folder / register).iterdir() if each.is_dir())
        assert _too_wide(phone.page, [running.url + register, f"{running.url}{register}{entry}/"]) == {}


def test_nor_are_the_pages_of_another_text_from_right_to_left(phone, miniature):
    with serve(miniature.folder) as running:
        found = [path for path in miniature.html_files if path.startswith("ar/")]
        paths = [path for path in found if not miniature.page(path).all("meta", **MOVED)]
        assert len(paths) > 20
        assert _too_wide(phone.page, [running.url + path for path in paths]) == {}


@pytest.mark.parametrize("locale", LOCALES)
def test_long_words_of_titles_are_divided_with_a_hyphen(phone, locale):
    for key in ("index", "declaration", "c3", "join", "corrections", "signatories/nilufer-bursa"):
        phone.go(ROUTES[key, locale])
        if phone.page.evaluate("matchMedia('(max-width: 17rem)').matches"):
            assert phone.page.evaluate(DIVIDED) == [], key


@pytest.mark.parametrize("locale", LOCALES)
def test_words_of_labels_stay_whole(phone, locale):
    for key in ("declaration", "c3", "signatories", "signatories/nilufer-bursa", "corrections"):
        phone.go(ROUTES[key, locale])
        phone.page.evaluate("() => document.querySelectorAll('details').forEach((each) => { each.open = true; })")
        assert phone.page.evaluate(BROKEN) == [], key


def test_the_menu_opens(phone):
    phone.go(ROUTES["declaration", "tr"])
    phone.page.get_by_role("button", name="Menü").click()
    assert phone.page.get_by_role("link", name="Hakkında").is_visible()

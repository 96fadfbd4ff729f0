"""Copying by one press, in a real browser."""

from datetime import UTC, datetime

import pytest

from support.built import ROUTES
from support.repository import SITE_URL
from support.tab import NARROW, WIDE
from support.texts import TEXT

WHOLE = "about"
"""The page that shows how to cite the whole text."""
PROVISIONS = [("c3", "tr"), ("s1", "en"), ("fn2", "tr"), ("bg2", "en")]


@pytest.mark.parametrize(("cited", "locale"), [*PROVISIONS, (WHOLE, "tr"), (WHOLE, "en")])
def test_every_button_copies_its_text(open_tab, cited, locale):
    tab = open_tab(ROUTES[cited, locale], permissions=["clipboard-read", "clipboard-write"])
    if cited != WHOLE:
        tab.page.click("summary")
    for button in tab.page.locator("[data-copy]").all():
        button.focus()
        tab.page.keyboard.press("Enter")
        shown = tab.page.locator(f"#{button.get_attribute('data-copy')}").text_content()
        tab.wait("text => navigator.clipboard.readText().then(copied => copied === text)", " ".join(shown.split()))


@pytest.mark.parametrize(("provision_id", "locale"), PROVISIONS)
def test_the_words_arrive_exactly_and_are_announced(open_tab, provision_id, locale):
    tab = open_tab(ROUTES[provision_id, locale], permissions=["clipboard-read", "clipboard-write"])
    tab.page.click("[data-copy=cite-words]")
    status = tab.page.locator("[data-copied]")
    status.filter(has_text={"tr": "Kopyalandı", "en": "Copied"}[locale]).wait_for(state="attached")
    words = TEXT[locale].provision(provision_id).text.rstrip(",;")
    assert tab.page.evaluate("() => navigator.clipboard.readText()") == words
    tab.page.click("[data-copy=cite-link]")
    assert tab.page.evaluate("() => navigator.clipboard.readText()") == SITE_URL + ROUTES[provision_id, locale]


@pytest.mark.parametrize("viewport", [NARROW, WIDE], ids=["390", "1280"])
@pytest.mark.parametrize(("locale", "said"), [("tr", "Kopyalandı"), ("en", "Copied")])
def test_a_button_says_so_and_then_is_as_before(open_tab, locale, said, viewport):
    tab = open_tab(ROUTES["c3", locale], permissions=["clipboard-read", "clipboard-write"], viewport=viewport)
    tab.page.clock.install()
    buttons = [tab.page.locator(f"[data-copy={name}]") for name in ("cite-words", "cite-source")]
    before = [(each.text_content(), _place(each)) for each in buttons]
    for each in (*buttons, buttons[0], buttons[0]):
        each.click()
        each.filter(has_text=said).wait_for()
    assert [_place(each) for each in buttons] == [box for _, box in before]
    assert buttons[1].text_content() == before[1][0]
    tab.page.clock.run_for(10_000)
    assert [(each.text_content(), _place(each)) for each in buttons] == before
    assert tab.page.locator("[role=status][data-copied]").text_content() == ""


def _place(element):
    """Where an element stands on the page, however far that is scrolled: left, top, width, height."""
    return element.evaluate(
        "e => (({x, y, width, height}) => [x + scrollX, y + scrollY, width, height])(e.getBoundingClientRect())"
    )


REFUSING = {
    "refused": "Object.defineProperty(navigator, 'clipboard', "
    "{ value: { writeText: () => Promise.reject(new DOMException('', 'NotAllowedError')) } })",
    "absent": "Object.defineProperty(navigator, 'clipboard', { value: undefined })",
}


@pytest.mark.parametrize("reason", REFUSING)
@pytest.mark.parametrize(
    ("locale", "said", "told"), [("tr", "Seçildi", "Metin seçildi"), ("en", "Selected", "selected")]
)
def test_where_the_browser_refuses_the_text_is_selected(open_tab, locale, said, told, reason):
    tab = open_tab(ROUTES["c3", locale])
    tab.page.add_init_script(REFUSING[reason])
    tab.go(ROUTES["c3", locale])
    button = tab.page.locator("[data-copy=cite-words]")
    before = _place(button)
    button.click()
    button.filter(has_text=said).wait_for()
    assert told in tab.page.locator("[role=status][data-copied]").text_content()
    assert tab.page.evaluate("() => getSelection().toString().trim()") == TEXT[locale].provision("c3").text.rstrip(",;")
    assert _place(button) == before


@pytest.mark.parametrize(
    ("zone", "day", "words"),
    [("Europe/Istanbul", "2026-11-27", "27 Kasım 2026"), ("America/New_York", "2026-11-26", "26 Kasım 2026")],
)
def test_the_day_of_access_is_that_of_the_reader(open_tab, zone, day, words):
    """Late in the evening in UTC it is the next day in Istanbul: once only the words knew."""
    tab = open_tab(timezone_id=zone)
    tab.page.clock.set_fixed_time(datetime(2026, 11, 26, 22, 30, tzinfo=UTC))
    tab.go(ROUTES["c3", "tr"])
    shown = tab.page.locator("time[data-today]").first
    assert (shown.get_attribute("datetime"), shown.text_content()) == (day, words)


def test_without_script_the_texts_are_there_and_no_button_is(open_tab):
    tab = open_tab(ROUTES["c3", "en"], java_script_enabled=False)
    assert tab.page.locator("[data-copy]:visible").count() == 0
    assert tab.page.locator("#cite-words").is_visible()

"""The bar of a provision: at its number, and at words that a reader has selected."""

from urllib.parse import unquote

import pytest

from support.built import IDS, LOCALES, ROUTES
from support.golden import cases
from support.repository import SITE_URL
from support.tab import NARROW
from support.texts import TEXT

PAGES = ("declaration", "side-by-side", "footnotes", "background", "v/2021")
CLIPBOARD = ["clipboard-read", "clipboard-write"]
COPIED = "() => navigator.clipboard.readText()"
SELECT = """([id, locale, from, to]) => {
  const words = document.querySelector(`[data-provision="${id}"][lang="${locale}"]`);
  const all = document.createTreeWalker(words, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  for (let at = 0; all.nextNode(); at += all.currentNode.length) {
    if (from >= at && from <= at + all.currentNode.length) range.setStart(all.currentNode, from - at);
    if (to >= at && to <= at + all.currentNode.length) range.setEnd(all.currentNode, to - at);
  }
  getSelection().removeAllRanges();
  getSelection().addRange(range);
}"""


def bar(tab):
    """Return the bar once it can be used."""
    tab.wait("document.querySelector('.handles button:not([hidden]):not([disabled])') !== null")
    return tab.page.locator(".handles")


@pytest.fixture
def copying(open_tab):
    return lambda path, **settings: open_tab(path, permissions=CLIPBOARD, **settings)


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("provision_id", ["bg1", "ch", "r8", "s1", "c3", "c9", "fn2"])
def test_bar_copies_what_the_page_of_the_provision_offers(copying, locale, provision_id):
    tab = copying(ROUTES[provision_id, locale])
    offered = {
        part: " ".join(tab.page.locator(f"#{part}").text_content().split())
        for part in ("cite-words", "cite-source", "cite-link")
    }
    tab.go(ROUTES["footnotes" if provision_id == "fn2" else "declaration", locale])
    tab.page.locator(f"#{provision_id} > .permalink").hover()
    for part, text in offered.items():
        bar(tab).locator(f"[data-part={part}]").click()
        tab.wait("() => document.querySelector('.handles [role=status]').textContent")
        assert tab.page.evaluate(COPIED) == text


def test_a_pointer_that_only_passes_opens_nothing(open_tab):
    tab = open_tab(ROUTES["declaration", "tr"])
    number = tab.page.locator("#c3 > .permalink")
    number.scroll_into_view_if_needed()
    box = number.bounding_box()
    tab.page.mouse.move(box["x"] - 100, box["y"] + 5)
    for x in (box["x"] + 2, box["x"] + 4, box["x"] + 200):
        tab.page.mouse.move(x, box["y"] + 5)
    tab.page.wait_for_timeout(600)
    assert tab.page.locator(".has-bar").count() == 0


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("key", PAGES)
def test_every_page_with_words_has_the_bar(open_tab, key, locale):
    tab = open_tab(ROUTES[key, locale])
    tab.page.locator(".permalink").first.hover()
    links = bar(tab).locator("a:visible")
    found = {link.removeprefix(tab.server.url) for link in links.evaluate_all("all => all.map(e => e.href)")}
    provision_id = {"footnotes": "fn1"}.get(key, "bg1")
    other = {"tr": "en", "en": "tr"}[locale]
    assert found == {
        ROUTES[provision_id, locale],
        f"{ROUTES[provision_id, locale]}card.png",
        ROUTES[provision_id, other],
    }


def test_bar_is_one_stop_for_the_keyboard_and_the_arrows_go_through_it(copying):
    tab = copying("en/declaration/")
    tab.page.locator("#c3 > .permalink").evaluate("number => number.focus({ focusVisible: true })")
    bar(tab)
    tab.page.keyboard.press("Tab")
    assert tab.focused["text"] == "Copy text"  # the number itself leads to the page
    tab.page.keyboard.press("ArrowRight")
    assert tab.focused["text"] == "Copy with source"
    tab.page.keyboard.press("Enter")
    tab.wait("() => document.querySelector('.handles [role=status]').textContent === 'Copied'")
    assert TEXT["en"].provision("c3").text.rstrip(";") in tab.page.evaluate(COPIED)
    tab.page.keyboard.press("ArrowLeft")
    assert tab.focused["text"] == "Copy text"
    at = tab.page.evaluate("scrollY")
    for key, name in (("End", "Türkçe"), ("Home", "Its page")):
        tab.page.keyboard.press(key)
        assert (tab.focused["text"], tab.page.evaluate("scrollY")) == (name, at)
    tab.page.keyboard.press("Escape")
    assert (tab.page.locator(".handles").count(), tab.focused["text"]) == (0, "3")


def test_a_touch_offers_the_bar_and_its_first_link_is_the_page(open_tab):
    tab = open_tab("deklarasyon/", viewport=NARROW, has_touch=True, is_mobile=True)
    tab.page.locator("#c3 > .permalink").tap()
    assert tab.path == "deklarasyon/"
    box = bar(tab).bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= NARROW["width"]
    bar(tab).get_by_role("link", name="Maddenin sayfası").tap()
    tab.page.wait_for_url(tab.server.url + "c3/")


def test_bar_moves_nothing_and_goes_away(open_tab):
    tab = open_tab("deklarasyon/")
    boxes = "() => [...document.querySelectorAll('.provision')].map((e) => e.getBoundingClientRect().height)"
    before = tab.page.evaluate(boxes)
    tab.page.locator("#c3 > .permalink").hover()
    bar(tab)
    assert tab.page.evaluate(boxes) == before
    tab.page.mouse.move(5, 5)
    tab.wait("() => !document.querySelector('.handles')")


# Focuses every number, and lists those whose bar is over words: the boxes of letters are higher than letters, by 4 px.
COVERS = """async () => {
  const linesOf = (passage) => {
    const range = document.createRange();
    range.selectNodeContents(passage);
    return [...range.getClientRects()];
  };
  const covering = [];
  for (const number of document.querySelectorAll(".permalink")) {
    number.focus({ focusVisible: true });
    while (!number.parentElement.classList.contains("has-bar")) await new Promise(requestAnimationFrame);
    const { left, right, top, bottom } = document.querySelector(".handles").getBoundingClientRect();
    const isOver = (line) => line.left < right && line.right > left && line.top + 4 < bottom && line.bottom - 4 > top;
    if ([...document.querySelectorAll("[data-provision]")].flatMap(linesOf).some(isOver)) covering.push(number.href);
  }
  return covering;
}"""


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("key", ["declaration", "side-by-side", "footnotes"])
def test_bar_under_a_pointer_covers_no_words(open_tab, key, locale):
    tab = open_tab(ROUTES[key, locale], viewport={"width": 1440, "height": 900})
    assert tab.page.evaluate(COVERS) == []


@pytest.mark.parametrize("viewport", [NARROW, {"width": 1440, "height": 900}], ids=["phone", "desktop"])
def test_no_button_moves_when_the_bar_says_what_it_did(copying, viewport):
    tab = copying("deklarasyon/", viewport=viewport)
    tab.page.locator("#c5 > .permalink").hover()
    buttons = bar(tab).locator("button:visible")
    before = [each.bounding_box() for each in buttons.all()]
    buttons.first.click()
    status = bar(tab).get_by_role("status")
    status.filter(has_text="Kopyalandı").wait_for()
    assert [each.bounding_box() for each in buttons.all()] == before
    box = status.bounding_box()
    assert (box["x"] >= 0, box["x"] + box["width"] <= viewport["width"]) == (True, True)


@pytest.mark.parametrize("left", [True, False])
def test_bar_goes_away_once_something_is_copied(copying, left):
    tab = copying("deklarasyon/")
    tab.page.locator("#c3 > .permalink").hover()
    bar(tab).locator("[data-part=cite-words]").click()
    tab.wait("() => document.querySelector('.handles [role=status]').textContent === 'Kopyalandı'")
    if left:
        tab.page.mouse.move(5, 5)
    tab.wait("() => !document.querySelector('.handles')")


def test_after_a_touch_the_bar_says_that_it_copied_and_goes_away(copying):
    tab = copying("en/declaration/", viewport=NARROW, has_touch=True, is_mobile=True)
    tab.page.locator("#c3 > .permalink").tap()
    bar(tab).locator("[data-part=cite-link]").tap()
    tab.wait("() => document.querySelector('.handles [role=status]').textContent === 'Copied'")
    tab.wait("() => !document.querySelector('.handles')")
    tab.page.locator("#c3 > .permalink").tap()
    bar(tab)


@cases("reading/selection.yaml")
def test_selected_words_are_quoted_with_their_source(copying, case):
    tab = copying(ROUTES[case["page"], case["locale"]])
    tab.page.evaluate(SELECT, [case["of"], case["spoken"], case["from"], case["to"]])
    bar(tab).locator("[data-selected=quote]").click()
    tab.wait("() => document.querySelector('.handles [role=status]').textContent")
    copied = tab.page.evaluate(COPIED)
    assert copied.startswith(f"“{case['words']}”{case.get('after', ',')} ")
    assert SITE_URL + ROUTES[case["of"], case["spoken"]] in copied


@pytest.mark.parametrize("viewport", [NARROW, {"width": 1280, "height": 720}], ids=["390", "1280"])
@pytest.mark.parametrize("at", ["start", "center", "end"])
@pytest.mark.parametrize("words", [("c9", 0, 20), ("bg1", 200, 230), ("bg1", 2, 700)], ids=["c9", "bg1", "all of bg1"])
def test_bar_of_selected_words_is_in_the_window(copying, words, at, viewport):
    of, start, end = words
    tab = copying("deklarasyon/", viewport=viewport)
    place = "([id, at]) => document.getElementById(id).scrollIntoView({ block: at, behavior: 'instant' })"
    tab.page.evaluate(place, [of, at])
    tab.page.evaluate(SELECT, [of, "tr", start, end])
    box = bar(tab).bounding_box()
    assert 0 <= box["x"] <= box["x"] + box["width"] <= viewport["width"]
    selected = tab.page.evaluate("() => getSelection().getRangeAt(0).getBoundingClientRect().toJSON()")
    if selected["top"] >= 0 and selected["bottom"] <= viewport["height"]:
        assert 0 <= box["y"] <= box["y"] + box["height"] <= viewport["height"]
        assert box["y"] >= selected["bottom"] - 1 or box["y"] + box["height"] <= selected["top"] + 1
    for part in ("quote", "link"):  # it stays as long as the words are selected
        tab.page.locator(f".handles [data-selected={part}]").click()
        tab.wait("() => document.querySelector('.handles [role=status]').textContent")
    tab.page.evaluate("getSelection().removeAllRanges()")
    tab.wait("() => !document.querySelector('.handles')")


def test_page_that_scrolls_under_a_pointer_opens_no_bar(open_tab):
    tab = open_tab("deklarasyon/", viewport={"width": 1280, "height": 800})
    number = tab.page.locator("#r2 > .permalink").bounding_box()
    tab.page.mouse.move(number["x"] + 12, 400)
    tab.page.evaluate("y => scrollTo({ top: y, behavior: 'instant' })", number["y"] - 392)
    tab.wait("() => document.querySelector('#r2 > .permalink').matches(':hover')")
    tab.page.wait_for_timeout(300)
    assert tab.page.locator(".handles").count() == 0
    tab.page.mouse.move(number["x"] + 14, 401)
    bar(tab)
    tab.page.keyboard.press("Escape")
    tab.page.mouse.move(number["x"] + 15, 401)  # a hand that shakes
    tab.page.wait_for_timeout(300)
    assert tab.page.locator(".handles").count() == 0


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize(("of", "start", "end"), [("c3", 3, 9), ("r8", 0, 60), ("c9", 20, 120), ("bg1", 2, 300)])
def test_link_to_selected_words_names_all_of_them(copying, locale, of, start, end):
    tab = copying(ROUTES["declaration", locale])
    tab.page.evaluate(SELECT, [of, locale, start, end])
    bar(tab).locator("[data-selected=link]").click()
    tab.wait("() => document.querySelector('.handles [role=status]').textContent")
    address, _, directive = tab.page.evaluate(COPIED).partition("#:~:text=")
    assert address == SITE_URL + ROUTES[of, locale]
    assert "-" not in directive
    first, *last = map(unquote, directive.split(","))
    text = TEXT[locale].provision(of).marked_text
    found = text[text.index(first) : text.index(last[0], text.index(first)) + len(last[0]) if last else None]
    assert text[start:end].strip() in found
    assert text[: text.index(first)][-1:] in {"", " "}, "a link to words finds no part of a word"


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("around", [(3, 0), (3, 6), (40, 40), (0, 8)], ids=["before", "around", "far around", "after"])
def test_browser_finds_the_words_beside_the_mark_of_a_note(copying, locale, around):
    """They are shown in the middle of the window: those of the passage, not their copy in a citation."""
    tab = copying(ROUTES["declaration", locale])
    noted = [each for each in TEXT[locale].provisions if each.notes]
    assert [note for each in noted for note in each.notes] == [each.id for each in TEXT[locale].notes]
    for each in noted:
        tab.page.set_viewport_size({"width": 1280, "height": 720})
        tab.go(ROUTES["declaration", locale])
        before = each.runs[next(at for at, run in enumerate(each.runs) if run.note) - 1].text
        mark = each.marked_text.index(before) + len(before)
        end = min(mark + 1 + around[1], len(each.marked_text))
        tab.page.evaluate(SELECT, [each.id, locale, max(0, mark - around[0]), end])
        bar(tab).locator("[data-selected=link]").click()
        tab.wait("() => document.querySelector('.handles [role=status]').textContent")
        _, _, directive = tab.page.evaluate(COPIED).partition("#:~:text=")
        tab.page.set_viewport_size({"width": 360, "height": 200})
        tab.page.goto("about:blank")
        tab.go(f"{ROUTES[each.id, locale]}#:~:text={directive}")
        tab.wait("""() => {
          const { top, bottom } = document.querySelector("[data-provision]").getBoundingClientRect();
          return scrollY > 0 && top < 120 && bottom > 80;
        }""")


@pytest.mark.parametrize("locale", LOCALES)
def test_selection_that_goes_beyond_a_provision_is_of_its_words(copying, locale):
    """Three clicks on a paragraph select up to the beginning of the next one."""
    tab = copying(ROUTES["c3", locale])
    whole = f"“{TEXT[locale].provision('c3').quoted}”"
    for select in ("() => getSelection().selectAllChildren(document.querySelector('blockquote'))", None):
        tab.page.evaluate("getSelection().removeAllRanges()")
        tab.wait("() => !document.querySelector('.handles')")
        before = tab.page.evaluate("document.body.scrollHeight")
        if select:
            tab.page.evaluate(select)
        else:
            tab.page.locator("[data-provision]").first.click(click_count=3)
        bar(tab).locator("[data-selected=quote]").click()
        tab.wait("() => document.querySelector('.handles [role=status]').textContent")
        assert tab.page.evaluate(COPIED).startswith(whole)
        assert tab.page.evaluate("document.body.scrollHeight") == before, "the bar moves nothing"


@pytest.mark.parametrize("viewport", [NARROW, {"width": 1280, "height": 720}], ids=["phone", "desktop"])
def test_bar_at_the_edge_of_the_window_is_in_it(open_tab, viewport):
    tab = open_tab("deklarasyon/", viewport=viewport)
    tab.page.locator("#c3").evaluate("e => scrollBy({ top: e.getBoundingClientRect().top, behavior: 'instant' })")
    tab.page.locator("#c3 > .permalink").hover()
    box = bar(tab).bounding_box()
    assert 0 <= box["y"] <= viewport["height"] - box["height"]


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("answer", ["none", "503"])
def test_where_the_page_of_the_provision_cannot_be_loaded_it_says_so(browser, server, locale, answer):
    page = browser.new_page()
    page.goto(server.url + ROUTES["declaration", locale])
    page.route("**/c3/", lambda route: route.abort() if answer == "none" else route.fulfill(status=503))
    page.locator("#c3 > .permalink").hover()
    said = page.locator(".handles [role=status]")
    said.filter(has_text={"tr": "Yüklenemedi", "en": "could not be loaded"}[locale]).wait_for()
    assert page.locator(".handles button:enabled").count() == 0
    page.unroute("**/c3/")
    page.locator("#c5 > .permalink").hover()
    page.locator(".has-bar#c5").wait_for()  # the pointer does not only pass
    page.locator("#c3 > .permalink").hover()
    page.locator(".has-bar#c3 .handles button:enabled").first.wait_for()
    page.close()


def test_every_number_on_the_declaration_leads_to_its_own_page(built):
    for locale in LOCALES:
        page = built.page(ROUTES["declaration", locale])
        found = [page.target(link) for link in page.all("a") if link.get("class") in {"permalink", "note-number"}]
        assert sorted(found) == sorted(ROUTES[each, locale] for each in IDS)

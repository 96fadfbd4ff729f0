"""The map in a browser: reached and used by keyboard, equal to the list, accessible however full it is."""

from itertools import pairwise

import pytest

from support.built import LOCALES, ROUTES
from support.server import serve
from support.tab import NARROW, Tab
from support.visit import Visitor

COUNT = "document.querySelector('[data-count]').textContent"
ON_MAP = "document.activeElement.dataset.province"
LISTED = """[...document.querySelectorAll("[data-signatory]")]
  .filter(e => e.checkVisibility()).map(e => e.dataset.province)"""
FILLS = """[...document.querySelectorAll(".map > svg :is(.ground, a) path")]
  .map(e => [e.closest("a") !== null, getComputedStyle(e).fill])"""
MIDDLE = "e => { const b = e.querySelector('path').getBBox(); return [b.x + b.width / 2, b.y + b.height / 2]; }"
PLACE = f"({MIDDLE})(document.activeElement)"
TYPE = """key => {
  document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
  return document.activeElement.ariaLabel;
}"""
"""Keys that Playwright does not have, like ı, can only be told, not pressed."""
PLACES = f"[...document.querySelectorAll('svg a[data-province]')].map({MIDDLE})"
OVERLAPPING = """(() => {
  const boxes = [...document.querySelectorAll(".names text")].map(e => [e.textContent, e.getBoundingClientRect()]);
  return boxes.flatMap(([name, a], at) => boxes.slice(at + 1).filter(([, b]) =>
    a.left < b.right && b.left < a.right && a.top + 3 < b.bottom - 3 && b.top + 3 < a.bottom - 3)
    .map(([other]) => [name, other]));
})()"""
MOST_STEPS = 40
"""Presses of the Tab key from the top of the page to the first province."""
MOST_PRESSES = 12
"""From the top of the page to the field of the filter, over the link past the header."""
FOUND = {"tr": "1 kayıt bulundu", "en": "1 entry found"}


@pytest.fixture(scope="module")
def many(fifty):
    with serve(fifty.folder) as running:
        yield running


@pytest.fixture
def tab(browser, many):
    opened = Tab(browser, many, {})
    yield opened
    opened.close()
    assert opened.problems == []


@pytest.fixture
def every_province(browser, fullest):
    with serve(fullest.folder) as running:
        opened = Tab(browser, running, {})
        yield opened
        opened.close()
        assert opened.problems == []


def test_pointer_names_every_province_beside_it(tab):
    tab.go(ROUTES["signatories", "tr"])
    named, wrong = tab.page.locator("[data-named]"), []
    for shape in tab.page.locator(".map > svg :is(.ground, a) path").all():
        shape.dispatch_event("pointerenter")
        shape.locator("..").dispatch_event("pointerenter")
        label, place, whole = (each.bounding_box() for each in (named, shape, tab.page.locator(".map")))
        is_near = label and abs(label["y"] + label["height"] - place["y"]) < 12
        is_inside = label and whole["x"] - 1 <= label["x"] <= whole["x"] + whole["width"] - label["width"] + 1
        wrong += [] if is_near and is_inside else [(named.text_content(), label, place)]
    assert wrong == []
    assert tab.page.locator(".map title").count() == 0  # the browser would name it, too


@pytest.mark.parametrize("locale", LOCALES)
def test_province_is_chosen_by_keyboard(tab, locale):
    tab.go(ROUTES["signatories", locale])
    for _ in range(MOST_STEPS):
        tab.page.keyboard.press("Tab")
        if tab.page.evaluate(ON_MAP):
            break
    chosen = tab.page.evaluate(ON_MAP)
    tab.page.keyboard.press("Enter")
    tab.wait(COUNT)
    assert tab.path == f"{ROUTES['signatories', locale]}?il={chosen}"
    assert tab.page.evaluate(COUNT) == FOUND[locale]
    assert _listed(tab) == [chosen]
    assert tab.page.evaluate("document.activeElement.name") == "il"


@pytest.mark.parametrize("locale", LOCALES)
def test_map_is_one_stop_and_names_where_the_reader_is(tab, locale):
    tab.go(ROUTES["signatories", locale])
    provinces = tab.page.locator("svg a[data-province]")
    said = provinces.evaluate_all("all => all.map(e => e.getAttribute('aria-label'))")
    named = tab.page.locator("[data-named]")
    provinces.first.evaluate("e => e.focus()")
    assert named.text_content() == said[0]
    for key, at in (("End", -1), ("Home", 0)):
        tab.page.keyboard.press(key)
        assert (named.text_content(), tab.page.evaluate("document.activeElement.getAttribute('aria-label')")) == (
            said[at],
            said[at],
        )
    tab.page.keyboard.press("Tab")
    assert not tab.page.evaluate(ON_MAP)
    provinces.nth(2).locator("path").hover()
    assert named.text_content() == said[2]


@pytest.mark.parametrize(
    ("locale", "letter", "capitals"), [("tr", "a", "A"), ("tr", "i", "İ"), ("tr", "ı", "I"), ("en", "i", "Iİ")]
)
def test_a_letter_goes_to_the_next_province_that_begins_with_it(every_province, locale, letter, capitals):
    tab = every_province
    tab.go(ROUTES["signatories", locale])
    provinces = tab.page.locator("svg a[data-province]")
    names = [name for name in provinces.evaluate_all("all => all.map(e => e.ariaLabel)") if name[0] in capitals]
    provinces.last.evaluate("e => e.focus()")
    assert names
    assert [tab.page.evaluate(TYPE, letter) for _ in range(len(names) + 1)] == [*names, *names[:1]]


@pytest.mark.parametrize(
    ("key", "axis", "sign"), [("ArrowRight", 0, 1), ("ArrowDown", 1, 1), ("ArrowLeft", 0, -1), ("ArrowUp", 1, -1)]
)
def test_an_arrow_key_goes_in_its_direction_until_the_edge(tab, key, axis, sign):
    tab.go(ROUTES["signatories", "tr"])
    tab.page.locator("svg a[data-province]").first.evaluate("e => e.focus()")
    tab.page.keyboard.press({"ArrowRight": "ArrowLeft", "ArrowDown": "ArrowUp"}.get(key, "End"))
    places = [tab.page.evaluate(PLACE)]
    while len(places) < 2 or places[-1] != places[-2]:
        tab.page.keyboard.press(key)
        places.append(tab.page.evaluate(PLACE))
    moves = [(after[axis] - before[axis]) * sign for before, after in pairwise(places[:-1])]
    assert moves
    assert min(moves) > 0
    assert places[-1][axis] * sign >= max(each[axis] * sign for each in tab.page.evaluate(PLACES))


def test_arrow_keys_reach_every_province(tab):
    tab.go(ROUTES["signatories", "tr"])
    reached, waiting = set(), [tab.page.locator("svg a[data-province]").first.get_attribute("data-province")]
    while waiting:
        code = waiting.pop()
        if code in reached:
            continue
        reached.add(code)
        for key in ("ArrowRight", "ArrowDown", "ArrowLeft", "ArrowUp"):
            tab.page.locator(f"svg a[data-province='{code}']").evaluate("e => e.focus()")
            tab.page.keyboard.press(key)
            waiting.append(tab.page.evaluate(ON_MAP))
    assert len(reached) == tab.page.locator("svg a[data-province]").count()


@pytest.mark.parametrize("locale", LOCALES)
def test_filter_is_few_presses_away(tab, locale):
    tab.go(ROUTES["signatories", locale])
    tab.page.keyboard.press("Tab")
    tab.page.keyboard.press("Enter")
    presses = 2
    while tab.page.evaluate("document.activeElement.name") != "q":
        tab.page.keyboard.press("Tab")
        presses += 1
        assert presses <= MOST_PRESSES


def test_focus_on_a_province_outlines_its_shape(tab):
    tab.go(ROUTES["signatories", "tr"])
    province = tab.page.locator("svg a[data-province]").first
    tab.page.locator("#map_title").evaluate("e => { e.tabIndex = -1; e.focus(); }")
    assert set(tab.page.eval_on_selector_all("[data-outline]", "all => all.map(e => e.getAttribute('d') ?? '')")) == {
        ""
    }
    tab.page.keyboard.press("Tab")
    assert province.evaluate("e => e === document.activeElement")
    assert province.evaluate("e => getComputedStyle(e).outlineStyle") == "none"
    shape = province.locator("path").get_attribute("d")
    outlines = tab.page.locator("[data-outline]")
    assert [each.get_attribute("d") for each in outlines.all()] == [shape, shape]
    strokes = outlines.evaluate_all("all => all.map(e => getComputedStyle(e).stroke)")
    assert "none" not in strokes
    assert len(set(strokes)) == 2
    assert province.evaluate("e => Boolean(e.compareDocumentPosition(document.querySelector('[data-outline]')) & 4)")


@pytest.mark.parametrize(("width", "most"), [(360, 6), (768, 81), (1440, 81)])
def test_names_are_written_where_they_can_be_read(tab, width, most):
    tab.page.set_viewport_size({"width": width, "height": 900})
    tab.go(ROUTES["signatories", "tr"])
    names = tab.page.locator(".names text:visible")
    assert 1 <= names.count() <= most
    assert tab.page.evaluate(OVERLAPPING) == []
    assert all(each.bounding_box()["height"] >= 13 for each in names.all())  # letters of 10 px


def test_province_is_chosen_by_pointer_and_back_shows_all(tab):
    tab.go(ROUTES["signatories", "tr"])
    whole = _listed(tab)
    tab.page.locator("svg a[data-province='6'] path").click()
    tab.wait(COUNT)
    assert _listed(tab) == [each for each in whole if each == "6"]
    tab.page.go_back()
    tab.wait(f"{COUNT} === document.querySelector('[data-total]').textContent")
    assert _listed(tab) == whole


def test_map_leads_to_the_list_without_script(browser, many):
    plain = Tab(browser, many, {"java_script_enabled": False})
    plain.go(ROUTES["signatories", "tr"])
    plain.page.locator("svg a[data-province='6'] path").click()
    assert plain.path == f"{ROUTES['signatories', 'tr']}#il_6"
    plain.close()


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("name", ["fifty", "fullest"])
def test_directory_is_accessible_however_full(request, browser, name, locale):
    with serve(request.getfixturevalue(name).folder) as running:
        visitor = Visitor(browser, running)
        visit = visitor(ROUTES["signatories", locale])
        visitor.close()
    assert visit.violations == {}
    assert visit.problems == ()
    assert visit.width <= 320


@pytest.mark.parametrize("settings", [{"forced_colors": "active"}, {"viewport": NARROW}], ids=["forced", "narrow"])
def test_shaded_provinces_differ_from_the_others(browser, many, settings):
    tab = Tab(browser, many, settings)
    tab.go(ROUTES["signatories", "tr"])
    fills = tab.page.evaluate(FILLS)
    tab.close()
    assert {fill for linked, fill in fills if linked}.isdisjoint({fill for linked, fill in fills if not linked})


def _listed(tab):
    """Return the provinces of the rows that are shown."""
    return tab.page.evaluate(LISTED)

"""Reading with a keyboard, with links to single provisions, and in two languages."""

import pytest

from support.built import IDS, LOCALES, ROUTES
from support.golden import cases
from support.texts import TEXT

LOOK = """id => ["", "::before"].map((part) => {
  const look = getComputedStyle(document.getElementById(id), part);
  return [look.content, look.backgroundColor, look.outlineStyle, look.boxShadow, look.borderInlineStartWidth];
})"""
OTHER = {"tr": "English", "en": "Türkçe"}
PROVISIONS = [each for each in IDS if not each.startswith("fn")]


@cases("reading/switch.yaml")
def test_switch_keeps_the_page_and_the_place(open_tab, case):
    tab = open_tab(case["tr"])
    for locale, other in (("tr", "en"), ("en", "tr"), ("tr", "en")):
        tab.page.get_by_role("banner").get_by_role("link", name=OTHER[locale], exact=True).click()
        tab.page.wait_for_url(tab.server.url + case[other])
        assert tab.page.locator(":target").count() == ("#" in case[other])


def test_switch_follows_the_reader_down_the_page(open_tab):
    tab = open_tab("deklarasyon/")
    tab.page.evaluate("location.hash = 'c5'")
    tab.page.get_by_role("banner").get_by_role("link", name="English").click()
    tab.page.wait_for_url(tab.server.url + "en/declaration/#c5")


def test_switch_works_without_script(open_tab):
    tab = open_tab("deklarasyon/#c3", java_script_enabled=False)
    tab.page.get_by_role("banner").get_by_role("link", name="English").click()
    tab.page.wait_for_url(tab.server.url + "en/declaration/")


def test_banner_of_a_translation_leads_to_the_same_place(open_tab):
    tab = open_tab("en/declaration/#s4")
    tab.page.get_by_role("note").get_by_role("link").click()
    tab.page.wait_for_url(tab.server.url + "deklarasyon/#s4")


@cases("reading/notes.yaml")
def test_note_and_back_by_keyboard(open_tab, case):
    tab = open_tab(case["page"])
    tab.page.locator(f"#{case['mark']}").focus()
    tab.page.keyboard.press("Enter")
    tab.page.wait_for_url(f"**#{case['note']}")
    assert tab.page.locator(":target").get_attribute("id") == case["note"]
    for _ in range(case["tabs"]):
        tab.page.keyboard.press("Tab")
    assert tab.focused["href"] == f"#{case['mark']}"
    tab.page.keyboard.press("Enter")
    tab.page.wait_for_url(f"**#{case['mark']}")
    assert tab.focused["id"] == case["mark"]


@pytest.mark.parametrize("locale", LOCALES)
def test_words_are_copied_without_the_marks_of_notes(open_tab, locale):
    """What a browser copies of a selection leaves out what cannot be selected."""
    tab = open_tab(ROUTES["declaration", locale])
    for each in (each for each in TEXT[locale].provisions if each.notes):
        said = """id => {
          getSelection().selectAllChildren(document.querySelector(`[data-provision="${id}"]`));
          return getSelection().toString();
        }"""
        assert " ".join(tab.page.evaluate(said, each.id).split()) == each.text


@pytest.mark.parametrize("locale", LOCALES)
def test_every_permalink_is_reached_by_keyboard(open_tab, locale):
    tab = open_tab(ROUTES["declaration", locale])
    reached = _tab_through(tab)
    assert [each for each in PROVISIONS if not any(link.endswith(f"/{each}/") for link in reached["permalink"])] == []
    assert len(reached["noteref"]) == len(reached["backlink"]) == 3


def _tab_through(tab):
    """Press Tab until the page has been walked through; return the addresses of the links reached, by their kind."""
    links = tab.page.locator("a:visible").count() + len(IDS)  # and the bar of every provision on the way
    reached = {"permalink": [], "noteref": [], "backlink": [], "other": []}
    for _ in range(links + 5):
        tab.page.keyboard.press("Tab")
        kind, href, outline = tab.page.evaluate(
            "(e => [e.className || e.parentElement?.className.replace(/s$/, ''), e.getAttribute('href'),"
            " getComputedStyle(e).outlineStyle])(document.activeElement)"
        )
        assert href is None or outline != "none"
        reached[kind if kind in reached else "other"].append(href)
    return reached


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("provision_id", ["bg1", "ch", "r10", "s7", "c3", "fn2", "sf"])
def test_linked_provision_is_highlighted(open_tab, locale, provision_id):
    tab = open_tab(ROUTES["declaration", locale])
    before = tab.page.evaluate(LOOK, provision_id)
    tab.page.evaluate("id => { location.hash = id }", provision_id)
    tab.wait("document.querySelector(':target')")
    assert tab.page.evaluate(LOOK, provision_id) != before
    assert tab.page.evaluate("id => document.getElementById(id).getBoundingClientRect().top", provision_id) >= 0


def test_number_leads_to_the_page_of_the_provision(open_tab):
    tab = open_tab("en/declaration/", java_script_enabled=False)
    tab.page.locator("#c3").get_by_role("link", name="Commitment 3").click()
    assert tab.path == "en/c3/"


def test_first_tab_leads_past_the_header(open_tab):
    tab = open_tab("deklarasyon/")
    tab.page.keyboard.press("Tab")
    assert tab.focused["href"] == "#page_main"
    tab.page.keyboard.press("Enter")
    tab.page.keyboard.press("Tab")
    assert tab.page.evaluate("document.querySelector('main').contains(document.activeElement)")


@pytest.mark.parametrize(
    ("locale", "said", "back"),
    [("tr", "Gerekçeler 5/13", "İçindekiler ↑"), ("en", "Recitals 5/13", "Contents ↑")],
)
def test_on_a_phone_a_line_says_where_the_reader_is_and_leads_back_to_the_contents(open_tab, locale, said, back):
    tab = open_tab(ROUTES["declaration", locale], viewport={"width": 360, "height": 640})
    line = tab.page.locator(".running")
    assert not line.is_visible()
    tab.page.evaluate("location.hash = 'r5'")
    line.get_by_text(said, exact=True).wait_for()
    assert (line.bounding_box()["y"], line.bounding_box()["width"]) == (0, 360)
    assert tab.page.locator("#r5 [data-provision]").bounding_box()["y"] >= line.bounding_box()["height"]
    line.get_by_text(back).click()
    line.wait_for(state="hidden")
    assert tab.page.locator("#contents h2").bounding_box()["y"] >= 0


def test_the_line_is_gone_at_the_top_however_the_reader_gets_there(open_tab):
    tab = open_tab("deklarasyon/#c9", viewport={"width": 360, "height": 640})
    line = tab.page.locator(".running")
    line.wait_for()
    tab.page.evaluate("scrollTo({ top: 0, behavior: 'instant' })")
    line.wait_for(state="hidden")


def test_the_line_is_gone_after_the_text_and_comes_back(open_tab):
    tab = open_tab("deklarasyon/", viewport={"width": 360, "height": 640})
    line = tab.page.locator(".running")
    tab.page.evaluate("scrollTo({ top: document.body.scrollHeight, behavior: 'instant' })")
    tab.wait("() => document.querySelector('.contents').dataset.ended === ''")
    assert not line.is_visible()
    tab.page.evaluate("location.hash = 'c2'")
    line.get_by_text("Taahhütler 2/9").wait_for()


@pytest.mark.parametrize("width", [360, 768])
def test_a_link_to_the_colophon_leads_past_the_text(open_tab, width):
    tab = open_tab("deklarasyon/#colophon", viewport={"width": width, "height": 740})
    tab.wait("() => document.querySelector('.contents').dataset.ended === ''")
    assert 0 <= tab.page.locator("#colophon").bounding_box()["y"] < 80


@pytest.mark.parametrize("width", [960, 1440])
def test_where_the_contents_are_beside_the_text_they_say_it_themselves(open_tab, width):
    tab = open_tab("deklarasyon/#c3", viewport={"width": width, "height": 900})
    line = tab.page.locator(".running")
    line.get_by_text("Taahhütler 3/9").wait_for()
    assert line.evaluate("e => getComputedStyle(e).position") == "static"


@pytest.mark.parametrize("locale", LOCALES)
def test_side_by_side_every_part_is_called_in_both_languages_below_their_names(open_tab, locale):
    tab = open_tab(ROUTES["side-by-side", locale] + "#statement", viewport={"width": 1280, "height": 800})
    heading = tab.page.locator("#statement > h2")
    assert heading.locator("span").all_inner_texts() == ["Beyanlar", "Statements"]
    names = tab.page.locator(".heads").bounding_box()
    assert heading.bounding_box()["y"] >= names["y"] + names["height"]


@pytest.mark.parametrize("locale", LOCALES)
def test_side_by_side_on_a_phone_the_heading_of_the_part_stays_above_its_words(open_tab, locale):
    tab = open_tab(ROUTES["side-by-side", locale] + "#r5", viewport={"width": 360, "height": 640})
    heading, provision = tab.page.locator("#recital > h2"), tab.page.locator("#r5")
    assert heading.locator("span").all_inner_texts() == ["Gerekçeler", "Recitals"]
    box = heading.bounding_box()
    assert (box["y"], box["width"]) == (0, 360 - 2 * 16)
    assert box["height"] <= 60
    assert provision.bounding_box()["y"] >= box["height"]


@pytest.mark.parametrize("locale", LOCALES)
def test_the_order_of_words_is_explained_in_the_part_where_it_differs(open_tab, locale):
    tab = open_tab(ROUTES["side-by-side", locale])
    assert tab.page.locator(".prose").count() == tab.page.locator("#statement > .prose").count() == 1

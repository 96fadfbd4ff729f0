"""The ways through the site in Firefox: its real links and keys, and how many presses each reader needs."""

import pytest

from support.built import IDS, LOCALES, ROUTES
from support.firefox import PHONE, launch
from support.golden import load
from support.long_queries import COST, too_dear
from support.repository import SITE_URL
from support.server import serve
from support.texts import TEXT

pytestmark = pytest.mark.timeout(600)
MOST_TABS = 12
LOOKED_FOR = ("c3", "r8", "indir", "pdf", "meclis kararı", "council decision")
FIRST_SCREEN = 740
FOLDED = 1_400
"""Entries of a directory as long as one page may be, in folded provinces."""

ADDRESS = "url => location.href === url && document.readyState === 'complete'"
COPIED = "() => navigator.clipboard.readText()"
COUNT = "() => document.querySelector('[data-count]').textContent"
SHOWN = """() => [...document.querySelectorAll("[data-signatory]")]
  .filter(e => e.checkVisibility()).map(e => e.dataset.province)"""
ONLY = f"code => String([...new Set(({SHOWN})())]) === code"
FOCUSED = "() => document.activeElement.id"
ON_MAP = "() => document.activeElement.dataset.province ?? ''"
NAMED = "() => document.querySelector('[data-named]').textContent"
BAR = "() => document.querySelector('.handles button:not([hidden]):not([disabled])') !== null"
SAID = "() => document.querySelector('.handles [role=status]').textContent"
SEARCHES = "() => document.querySelector('dialog')?.open && document.activeElement.type === 'search'"
HITS = "() => [...document.querySelectorAll('.results a')].map(e => e.href)"
IN_SIGHT = """selector => {
  const box = document.querySelector(selector).getBoundingClientRect();
  return box.top >= 0 && box.bottom <= innerHeight;
}"""
GROUND = "() => getComputedStyle(document.body).backgroundColor"
SELECT = """([id, letters]) => {
  const words = document.querySelector(`[data-provision="${id}"]`);
  const text = document.createTreeWalker(words, NodeFilter.SHOW_TEXT).nextNode();
  getSelection().setBaseAndExtent(text, 0, text, letters);
}"""
PROMISED = f"(selector, text) => new Promise((done) => (function () {{ {COST} }})(selector, text, done))"


@pytest.fixture(scope="module")
def many(fifty):
    with serve(fifty.folder) as running:
        yield running


@pytest.fixture(scope="module")
def folded(sampled):
    with serve(sampled(FOLDED).folder) as running:
        yield running


@pytest.fixture(scope="module")
def running():
    with launch() as browser:
        yield browser


@pytest.fixture
def firefox(running):
    running.resize(1440, 900)
    running.presses = 0
    yield running
    assert running.problems() == []


@pytest.fixture(scope="module")
def touched():
    with launch(**PHONE) as browser:
        browser.resize(360, FIRST_SCREEN)
        yield browser


@pytest.fixture
def phone(touched):
    touched.presses = 0
    yield touched
    assert touched.problems() == []


@pytest.mark.parametrize("locale", LOCALES)
def test_journalist_on_a_phone_has_words_source_and_link_of_a_commitment_in_two_presses(phone, server, locale):
    phone.go(server.url + ROUTES["index", locale])
    phone.tap(".inscription li:nth-child(3) a")
    phone.wait(ADDRESS, server.url + ROUTES["c3", locale])
    phone.wait("() => !document.querySelector('[data-copy]').hidden")
    assert phone.evaluate("() => document.querySelector('#cite').getBoundingClientRect().bottom") <= FIRST_SCREEN
    phone.tap("[data-copy=cite-source]")
    phone.wait("() => document.querySelector('[data-copied]').textContent")
    copied = phone.evaluate(COPIED)
    assert TEXT[locale].provision("c3").quoted in copied
    assert SITE_URL + ROUTES["c3", locale] in copied
    assert phone.presses == 2
    phone.back()
    phone.wait(ADDRESS, server.url + ROUTES["index", locale])
    assert phone.evaluate(IN_SIGHT, ".inscription li:nth-child(3) a"), "nothing to scroll on the way back"


def test_menu_of_a_phone_is_one_press_away(phone, server):
    for locale in LOCALES:
        phone.go(server.url + ROUTES["declaration", locale])
        links = "() => [...document.querySelectorAll('#page_menu a')].filter(e => e.checkVisibility()).length"
        assert phone.evaluate(links) == 0
        phone.tap(".opener")
        assert phone.evaluate(links) == 5
        phone.tap(".opener")
        assert phone.evaluate(links) == 0


def test_a_touch_offers_the_bar_and_its_first_link_is_the_page(phone, server):
    phone.go(server.url + ROUTES["declaration", "tr"])
    phone.tap("#c3 > .permalink")
    phone.wait(BAR)
    assert phone.url == server.url + ROUTES["declaration", "tr"]
    box = phone.evaluate("() => document.querySelector('.handles').getBoundingClientRect().toJSON()")
    assert (box["left"] >= 0, box["right"] <= 360) == (True, True)
    phone.tap(".handles [data-page]")
    phone.wait(ADDRESS, server.url + ROUTES["c3", "tr"])
    assert phone.presses == 2


@pytest.mark.parametrize("locale", LOCALES)
def test_mayor_finds_all_on_one_page_one_press_from_home(firefox, server, locale):
    firefox.go(server.url + ROUTES["index", locale])
    firefox.click(".pages li:nth-child(3) a")
    firefox.wait(ADDRESS, server.url + ROUTES["join", locale])
    assert firefox.presses == 1
    links = firefox.evaluate("() => [...document.querySelectorAll('main a')].map(e => e.href)")
    wanted = {ROUTES[f"c{number}", locale] for number in range(1, 10)} | {ROUTES["signatories", locale]}
    wanted |= {f"downloads/council-decision.{locale}.docx", f"downloads/declaration.{locale}.pdf"}
    assert wanted <= {link.removeprefix(server.url) for link in links}


@pytest.mark.parametrize("locale", LOCALES)
def test_clerk_who_comes_back_is_one_press_from_the_form(firefox, server, locale):
    firefox.resize(360, FIRST_SCREEN)
    firefox.go(server.url + ROUTES["join", locale])
    assert firefox.evaluate(
        "() => document.querySelector(\".title a[href='#ask']\").getBoundingClientRect().bottom"
    ) < (FIRST_SCREEN)
    firefox.click(".title a[href='#ask']")
    firefox.wait("() => location.hash === '#ask'")
    assert firefox.presses == 1


@pytest.mark.parametrize("locale", LOCALES)
def test_filter_of_many_is_few_presses_of_a_key_away(firefox, folded, locale):
    firefox.go(folded.url + ROUTES["signatories", locale])
    firefox.press("Tab")
    firefox.press("Enter")  # the link to the content
    while firefox.evaluate(FOCUSED) != "filter_q" and firefox.presses <= MOST_TABS:
        firefox.press("Tab")
    assert firefox.evaluate(FOCUSED) == "filter_q"
    assert firefox.presses <= MOST_TABS


def test_address_of_an_entry_opens_its_province(firefox, folded):
    firefox.go(folded.url + ROUTES["signatories", "tr"])
    assert firefox.evaluate(SHOWN) == []
    entry = firefox.evaluate("() => document.querySelector('#il_6 [data-signatory]').id")
    firefox.go("about:blank")
    firefox.go(f"{folded.url}{ROUTES['signatories', 'tr']}#{entry}")
    firefox.wait(ONLY, "6")


@pytest.mark.parametrize("locale", LOCALES)
def test_what_readers_look_for_comes_first(firefox, server, locale):
    wrong = {}
    for case in (each for each in load(f"search/{locale}.yaml") if each["case"] in LOOKED_FOR):
        hits = _search(firefox, server, locale, case["case"])
        path = ROUTES.get((case["first"].removeprefix("#"), locale), case["first"])
        if hits[0] != server.url + path:
            wrong[case["case"]] = hits[0]
    assert wrong == {}


def test_search_is_closed_by_escape_and_walked_by_arrows(firefox, server):
    hits = _search(firefox, server, "tr", "sosyal uyum")
    walked = []
    for key in ("ArrowDown", "ArrowDown", "ArrowUp", "ArrowUp"):
        firefox.press(key)
        walked.append(firefox.evaluate("() => document.activeElement.href ?? document.activeElement.id"))
    assert walked == [hits[0], hits[1], hits[0], "search_query"]
    firefox.press("ArrowDown")
    firefox.press("Escape")
    firefox.wait("() => !document.querySelector('dialog').open")
    _search(firefox, server, "tr", "taahhüt 7")
    firefox.press("Enter")
    firefox.wait(ADDRESS, server.url + ROUTES["c7", "tr"])


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("provision_id", ["bg1", "c3", "c9"])
def test_bar_copies_what_the_page_of_the_provision_offers(firefox, server, locale, provision_id):
    firefox.go(server.url + ROUTES[provision_id, locale])
    parts = ("cite-words", "cite-source", "cite-link")
    read = "part => document.getElementById(part).textContent.trim().replace(/\\s+/gu, ' ')"
    offered = {part: firefox.evaluate(read, part) for part in parts}
    firefox.go(server.url + ROUTES["declaration", locale])
    firefox.hover(f"#{provision_id} > .permalink")
    firefox.wait(BAR)
    for part, text in offered.items():
        firefox.click(f".handles [data-part={part}]")
        firefox.wait(SAID)
        assert firefox.evaluate(COPIED) == text


@pytest.mark.parametrize("locale", LOCALES)
def test_selected_words_are_linked_and_the_link_finds_them(firefox, server, locale):
    firefox.go(server.url + ROUTES["declaration", locale])
    firefox.evaluate(SELECT, ["c3", 30])
    firefox.wait(BAR)
    firefox.click(".handles [data-selected=link]")
    firefox.wait(SAID)
    link = firefox.evaluate(COPIED)
    assert link.startswith(f"{SITE_URL}{ROUTES['c3', locale]}#:~:text=")
    firefox.resize(360, 200)
    firefox.go("about:blank")
    firefox.go(link.replace(SITE_URL, server.url))
    firefox.wait("() => scrollY > 0")


@pytest.mark.parametrize("locale", LOCALES)
def test_selection_in_two_ranges_is_of_all_that_is_between(firefox, server, locale):
    """This browser may begin a new one after what cannot be selected, such as the mark of a note."""
    firefox.go(server.url + ROUTES["declaration", locale])
    firefox.evaluate(
        """id => {
          const words = document.querySelector(`[data-provision="${id}"]`);
          const mark = words.querySelector(".noteref");
          getSelection().removeAllRanges();
          for (const [begin, end] of [["setStartBefore", "setEndBefore"], ["setStartAfter", "setEndAfter"]]) {
            const range = document.createRange();
            range[begin](begin === "setStartBefore" ? words.firstChild : mark);
            range[end](end === "setEndBefore" ? mark : words.lastChild);
            getSelection().addRange(range);
          }
        }""",
        "r8",
    )
    assert firefox.evaluate("() => getSelection().rangeCount") == 2
    firefox.wait(BAR)
    firefox.click(".handles [data-selected=quote]")
    firefox.wait(SAID)
    assert firefox.evaluate(COPIED).startswith(f"“{TEXT[locale].provision('r8').quoted}”")


def test_bar_is_one_stop_for_the_keyboard_and_the_arrows_go_through_it(firefox, server):
    firefox.go(server.url + ROUTES["declaration", "en"])
    firefox.evaluate("() => document.querySelector('#c3 > .permalink').focus({ focusVisible: true })")
    firefox.wait(BAR)
    said = []
    for key in ("Tab", "ArrowRight", "ArrowRight", "ArrowLeft", "Escape"):
        firefox.press(key)
        said.append(firefox.evaluate("() => document.activeElement.innerText"))
    assert said == ["Copy text", "Copy with source", "Copy link", "Copy with source", "3"]
    assert firefox.evaluate("() => document.querySelector('.handles')") is None


@pytest.mark.parametrize("locale", LOCALES)
def test_directory_is_filtered_and_its_state_is_in_the_address(firefox, many, locale):
    firefox.go(many.url + ROUTES["signatories", locale])
    everyone = firefox.evaluate(SHOWN)
    province = everyone[0]
    firefox.select("#filter_il", province)
    firefox.wait(ONLY, province)
    assert firefox.url.endswith(f"?il={province}")
    firefox.reload()
    firefox.wait(ONLY, province)
    firefox.click(".tools a[hreflang]")
    firefox.wait("path => location.href.endsWith(path)", f"{ROUTES['signatories', _other(locale)]}?il={province}")
    firefox.wait(ONLY, province)
    firefox.click("[data-clear]")
    firefox.wait(f"count => ({SHOWN})().length === count", len(everyone))
    firefox.back()
    firefox.wait(ONLY, province)


def test_letters_are_folded_as_turkish_has_them(firefox, many):
    firefox.go(many.url + ROUTES["signatories", "tr"])
    found = []
    for query in ("ışık", "IŞIK", "isik"):
        firefox.evaluate("() => { const q = document.querySelector('#filter_q'); q.focus(); q.select(); }")
        firefox.type(query)
        firefox.wait("query => new URLSearchParams(location.search).get('q') === query", query)
        found.append(firefox.evaluate(SHOWN))
    assert found[0]
    assert found == [found[0]] * 3


@pytest.mark.parametrize("locale", LOCALES)
def test_map_is_one_stop_that_arrows_walk_and_enter_chooses(firefox, many, locale):
    firefox.go(many.url + ROUTES["signatories", locale])
    said = firefox.evaluate("() => [...document.querySelectorAll('svg a[data-province]')].map(e => e.ariaLabel)")
    firefox.evaluate(
        "() => { const title = document.querySelector('#map_title'); title.tabIndex = -1; title.focus(); }"
    )
    firefox.press("Tab")
    names = [firefox.evaluate(NAMED)]
    for key in ("End", "Home"):
        firefox.press(key)
        names.append(firefox.evaluate(NAMED))
    assert names == [said[0], said[-1], said[0]]
    firefox.press("ArrowRight")
    code = firefox.evaluate(ON_MAP)
    assert code not in ("", firefox.evaluate("() => document.querySelector('svg a[data-province]').dataset.province"))
    firefox.press("Tab")
    assert not firefox.evaluate(ON_MAP)
    firefox.evaluate("code => document.querySelector(`svg a[data-province='${code}']`).focus()", code)
    firefox.press("Enter")
    firefox.wait(ONLY, code)
    firefox.wait(COUNT)


def test_map_names_a_province_under_the_pointer_and_chooses_it_by_a_press(firefox, many):
    firefox.go(many.url + ROUTES["signatories", "en"])
    firefox.hover("svg a[data-province='6'] path")
    label = firefox.evaluate("() => document.querySelector(\"svg a[data-province='6']\").ariaLabel")
    assert firefox.evaluate(NAMED) == label
    firefox.click("svg a[data-province='6'] path")
    firefox.wait(ONLY, "6")


@pytest.mark.parametrize("locale", LOCALES)
def test_what_is_pasted_costs_nothing(firefox, many, locale):
    firefox.go(many.url + ROUTES["signatories", locale])
    firefox.evaluate("() => document.querySelector('#filter_q').focus()")
    firefox.type("a")
    firefox.wait(COUNT)
    assert too_dear(lambda text: firefox.evaluate(PROMISED, "#filter_q", text), locale) == {}
    _search(firefox, many, locale, "a")
    assert too_dear(lambda text: firefox.evaluate(PROMISED, "#search_query", text), locale) == {}


def test_chosen_colours_are_kept(firefox, server):
    firefox.go(server.url)
    before = firefox.evaluate(GROUND)
    firefox.click("[data-scheme-switch]")
    firefox.wait(f"before => ({GROUND})() !== before", before)
    chosen = firefox.evaluate(GROUND)
    firefox.go(server.url + ROUTES["about", "en"])
    assert firefox.evaluate(GROUND) == chosen
    firefox.evaluate("() => localStorage.clear()")


def _search(firefox, server, locale, query):
    """Type a query; return the addresses of the hits."""
    firefox.go(server.url + ROUTES["index", locale])
    firefox.click("[data-search]")
    firefox.wait(SEARCHES)
    firefox.type(query)
    firefox.wait(f"() => ({HITS})().length")
    return firefox.evaluate(HITS)


def _other(locale):
    return {"tr": "en", "en": "tr"}[locale]


def test_every_number_of_the_declaration_leads_to_its_own_page(firefox, server):
    for locale in LOCALES:
        firefox.go(server.url + ROUTES["declaration", locale])
        links = firefox.evaluate("() => [...document.querySelectorAll('.permalink, .note-number')].map(e => e.href)")
        assert sorted(links) == sorted(server.url + ROUTES[each, locale] for each in IDS)

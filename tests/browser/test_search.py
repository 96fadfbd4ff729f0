"""Search, typed in a browser: what comes, where it leads, how the keyboard handles it."""

import json
import re
import string
import unicodedata
from urllib.parse import unquote

import pytest

from support.built import IDS, LOCALES, ROUTES
from support.golden import cases, load

QUERIES = [(locale, case) for locale in LOCALES for case in load(f"search/{locale}.yaml")]
NEAR = 5


@pytest.fixture(scope="module")
def words(built):
    """(locale, id) → the words of every provision, as the index has them, in small letters."""
    found = {}
    for locale in LOCALES:
        index = json.loads(built.file(f"search/{locale}.json").read_text("utf-8"))
        texts = {each["id"]: each["text"] for each in index["documents"]}
        found |= {(locale, each): _small(texts[_address(locale, f"#{each}")]) for each in IDS}
    return found


INDEX = {"none": "", "forms": {"other": "{count}"}, "kinds": {"signatory": ""}}
"""An index without documents."""


def test_there_are_queries_enough():
    assert [sum(locale == each for each, _ in QUERIES) >= least for locale, least in (("tr", 60), ("en", 20))] == [
        True,
        True,
    ]


@pytest.mark.parametrize(("locale", "case"), QUERIES, ids=[f"{locale}-{case['case']}" for locale, case in QUERIES])
def test_query(tab, built, words, locale, case):
    found = _search(tab, locale, case["case"])
    assert [problem for each in found if (problem := built.problem_of(each or "./", ""))] == []
    if case.get("none"):
        assert found == []
    if "first" in case:
        assert found[0] == _address(locale, case["first"])
    if "every" in case:
        wanted = {
            _address(locale, f"#{each}") for of, each in words if of == locale and case["every"] in words[of, each]
        }
        assert wanted
        assert wanted <= set(found)
    assert {_address(locale, each) for each in case.get("finds", [])} <= set(found[:NEAR])


@pytest.mark.parametrize(
    ("locale", "query", "said"),
    [
        ("tr", "mülteci pasaportu", "Sözcüklerin hepsini içeren sonuç yok; bunlar bir bölümünü içeriyor."),
        ("en", "who wrote this", "No result has all of these words; these have some of them."),
        ("en", "article 99", "No result has all of these words; these have some of them."),
    ],
)
def test_results_with_some_of_the_words_are_told_as_such(tab, locale, query, said):
    assert _search(tab, locale, query)
    assert tab.page.locator(".search .count").text_content() == said


@pytest.mark.parametrize(("locale", "query"), [("tr", "mülteci"), ("en", "refugees")])
def test_words_of_the_title_are_looked_for_in_the_text_before_its_files(tab, locale, query):
    found = _search(tab, locale, query)
    files = [at for at, each in enumerate(found) if each.startswith("downloads/")]
    provisions = [at for at, each in enumerate(found) if each in {ROUTES[each, locale] for each in IDS}]
    assert len(provisions) > 10
    assert min(files) > provisions[10]


def _search(tab, locale, query):
    """Type a query; return the addresses of the results, below the site's."""
    box = tab.page.get_by_role("searchbox")
    if tab.path != ROUTES["index", locale] or not box.is_visible():
        tab.go(ROUTES["index", locale])
        tab.page.locator("[data-search]").click()
    box.fill("")
    box.press_sequentially(query)
    tab.wait("document.querySelector('dialog .count').textContent")
    return [
        link.removeprefix(tab.server.url)
        for link in tab.page.eval_on_selector_all(".results a", "all => all.map(a => a.href)")
    ]


def _address(locale, short):
    return ROUTES[short[1:], locale] if short.startswith("#") else short


def _small(text):
    return unicodedata.normalize("NFC", re.sub("[İI]", "i", text).lower())


def _results(tab):
    return tab.page.locator(".results a")


def _find(tab, query):
    tab.page.locator("[data-search]").click()
    tab.page.get_by_role("searchbox").press_sequentially(query)
    _results(tab).first.wait_for()


@pytest.mark.parametrize("locale", LOCALES)
def test_search_loads_one_index_when_it_is_opened(open_tab, locale):
    tab = open_tab(ROUTES["declaration", locale])
    tab.page.get_by_role("button", name={"tr": "Ara", "en": "Search"}[locale]).click()
    tab.page.get_by_role("searchbox").fill("unhcr")
    _results(tab).first.wait_for()
    assert [each for each in tab.asked if each.endswith(".json")] == [f"search/{locale}.json"]


def test_no_single_key_does_anything_and_escape_closes(open_tab):
    """Who speaks to the computer would press them by chance (WCAG 2.1.4)."""
    tab = open_tab("deklarasyon/")
    dialog = tab.page.get_by_role("dialog")
    for key in string.ascii_letters + string.digits + string.punctuation:
        tab.page.keyboard.press(key)
    assert not dialog.is_visible()
    assert tab.path == "deklarasyon/"
    tab.page.locator("[data-search]").click()
    dialog.wait_for()
    assert tab.focused["id"] == "search_query"
    assert tab.page.get_by_role("searchbox").input_value() == ""
    tab.page.keyboard.type("70/1")
    assert tab.page.get_by_role("searchbox").input_value() == "70/1"
    tab.page.keyboard.press("Escape")
    dialog.wait_for(state="hidden")


def test_close_button_closes_and_gives_the_focus_back(open_tab):
    tab = open_tab("en/")
    button = tab.page.get_by_role("button", name="Search")
    button.focus()
    tab.page.keyboard.press("Enter")
    tab.page.get_by_role("dialog").wait_for()
    tab.page.get_by_role("button", name="Close").click()
    tab.page.get_by_role("dialog").wait_for(state="hidden")
    assert button.evaluate("button => button === document.activeElement")


def test_arrows_walk_through_the_results(open_tab):
    tab = open_tab("")
    _find(tab, "sosyal uyum")
    links = _results(tab).evaluate_all("all => all.map(a => a.getAttribute('href'))")
    walked = []
    for key in ("ArrowDown", "ArrowDown", "ArrowDown", "ArrowDown", "ArrowUp", "ArrowUp", "ArrowUp"):
        tab.page.keyboard.press(key)
        walked.append(tab.focused["href"] or tab.focused["id"])
    assert walked == [*links, links[2], links[1], links[0], "search_query"]


@cases("search/landing.yaml")
def test_enter_leads_to_the_place_itself(open_tab, case):
    tab = open_tab(case["from"])
    _find(tab, case["query"])
    for key in case["keys"]:
        tab.page.keyboard.press(key)
    tab.page.wait_for_url(tab.server.url + case["to"])
    tab.page.get_by_role("dialog").wait_for(state="hidden")
    target = tab.page.locator(":target")
    assert target.count() == ("#" in case["to"])
    assert "#" not in case["to"] or target.evaluate(
        "e => { const b = e.getBoundingClientRect(); return b.bottom > 0 && b.top < innerHeight }"
    )


def test_results_are_announced(open_tab):
    tab = open_tab("")
    _find(tab, "kırılganlık")
    status = tab.page.locator("dialog [role=status]")
    assert status.text_content() == "2 sonuç"
    tab.page.get_by_role("searchbox").fill("bursa")
    assert status.text_content() == "1 sonuç"
    tab.page.get_by_role("searchbox").fill("qwxz")
    assert status.text_content().startswith("Sonuç yok.")
    tab.page.get_by_role("searchbox").fill("")
    assert status.text_content() == ""


def test_a_result_shows_its_words_in_bold(open_tab):
    tab = open_tab("")
    _find(tab, "kırılganlık")
    assert tab.page.locator(".results mark").all_text_contents()[:1] == ["kırılganlık"]
    assert "kırılganlık durumlarının" in _results(tab).first.inner_text()


def test_a_comma_behind_a_hit_is_no_part_of_it(open_tab):
    tab = open_tab("")
    _search(tab, "tr", "meclis kararı")
    results = tab.page.locator(".results")
    results.filter(has_text="kararı, imzalı").wait_for()
    assert [mark for mark in results.locator("mark").all_text_contents() if not mark[-1].isalnum()] == []


@pytest.mark.parametrize(
    ("locale", "ordered"),
    [
        ("tr", ["Işık Deneme", "İncir Deneme", "Ömer Deneme", "Üzüm Deneme"]),
        ("en", ["Çam Örnek", "Cedar Örnek", "Dal Örnek"]),
    ],
)
def test_hits_of_one_score_are_in_the_order_of_the_alphabet(open_tab, locale, ordered):
    tab = open_tab(ROUTES["index", locale])
    documents = [{"id": name, "label": name, "text": ""} for name in sorted(ordered, reverse=True)]
    tab.page.route("**/search/*.json", lambda route: route.fulfill(json=INDEX | {"documents": documents}))
    assert [unquote(each) for each in _search(tab, locale, ordered[0].split()[1])] == ordered


def test_what_the_page_calls_so_itself_comes_before_other_languages(open_tab):
    tab = open_tab("")
    documents = [
        {"id": "b", "label": "Word", "text": "", "also": "belge"},
        {"id": "a", "label": "Uzun bir ad", "text": "belge"},
    ]
    tab.page.route("**/search/*.json", lambda route: route.fulfill(json=INDEX | {"documents": documents}))
    assert _search(tab, "tr", "belge") == ["a", "b"]


@pytest.mark.parametrize(
    ("page", "query", "kind"),
    [
        ("", "c3", "Metin"),
        ("", "hangi kanıt gerekir", "Sayfa"),
        ("", "meclis kararı", "Dosya"),
        ("", "nilüfer", "İmzacı"),
        ("en/", "c3", "Text"),
        ("en/", "be listed", "Page"),
        ("en/", "council decision", "File"),
        ("en/", "nilüfer", "Signatory"),
    ],
)
def test_a_hit_says_what_it_is(open_tab, page, query, kind):
    tab = open_tab(page)
    _find(tab, query)
    hits = tab.page.locator(".results small")
    hits.first.wait_for()
    assert hits.first.text_content() == kind
    assert set(hits.all_text_contents()) <= {"Metin", "Sayfa", "Dosya", "İmzacı", "Text", "Page", "File", "Signatory"}


def test_an_index_that_does_not_come_is_said(open_tab):
    tab = open_tab("en/")
    tab.page.route("**/search/*.json", lambda route: route.fulfill(status=503))
    tab.page.locator("[data-search]").click()
    status = tab.page.locator("dialog [role=status]")
    status.filter(has_text="The search index could not be loaded.").wait_for()
    tab.problems.clear()


@pytest.mark.parametrize(
    ("page", "query", "date"), [("", "Eylül", "25 Eylül 2015"), ("en/", "September", "25 September 2015")]
)
def test_no_line_of_a_result_ends_within_a_date(open_tab, page, query, date):
    tab = open_tab(page)
    _find(tab, query)
    found = tab.page.locator(".results .unbroken").filter(has_text=date)
    found.first.wait_for()
    assert found.first.locator("mark").inner_text() == query
    assert found.first.evaluate("e => getComputedStyle(e).textWrapMode") == "nowrap"


@pytest.mark.parametrize(("query", "leads"), [("c3", True), ("meclis kararı", False)])
def test_enter_opens_the_first_page_and_only_shows_a_file(open_tab, query, leads):
    tab = open_tab("")
    downloads = []
    tab.page.on("download", lambda each: downloads.append(each))  # noqa: PLW0108 - Playwright marks what it calls
    _find(tab, query)
    tab.page.locator(".results a").first.wait_for()
    tab.page.keyboard.press("Enter")
    if leads:
        tab.page.wait_for_url("**/c3/")
    else:
        tab.wait("() => document.activeElement === document.querySelector('.results a')")
        assert tab.path == ""
        assert downloads == []

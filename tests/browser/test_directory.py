"""Search and filters of the directory: what is left of it, what the address says, what a keyboard and a voice tell."""

from urllib.parse import urlencode

import pytest

from support.built import LOCALES, ROUTES
from support.directory import CHOICES, Directory
from support.golden import load
from support.server import serve
from support.tab import NARROW, TABLET
from support.visit import violations

ENTRIES = load("directory/entries.yaml")
QUERIES = load("directory/queries.yaml")
TR, EN = (ROUTES["signatories", locale] for locale in LOCALES)
ALL = [entry["case"] for entry in ENTRIES]
BURSA = ("camli-bursa", "gunes-camli-bursa")
STATE = {"q": "deneme", "il": "16", "tur": "town", "metin": "2021"}
every_locale = pytest.mark.parametrize("locale", LOCALES)


@pytest.fixture(scope="module")
def server(fictional):
    with serve(fictional.folder) as running:
        yield running


@pytest.fixture
def open_directory(open_tab):
    return lambda path=TR, **settings: Directory(open_tab(path, **settings))


def _name(query):
    said = "-".join(str(query[key]) for key in ("locale", "q", *CHOICES) if key in query)
    return said.encode("unicode_escape").decode()


def _expected(query):
    if "having" in query:
        return {each["case"] for each in ENTRIES if query["having"].items() <= each.items()}
    return set(query.get("finds", []))


def test_there_are_queries_enough():
    assert len({_name(query) for query in QUERIES}) == len(QUERIES) >= 80
    assert sum(query["locale"] == "en" for query in QUERIES) >= 20
    assert {"none", "finds", "having"} <= {key for query in QUERIES for key in query}
    assert all(("none" in query) + ("finds" in query) + ("having" in query) == 1 for query in QUERIES)


@pytest.mark.parametrize("query", QUERIES, ids=map(_name, QUERIES))
def test_query(tab, query):
    directory = Directory(tab)
    if not tab.path.startswith(ROUTES["signatories", query["locale"]]):
        tab.go(ROUTES["signatories", query["locale"]])
    directory.choose(**{key: query[key] for key in CHOICES if key in query})
    directory.type(query.get("q", ""))
    assert int(directory.said.split()[0]) == len(_expected(query))
    assert set(directory.ids) == _expected(query)
    assert directory.nothing.is_visible() == (not _expected(query))


def test_long_queries_do_no_harm(open_directory):
    directory = open_directory()
    directory.field("q").fill("bursa " * 500)
    directory.wait_for(*BURSA)
    directory.field("q").fill("b" * 3000)
    directory.wait_for()
    assert directory.nothing.is_visible()


def test_what_is_typed_stands_in_the_address(open_directory):
    directory = open_directory()
    directory.type("Bursa'da ")
    directory.wait_for_address(q="Bursa'da")
    directory.field("q").fill("")
    directory.wait_for_address()
    assert directory.tab.path == TR
    assert directory.ids == open_directory().ids


def test_a_key_held_down_does_not_flood_the_address(open_directory):
    directory = open_directory()
    directory.tab.page.evaluate("""() => {
      window.written = 0;
      const write = history.replaceState;
      history.replaceState = function (...given) { written += 1; return write.apply(this, given); };
    }""")
    directory.field("q").press_sequentially("a" * 300)
    directory.wait_for_address(q="a" * 100)
    assert directory.tab.page.evaluate("written") < 100


def test_typing_is_one_step_back_and_every_choice_another(open_directory):
    directory = open_directory("")
    directory.tab.go(TR)
    directory.type("deneme")
    directory.wait_for_address(q="deneme")
    for key in CHOICES:
        directory.field(key).select_option(STATE[key])
    directory.wait_for("gunes-camli-bursa")
    assert directory.address == directory.choices == STATE
    page = directory.tab.page
    for left in (STATE.keys() - {"metin"}, {"q", "il"}, {"q"}):
        page.go_back()
        state = {key: value for key, value in STATE.items() if key in left}
        directory.wait_for_address(**state)
        assert directory.choices == state
    page.go_forward()
    directory.wait_for(*BURSA)
    page.go_back()
    page.go_back()
    page.wait_for_url(directory.tab.server.url)
    page.go_forward()
    directory.wait_for_address(q="deneme")
    directory.wait_for(*(each["case"] for each in ENTRIES if "Deneme" in each["tr"]))


def test_back_from_an_entry_finds_the_list_as_it_was_left(open_directory):
    directory = open_directory()
    directory.type("sakarya")
    directory.tab.page.get_by_role("link", name="Taş-Köprü Örnek Belediyesi", exact=True).click()
    directory.tab.page.wait_for_url("**/tas-kopru-sakarya/")
    directory.tab.page.go_back()
    directory.wait_for("tas-kopru-sakarya")
    assert directory.choices == directory.address == {"q": "sakarya"}


@every_locale
def test_reload_and_a_link_sent_on_restore_everything(open_directory, locale):
    directory = open_directory(f"{ROUTES['signatories', locale]}?{urlencode(STATE)}")
    for _ in range(2):
        directory.wait_for("gunes-camli-bursa")
        assert directory.address == directory.choices == STATE
        assert directory.said.startswith("1 ")
        directory.tab.page.reload()


def test_link_to_a_province_opens_it(open_directory):
    directory = open_directory(f"{TR}?il=16")
    directory.wait_for(*BURSA)
    assert directory.choices == {"il": "16"}


def test_switch_carries_the_state_to_the_other_language_and_back(open_directory):
    directory = open_directory(f"{TR}?il=16")
    directory.type("Çamlı")
    for name, path in (("English", EN), ("Türkçe", TR)):
        directory.tab.page.get_by_role("banner").get_by_role("link", name=name, exact=True).click()
        directory.tab.page.wait_for_url(f"**/{path}?*")
        directory.wait_for(*BURSA)
        assert directory.address == directory.choices == {"q": "Çamlı", "il": "16"}


@pytest.mark.parametrize(
    "query", ["il=999", "il=<x>", "tur=<x>", "metin=1453", "tur=__proto__", "q=", "x=1&il=", "il=016", "q=%FF%00", "%"]
)
def test_unknown_values_of_the_address_do_no_harm(open_directory, query):
    directory = open_directory(f"{TR}?{query}")
    assert {key: value for key, value in directory.choices.items() if key != "q"} == {}
    directory.field("il").select_option("16")
    directory.type("çamlı")
    directory.wait_for(*BURSA)
    directory.wait_for_address(q="çamlı", il="16")


@pytest.mark.parametrize(
    ("locale", "query", "said"),
    [
        ("tr", "bursa", "2 kayıt bulundu"),
        ("tr", "van", "1 kayıt bulundu"),
        ("tr", "xyzzy", "0 kayıt bulundu"),
        ("tr", "eskişehir", "1 kayıt bulundu (1 tanesi geri çekilmiş)"),
        ("en", "eskişehir", "1 entry found (1 of them withdrawn)"),
        ("en", "bursa", "2 entries found"),
        ("en", "van", "1 entry found"),
        ("en", "xyzzy", "0 entries found"),
    ],
)
def test_only_the_number_is_announced(open_directory, locale, query, said):
    directory = open_directory(ROUTES["signatories", locale])
    live = directory.tab.page.locator("main :is([aria-live], [role=status], [role=alert], [role=log], output)")
    assert (live.count(), live.text_content()) == (1, "")
    directory.type(query)
    assert directory.said == live.text_content() == said
    directory.field("q").fill("")
    standing = len(ALL) - 1  # one of them is withdrawn
    assert (
        live.text_content()
        == {
            "tr": f"{standing} belgelenmiş imzacı",
            "en": f"{standing} documented signatories",
        }[locale]
    )


def test_how_many_there_are_is_said_until_something_is_looked_for(open_directory):
    directory = open_directory()
    total = directory.tab.page.locator("[data-total]")
    standing = directory.tab.page.locator(".group:not(#list_withdrawn) [data-signatory]").count()
    assert total.text_content() == f"{standing} belgelenmiş imzacı"
    directory.type("bursa")
    total.wait_for(state="hidden")
    assert directory.said == "2 kayıt bulundu"
    directory.field("q").fill("")
    directory.wait_for(*ALL)
    assert directory.said == total.text_content()


@every_locale
def test_finding_nothing_helps_and_clearing_starts_anew(open_directory, locale):
    directory = open_directory(f"{ROUTES['signatories', locale]}?q=xyzzy&il=16&metin=2018")
    directory.nothing.wait_for()
    assert directory.ids == []
    link = directory.nothing.get_by_role("link").get_attribute("href")
    assert directory.tab.page.evaluate("(link) => new URL(link, location).href", link) == (
        directory.tab.server.url + ROUTES["join", locale]
    )
    directory.clear.click()
    directory.wait_for(*ALL)
    assert directory.tab.focused["id"] == "filter_q"
    assert directory.address == directory.choices == {}
    assert not directory.nothing.is_visible()
    assert not directory.clear.is_visible()
    directory.tab.page.go_back()
    directory.wait_for()
    assert directory.choices == {"q": "xyzzy", "il": "16", "metin": "2018"}


def test_provinces_show_how_many_are_left_of_them(open_directory):
    directory = open_directory()
    province = directory.tab.page.locator("#il_34")
    assert province.get_by_role("heading", level=3).text_content() == "İstanbul 2"
    directory.type("büyükşehir")
    directory.wait_for("istanbul")
    assert province.get_by_role("heading", level=3).text_content() == "İstanbul 1"
    assert directory.tab.page.locator(".group:visible").count() == 1
    directory.field("q").fill("")
    directory.wait_for(*ALL)
    assert province.get_by_role("heading", level=3).text_content() == "İstanbul 2"


@every_locale
def test_on_a_phone_the_other_fields_wait_behind_a_button(open_directory, locale):
    path = ROUTES["signatories", locale]
    for address, is_open in ((path, False), (f"{path}?il=16", True)):
        page = open_directory(address, viewport=NARROW).tab.page
        further = page.locator("[data-further]")
        shown = page.locator("#filter_il, #filter_metin, #filter_tur")
        page.locator(f"[data-further][aria-expanded={str(is_open).lower()}]").wait_for()
        assert [each.is_visible() for each in shown.all()] == [is_open] * 3
        further.click()
        assert [each.is_visible() for each in shown.all()] == [not is_open] * 3
    page.set_viewport_size(TABLET)
    assert [each.is_visible() for each in shown.all()] == [True] * 3
    assert not further.is_visible()


def test_a_keyboard_alone_does_everything(open_directory):
    directory = open_directory()
    keyboard = directory.tab.page.keyboard
    directory.tab.page.locator("h2#list_title").evaluate("(e) => { e.tabIndex = -1; e.focus(); }")
    keyboard.press("Tab")
    assert directory.tab.focused["id"] == "filter_q"
    keyboard.type("deneme")
    keyboard.press("Enter")
    directory.wait_for_address(q="deneme")
    walked = []
    for _ in range(3):
        keyboard.press("Tab")
        walked.append(directory.tab.focused["id"])
    assert walked == ["filter_il", "filter_metin", "filter_tur"]
    keyboard.type("Belde")
    directory.wait_for_address(q="deneme", tur="town")
    keyboard.press("Shift+Tab")
    keyboard.press("ArrowDown")
    directory.wait_for_address(q="deneme", tur="town", metin="2021")
    directory.wait_for("gunes-camli-bursa")
    keyboard.press("Tab")
    keyboard.press("Tab")
    assert directory.tab.focused["text"] == "Aramayı temizle"
    keyboard.press("Tab")
    assert directory.tab.focused["href"] == "gunes-camli-bursa/"
    keyboard.press("Shift+Tab")
    keyboard.press("Enter")
    directory.wait_for(*ALL)
    assert directory.tab.focused["id"] == "filter_q"


def test_escape_empties_the_words(open_directory):
    directory = open_directory()
    directory.type("bursa")
    directory.wait_for(*BURSA)
    directory.tab.page.keyboard.press("Escape")
    directory.wait_for(*ALL)
    directory.wait_for_address()


@every_locale
def test_without_script_the_list_is_whole_and_nothing_is_offered_that_does_not_work(open_directory, locale):
    directory = open_directory(f"{ROUTES['signatories', locale]}?q=bursa&il=34", java_script_enabled=False)
    rows = directory.tab.page.locator("[data-signatory]:visible")
    assert sorted(rows.evaluate_all("(all) => all.map((e) => e.dataset.signatory)")) == sorted(ALL)
    assert not directory.tab.page.locator("form[data-filter]").is_visible()
    assert not directory.nothing.is_visible()


@every_locale
@pytest.mark.parametrize("query", ["", "?il=16", "?q=xyzzy"], ids=["whole", "filtered", "nothing"])
def test_directory_is_accessible(open_directory, locale, query):
    directory = open_directory(ROUTES["signatories", locale] + query)
    if query:
        assert directory.said
    assert violations(directory.tab.page) == {}


def test_words_are_fetched_when_a_reader_turns_to_the_filter(open_directory):
    directory = open_directory()
    asked = directory.tab.asked
    assert not any(each.endswith("words.js") for each in asked)
    directory.field("il").focus()
    directory.tab.page.wait_for_load_state("networkidle")
    assert sum(each.endswith("words.js") for each in asked) == 1

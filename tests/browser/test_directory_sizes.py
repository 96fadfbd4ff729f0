"""Directories of every size: none, one line, many, and more than one page lists."""

import unicodedata
from contextlib import ExitStack
from functools import cache
from io import BytesIO
from itertools import pairwise
from statistics import median
from urllib.parse import quote

import pytest
from pdfminer.high_level import extract_text

from registry.sample import sample
from support.built import LOCALES, ROUTES
from support.directory import Directory
from support.registry import REFERENCE
from support.server import serve
from support.tab import Tab
from support.visit import SMALL, violations

BARE, OPEN, FOLDED, LARGEST_LIST, SPLIT, MOST_SHOWN = 10, 150, 151, 1_400, 1_420, 100
TR, EN = (ROUTES["signatories", locale] for locale in LOCALES)
INDEX = "search/signatories.tr.json"
WIDEST = {"width": 1600, "height": 900}
"""From here on the register has two columns."""
ROW = 44
"""CSS pixels of a row on a wide screen."""
FOLD_AND_GO = """(there) => {
  for (const each of document.querySelectorAll(".group [open]")) each.open = false;
  location.hash = there;
}"""
HEIGHT = "document.documentElement.scrollHeight"
ROWS = """[...document.querySelectorAll(".entry")].map(e => e.getBoundingClientRect())
  .map(({ left, height }) => [Math.round(left), height])"""
every_locale = pytest.mark.parametrize("locale", LOCALES)
with_script_and_without = pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])


@pytest.fixture
def open_directory(browser, sampled):
    """Opens the directory of a sample; when the test ends, nothing may have gone wrong in a tab."""
    tabs = []
    with ExitStack() as stack:

        def open_one(count, path=TR, **settings):
            server = stack.enter_context(serve(sampled(count).folder))
            tabs.append(Tab(browser, server, settings))
            stack.callback(tabs[-1].close)
            tabs[-1].go(path)
            return Directory(tabs[-1])

        yield open_one
    assert [problem for tab in tabs for problem in tab.problems] == []


def _entries(count, **having):
    """Return the fields of the entries of a sample that have these."""
    return [fields for fields in _sample(count) if having.items() <= fields.items()]


@cache
def _sample(count):
    return [entry.fields for entry in sample(count, REFERENCE).entries]


def _ids(entries):
    return sorted(fields["id"] for fields in entries)


def _standing(entries):
    return [fields for fields in entries if "withdrawn" not in fields]


def _named(word, entries):
    return [fields for fields in entries if word in fields["name"]["tr"].split()]


def _province_links(directory):
    """Return what the list of provinces says: [(link, name, number)]."""
    return directory.tab.page.eval_on_selector_all(
        ".places li",
        "all => all.map(e => [e.querySelector('a').getAttribute('href'), ...[...e.children].map(c => c.innerText)])",
    )


@with_script_and_without
@pytest.mark.parametrize("path", [TR, EN])
def test_empty_directory_offers_nothing_to_search(open_directory, path, script):
    directory = open_directory(0, path, java_script_enabled=script)
    assert directory.tab.page.locator("[data-signatory], form[data-filter], [data-nothing]").count() == 0
    assert directory.tab.page.locator("main h1").count() == 1


@with_script_and_without
@pytest.mark.parametrize("count", [1, BARE, 50, OPEN])
def test_every_entry_is_shown_once(open_directory, count, script):
    directory = open_directory(count, java_script_enabled=script)
    assert sorted(directory.ids) == _ids(_entries(count))
    assert directory.tab.page.locator("form[data-filter]").is_visible() == (script and count > BARE)


@every_locale
@pytest.mark.parametrize("count", [1, BARE])
def test_a_short_list_stands_alone(open_directory, count, locale):
    directory = open_directory(count, ROUTES["signatories", locale])
    assert directory.tab.page.locator("form[data-filter], .map, .chronology, .letters, main details").count() == 0
    assert not any(each.endswith("directory.js") for each in directory.tab.asked)
    provinces = {REFERENCE.places[fields["province"]].name[locale] for fields in _entries(count)}
    said = directory.tab.page.locator(".where").all_text_contents()
    assert {each.rpartition(", ")[2] for each in said} == provinces


@with_script_and_without
@pytest.mark.parametrize("count", [FOLDED, LARGEST_LIST])
def test_a_long_list_is_folded_and_whole_in_the_page(open_directory, count, script):
    directory = open_directory(count, java_script_enabled=script)
    assert directory.ids == []
    listed = directory.tab.page.locator("[data-signatory]")
    assert sorted(listed.evaluate_all("(all) => all.map((e) => e.dataset.signatory)")) == _ids(_entries(count))
    directory.tab.page.locator("#il_34 summary").click()
    standing = _standing(_entries(count, province="34"))
    assert sorted(directory.ids) == _ids(standing)
    numbers = dict(
        directory.tab.page.eval_on_selector_all(
            ".group", "all => all.map(e => [e.id, e.querySelector('.number').textContent])"
        )
    )
    assert numbers["il_34"] == str(len(standing))


def test_a_folded_list_is_short(open_directory):
    directory = open_directory(LARGEST_LIST, viewport=WIDEST)
    assert directory.tab.page.evaluate(HEIGHT) < 4_500
    directory.tab.page.set_viewport_size(SMALL)
    assert directory.tab.page.evaluate(HEIGHT) < 8_000


@with_script_and_without
@pytest.mark.parametrize("count", [OPEN, LARGEST_LIST])
def test_address_of_an_entry_opens_its_province(open_directory, count, script):
    entry = _standing(_entries(count))[-1]
    directory = open_directory(count, f"{TR}#{entry['id']}", java_script_enabled=script)
    row = directory.tab.page.locator(f"[id='{entry['id']}']")
    row.wait_for()
    directory.tab.wait("(e) => e.getBoundingClientRect().top < innerHeight", arg=row.element_handle())
    assert entry["id"] in directory.ids
    if count == LARGEST_LIST:
        assert sorted(directory.ids) == _ids(_standing(_entries(count, province=entry["province"])))


@with_script_and_without
def test_map_opens_a_folded_province(open_directory, script):
    directory = open_directory(LARGEST_LIST, java_script_enabled=script)
    directory.tab.page.locator("svg a[data-province='6'] path").click()
    expected = _entries(LARGEST_LIST, province="6") if script else _standing(_entries(LARGEST_LIST, province="6"))
    directory.wait_for(*_ids(expected))


def test_address_of_a_province_opens_it_with_no_other_above(open_directory):
    directory = open_directory(LARGEST_LIST, f"{TR}#il_34", viewport=SMALL)
    directory.wait_for(*_ids(_standing(_entries(LARGEST_LIST, province="34"))))
    above = directory.tab.page.locator("#il_34").evaluate("e => e.getBoundingClientRect().top")
    assert 0 <= above < ROW / 2


def test_address_that_changes_opens_the_province_it_names(open_directory):
    directory = open_directory(LARGEST_LIST)
    entry = _standing(_entries(LARGEST_LIST))[-1]
    for there in (f"#{entry['id']}", f"#il_{entry['province']}"):
        directory.tab.page.evaluate(FOLD_AND_GO, there)
        directory.wait_for(*_ids(_standing(_entries(LARGEST_LIST, province=entry["province"]))))


def test_a_reader_who_comes_back_finds_the_same_provinces_open(open_directory):
    tab = open_directory(1400).tab
    tab.page.locator("#il_42 summary").click()
    row = tab.page.locator("#il_42 [data-signatory] a").first
    name = row.text_content()
    row.click()
    tab.page.locator("h1", has_text=name).wait_for()
    tab.page.go_back()
    tab.page.locator("#il_42 details[open]").wait_for()
    assert tab.page.locator(".group details[open]").count() == 1


def test_a_printed_list_is_whole(open_directory):
    directory = open_directory(LARGEST_LIST)
    directory.tab.page.emulate_media(media="print")
    assert sorted(directory.ids) == _ids(_entries(LARGEST_LIST))


def test_a_province_that_goes_on_is_named_again_on_the_next_sheet(open_directory):
    page = open_directory(FOLDED).tab.page
    heads = [_sign(each) for each in page.locator(".group summary h3").all_text_contents()]
    sheets = extract_text(BytesIO(page.pdf(prefer_css_page_size=True))).split("\f")[:-1]
    listed = [[_sign(line) for line in sheet.splitlines() if line.strip()] for sheet in sheets]
    rows = {_sign(each) for each in page.locator(".entry a").all_text_contents()}
    going_on = [lines for before, lines in pairwise(listed) if rows & {*before} and rows & {*lines}]
    assert len(going_on) >= 2
    assert [lines[:3] for lines in going_on if not {*heads} & {*lines[:3]}] == []


@every_locale
def test_heads_of_the_columns_stand_on_every_sheet_with_rows(open_directory, locale):
    page = open_directory(OPEN, ROUTES["signatories", locale]).tab.page
    sheets = extract_text(BytesIO(page.pdf(prefer_css_page_size=True))).split("\f")[:-1]
    rows, withdrawn = (
        {*page.locator(f"{each} .entry h4").all_text_contents()} for each in (".groups", "#list_withdrawn")
    )
    with_rows = [sheet for sheet in sheets if any(row in sheet for row in rows - withdrawn)]
    heads = page.locator(".columns p:first-child span").all_text_contents()
    assert len(with_rows) > 2
    assert [[head for head in heads if _sign(head) not in _sign(sheet)] for sheet in with_rows] == [[]] * len(with_rows)


def _sign(text):
    return " ".join(unicodedata.normalize("NFC", text).split())


def test_the_browsers_own_search_reaches_folded_rows(open_directory):
    directory = open_directory(LARGEST_LIST, "")
    words = _standing(_entries(LARGEST_LIST))[-1]["name"]["tr"]
    # A link to words opens what they are in by the same rule as the search of the page.
    directory.tab.go(f"{TR}#:~:text={quote(words)}")
    directory.tab.wait("() => document.querySelector('.group [open]')")
    assert len({fields["province"] for fields in _entries(LARGEST_LIST) if fields["id"] in directory.ids}) == 1
    assert words in {fields["name"]["tr"] for fields in _entries(LARGEST_LIST) if fields["id"] in directory.ids}


def test_what_the_filter_opens_is_no_stop_for_the_keyboard_and_does_not_close(open_directory):
    directory = open_directory(FOLDED)
    wanted = _ids(_named("Akasya", _entries(FOLDED)))
    directory.type("akasya")
    directory.wait_for(*wanted)
    directory.clear.focus()
    directory.tab.page.keyboard.press("Tab")
    assert directory.tab.focused["href"] == f"{directory.ids[0]}/"
    directory.tab.page.locator("summary:visible").first.click(force=True)
    assert sorted(directory.ids) == wanted
    directory.clear.click()
    directory.tab.page.locator(".groups summary").first.focus()
    directory.tab.page.keyboard.press("Enter")
    assert directory.ids


@pytest.mark.parametrize("typed", [True, False], ids=["typed", "in the address"])
def test_what_the_filter_finds_is_in_the_window(open_directory, typed):
    window = {"width": 1440, "height": 900}
    directory = open_directory(LARGEST_LIST, TR if typed else f"{TR}?q=ornek", viewport=window)
    if typed:
        directory.type("örnek")
    directory.tab.wait("() => document.querySelector('[data-filter]').getBoundingClientRect().top < innerHeight / 4")
    row = directory.tab.page.locator(".entry:visible").first.bounding_box()
    assert row["y"] + row["height"] <= window["height"]


@pytest.mark.parametrize("width", [360, 1440])
def test_the_name_of_an_open_province_stays_above_its_rows(open_directory, width):
    page = open_directory(LARGEST_LIST, viewport={"width": width, "height": 800}).tab.page
    page.evaluate("location.hash = 'il_2'")
    last = page.locator("#il_2 .entry").last
    last.evaluate("each => each.scrollIntoView({ block: 'end', behavior: 'instant' })")
    name = page.locator("#il_2 summary").bounding_box()
    assert 0 <= name["y"] < name["y"] + name["height"] <= last.bounding_box()["y"]


@pytest.mark.parametrize("width", [360, 1440])
@pytest.mark.parametrize("count", [OPEN, LARGEST_LIST])
def test_an_entry_with_an_address_stands_below_what_stays(open_directory, count, width):
    entry = _standing(_entries(count, province="34"))[-1]["id"]
    page = open_directory(count, f"{TR}#{entry}", viewport={"width": width, "height": 800}).tab.page
    row = page.locator(f"#{entry}")
    row.wait_for()
    page.wait_for_function("id => document.getElementById(id).getBoundingClientRect().top < innerHeight", arg=entry)
    assert row.locator("a").first.evaluate(
        "link => { const box = link.getBoundingClientRect();"
        " return link.contains(document.elementFromPoint(box.left + 2, box.top + 2)); }"
    )


@every_locale
def test_letters_lead_to_the_first_province_of_each(open_directory, locale):
    directory = open_directory(LARGEST_LIST, ROUTES["signatories", locale])
    letters = directory.tab.page.locator(".letters a")
    said = letters.all_text_contents()
    assert said == sorted(said, key="ABCÇDEFGĞHIİJKLMNOÖPRSŞTUÜVYZ".index)
    assert ("İ" in said) == ("Ç" in said) == ("Ş" in said) == (locale == "tr")
    for letter in letters.all():
        heading = directory.tab.page.locator(letter.get_attribute("href"))
        first = heading.text_content()[0]
        assert letter.text_content() in {first, unicodedata.normalize("NFD", first)[0]}
    letters.last.click()
    assert heading.bounding_box()["y"] < directory.tab.page.viewport_size["height"]
    assert directory.ids == []
    directory.type("bursa")
    letters.first.wait_for(state="hidden")


@pytest.mark.parametrize("count", [50, OPEN, LARGEST_LIST])
def test_lists_of_any_length_are_narrowed(open_directory, count):
    directory = open_directory(count)
    directory.type("örnek")
    directory.wait_for(*_ids(_named("Örnek", _entries(count))))
    directory.choose(il="1", tur="district")
    directory.wait_for(*_ids(_named("Örnek", _entries(count, kind="district", province="1"))))
    directory.type("xyzzy")
    directory.wait_for()
    directory.clear.click()
    directory.wait_for(*_ids(_entries(count) if count <= OPEN else []))


def test_after_the_filter_provinces_are_as_the_reader_left_them(open_directory):
    directory = open_directory(LARGEST_LIST)
    directory.tab.page.locator("#il_34 summary").click()
    left = _ids(_standing(_entries(LARGEST_LIST, province="34")))
    directory.wait_for(*left)
    directory.choose(il="6")
    directory.wait_for(*_ids(_entries(LARGEST_LIST, province="6")))
    directory.clear.click()
    directory.wait_for(*left)


@every_locale
@pytest.mark.parametrize("width", [1280, 1600, 1920])
def test_an_entry_is_one_row_on_wide_screens_and_the_register_has_two_columns_on_the_widest(
    open_directory, width, locale
):
    directory = open_directory(OPEN, ROUTES["signatories", locale], viewport={"width": width, "height": 900})
    rows = directory.tab.page.evaluate(ROWS)
    assert median(height for _, height in rows) == pytest.approx(ROW, abs=2)
    assert len({left for left, _ in rows}) == (2 if width >= WIDEST["width"] else 1)


@every_locale
@pytest.mark.parametrize("width", [1200, 1440, 1600, 1920])
def test_columns_have_heads_that_stand_above_what_they_name(open_directory, width, locale):
    page = open_directory(OPEN, ROUTES["signatories", locale], viewport={"width": width, "height": 900}).tab.page
    lefts = "all => all.filter(e => e.checkVisibility()).map(e => Math.round(e.getBoundingClientRect().left))"
    heads = page.locator(".columns span").evaluate_all(lefts)
    cells = ".group > h3, .entry :is(h4, .where), .entry li:not(.withdrawn) > :is(span:not([aria-hidden]), a)"
    if width >= WIDEST["width"]:  # the places stand above their entries
        cells = cells.removeprefix(".group > h3, ")
    assert sorted(set(page.locator(f".groups :is({cells})").evaluate_all(lefts))) == sorted(heads)


@pytest.mark.parametrize("width", [1280, 1920])
def test_what_the_filter_finds_stands_beside_its_province_and_is_drawn(open_directory, width):
    """Rows that a browser may leave out until they come near have no baseline, and are left out in a second column."""
    page = open_directory(LARGEST_LIST, f"{TR}?q=deneme", viewport={"width": width, "height": 900}).tab.page
    page.locator(".narrowed [open]").first.wait_for()
    head, row = page.locator(".group:not([hidden])").first.locator("h3, .entry:not([hidden]) h4").all()[:2]
    side_by_side = width < WIDEST["width"]
    assert (abs(head.bounding_box()["y"] - row.bounding_box()["y"]) < 3) == side_by_side
    drawn = """all => all.filter(e => e.checkVisibility({ contentVisibilityAuto: true }))
      .map(e => e.getBoundingClientRect()).filter(box => box.top < innerHeight).map(box => Math.round(box.left))"""
    page.locator(".filter").evaluate("each => scrollTo({ top: each.offsetTop, behavior: 'instant' })")
    seen = page.locator(".entry").evaluate_all(drawn)
    assert len({left for left in seen if left >= 0}) == (1 if side_by_side else 2)


@pytest.mark.parametrize(("width", "columns"), [(1000, 1), (1200, 2), (1440, 2), (1600, 2)])
def test_a_folded_list_is_an_index_whose_order_goes_down_its_columns(open_directory, width, columns):
    page = open_directory(LARGEST_LIST, viewport={"width": width, "height": 900}).tab.page
    lefts = "all => all.map(each => Math.round(each.getBoundingClientRect().left))"
    places = page.locator(".groups > .group")
    before = places.evaluate_all(lefts)
    assert before == sorted(before)
    assert [before.count(left) for left in sorted(set(before))] == _halves(len(before), columns)
    head = page.locator("#il_34 summary")
    head.scroll_into_view_if_needed()
    at = head.bounding_box()
    head.click()
    assert head.bounding_box() == at
    assert places.evaluate_all(lefts) == before
    assert page.locator("#list_withdrawn").bounding_box()["width"] == page.locator(".filter").bounding_box()["width"]


def _halves(count, columns):
    """Return how many are in each column, of which the first is the longer one."""
    return [count] if columns == 1 else [(count + 1) // 2, count // 2]


@pytest.mark.parametrize("width", [1200, 1280, 1600, 1920])
def test_header_register_and_footer_share_their_edges(open_directory, width):
    directory = open_directory(LARGEST_LIST, viewport={"width": width, "height": 900})
    right = {
        round(box["x"] + box["width"])
        for each in (".masthead", ".map", ".filter", ".groups", ".colophon")
        if (box := directory.tab.page.locator(each).bounding_box())
    }
    assert len(right) == 1


@pytest.mark.parametrize("count", [0, 1, 50, FOLDED, SPLIT])
def test_directories_of_any_length_are_accessible(open_directory, count):
    assert violations(open_directory(count).tab.page) == {}


@pytest.mark.parametrize("count", [1, LARGEST_LIST, SPLIT])
@pytest.mark.parametrize("query", ["", "?q=b", "?q=xyzzy"], ids=["whole", "filtered", "nothing"])
def test_no_length_needs_sideways_scrolling(open_directory, count, query):
    directory = open_directory(count, TR + query, viewport=SMALL)
    assert not query or count <= BARE or directory.said
    assert directory.tab.page.evaluate("document.documentElement.scrollWidth") <= SMALL["width"]


@every_locale
def test_split_directory_lists_provinces_and_each_has_its_page(open_directory, sampled, locale):
    path = ROUTES["signatories", locale]
    directory = open_directory(SPLIT, path, java_script_enabled=False)
    listed, found = _province_links(directory), []
    for link, name, number in listed:
        code = link.rstrip("/").rpartition("/")[2]
        assert name == REFERENCE.places[code].name[locale]
        assert int(number) == len(_standing(_entries(SPLIT, province=code)))
        page = sampled(SPLIT).page(f"{path}{link}")
        ids = [each.get("data-signatory") for each in page.root.iter("li") if each.get("data-signatory")]
        assert sorted(ids) == _ids(_entries(SPLIT, province=code))
        found += ids
    assert sorted(found) == _ids(_entries(SPLIT))


def test_index_is_fetched_once_when_a_reader_turns_to_the_filter(open_directory):
    directory = open_directory(SPLIT)
    directory.tab.page.wait_for_load_state("networkidle")
    assert [each for each in directory.tab.asked if each.endswith(".json")] == []
    directory.field("q").focus()
    directory.type("ardıç")
    directory.choose(tur="district")
    directory.wait_for(*_ids(_named("Ardıç", _entries(SPLIT, kind="district"))))
    directory.clear.click()
    directory.type("çam")
    assert directory.said
    assert [each for each in directory.tab.asked if each.endswith(".json")] == [INDEX]


@pytest.fixture
def open_slowly(open_directory):
    """Opens the split directory with an index that does not come before the test lets it: (directory, waiting)."""

    def open_one():
        directory, waiting = open_directory(SPLIT, ""), []

        def hold(route):
            waiting.append(route)

        directory.tab.page.route(f"**/{INDEX}", hold)
        directory.tab.go(TR)
        return directory, waiting

    return open_one


def test_words_typed_before_the_index_is_there_are_not_lost(open_slowly):
    directory, waiting = open_slowly()
    directory.type("ardıç")
    assert directory.count.text_content() == ""
    waiting.pop().continue_()
    directory.wait_for(*_ids(_named("Ardıç", _entries(SPLIT))))
    assert waiting == []


def test_words_deleted_before_the_index_is_there_leave_the_list_whole(open_slowly):
    directory, waiting = open_slowly()
    directory.type("ardıç")
    directory.field("q").fill("")
    waiting.pop().continue_()
    directory.tab.page.wait_for_load_state("networkidle")
    assert directory.tab.page.locator(".places").is_visible()
    assert directory.count.text_content() == directory.tab.page.locator("[data-total]").text_content()
    assert not directory.clear.is_visible()
    directory.type("ardıç")
    directory.wait_for(*_ids(_named("Ardıç", _entries(SPLIT))))


def test_link_sent_on_opens_the_split_directory_filtered(open_directory):
    directory = open_directory(SPLIT, f"{TR}?q=belediyesi&il=16&metin=2018")
    signed = [
        fields
        for fields in _entries(SPLIT, province="16")
        if any(each["edition"] == "2018" for each in fields["signatures"])
    ]
    directory.wait_for(*_ids(signed))
    assert not directory.tab.page.locator(".places").is_visible()
    directory.tab.page.reload()
    directory.wait_for(*_ids(signed))


def test_first_hundred_are_shown_and_a_note_says_so(open_directory):
    directory = open_directory(SPLIT)
    note = directory.tab.page.locator("[data-more]")
    directory.type("örnek")
    assert int(directory.said.split()[0]) == len(_named("Örnek", _entries(SPLIT))) > MOST_SHOWN
    assert len(directory.ids) == MOST_SHOWN
    assert str(MOST_SHOWN) in note.inner_text()
    directory.choose(il="34")
    directory.wait_for(*_ids(_named("Örnek", _entries(SPLIT, province="34"))))
    assert not note.is_visible()


def test_a_hit_says_what_it_is_and_leads_to_its_page(open_directory, sampled):
    directory = open_directory(SPLIT, f"{TR}?il=2")
    wanted = {fields["id"]: fields for fields in _entries(SPLIT, province="2")}
    directory.wait_for(*wanted)
    rows = directory.tab.page.locator("[data-found] li[data-signatory]").all()
    assert sorted(row.get_attribute("data-signatory") for row in rows) == sorted(wanted)
    for row in rows:
        fields = wanted[row.get_attribute("data-signatory")]
        said = row.text_content()
        assert fields["name"]["tr"] in said
        assert "Adıyaman" in said
        assert all(f"{each['edition']} metni" in said for each in fields["signatures"])
        assert ("geri çekildi" in said) == ("withdrawn" in fields)
        assert sampled(SPLIT).file(TR + row.get_by_role("link").get_attribute("href")).is_file()


def test_clearing_and_back_bring_the_provinces_back(open_directory):
    directory = open_directory(SPLIT)
    provinces = directory.tab.page.locator(".places")
    directory.choose(il="34")
    directory.wait_for(*_ids(_entries(SPLIT, province="34")))
    directory.tab.page.go_back()
    provinces.wait_for()
    assert directory.choices == {}
    directory.type("xyzzy")
    directory.nothing.wait_for()
    assert not provinces.is_visible()
    directory.clear.click()
    provinces.wait_for()
    assert directory.tab.focused["id"] == "filter_q"


@pytest.mark.parametrize("missing", ["signatories.tr.json", "entries.js"])
def test_what_does_not_come_is_said_and_asked_for_again(open_directory, missing):
    directory = open_directory(SPLIT)
    directory.tab.page.route(f"**/{missing}", lambda route: route.fulfill(status=503))
    directory.field("q").fill("ardıç")  # at once: every letter would ask, and one of the answers come too late
    directory.count.filter(has_text="yüklenemedi").wait_for()
    assert directory.tab.page.locator(".places").is_visible()
    directory.tab.page.unroute(f"**/{missing}")
    directory.tab.problems.clear()
    directory.field("q").press("Backspace")
    directory.wait_for(*_ids(_named("Ardıç", _entries(SPLIT))))
    assert directory.said.endswith("kayıt bulundu")


@pytest.mark.parametrize("query", ["?q=ardıç", "?q=xyzzy"], ids=["filtered", "nothing"])
def test_split_directory_is_accessible(open_directory, query):
    directory = open_directory(SPLIT, TR + query)
    assert directory.said
    assert violations(directory.tab.page) == {}


@pytest.mark.parametrize("width", [360, 1440, 1920])
def test_title_of_a_province_stands_on_the_edge_of_its_list(open_directory, width):
    page = open_directory(SPLIT, f"{TR}il/34/", viewport={"width": width, "height": 900}).tab.page
    title, rows = (page.locator(each).first.bounding_box() for each in (".title", ".register"))
    assert title["x"] == rows["x"]


def test_page_of_a_province_is_accessible(open_directory):
    directory = open_directory(SPLIT, f"{EN}province/34/")
    assert sorted(directory.ids) == _ids(_entries(SPLIT, province="34"))
    assert violations(directory.tab.page) == {}

"""What a screen reader says of every kind of page, in both languages; transcripts/README.md tells how to approve it."""

import os
import re
from functools import cache
from itertools import pairwise
from pathlib import Path
from types import SimpleNamespace

import pytest

from support.built import LOCALES, NOT_FOUND, ROUTES
from support.listener import Listener, transcript
from support.miniature import ROUTES as MINIATURE
from support.server import serve
from support.tab import Tab
from support.texts import LABELS, TEXT
from support.words import LabelBook

TRANSCRIPTS = Path(__file__).parent / "transcripts"
IS_WRITING = os.environ.get("TRANSCRIPTS") == "write"
PAGES = {
    "home": ("one", "index"),
    "declaration": ("built", "declaration"),
    "commitment": ("one", "c3"),
    "recital": ("one", "r8"),
    "footnote": ("one", "fn1"),
    "side-by-side": ("built", "side-by-side"),
    "footnotes": ("built", "footnotes"),
    "directory-of-one": ("one", "signatories"),
    "directory": ("fifty", "signatories"),
    "directory-folded": ("fullest", "signatories"),
    "signatory": ("fictional", "signatories/sirin-sanliurfa"),
    "signatory-withdrawn": ("fictional", "signatories/eski-eskisehir"),
    "join": ("built", "join"),
    "about": ("built", "about"),
    "background": ("built", "background"),
    "corrections": ("corrected", "corrections"),
    "not-found": ("built", NOT_FOUND),
}
"""Transcript → site and page. Where signatories are shown, the registry is fictional: no listing changes them."""
LONGEST, MOST_PLACES = 120, 3
"""Lines of a transcript of a directory, and places of its map: what follows is more of the same."""
DOCUMENTS = [(name, locale) for name in PAGES for locale in LOCALES if (name, locale) != ("not-found", "en")]
every_document = pytest.mark.parametrize(("name", "locale"), DOCUMENTS)
DECORATION = re.compile(r"[\W_]*[·↑↓←→#§•|][\W_]*|.*[←→↑↓].*")
TWICE = re.compile(r"(.{4,}),? \1(?!\w)")
CLIPBOARD = ["clipboard-read", "clipboard-write"]
TODAY = "2026-01-02"
"""The day of access in citations."""


@pytest.fixture(scope="module")
def open_tab(request, browser):
    """Opens a page of a site in a tab of its own."""
    opened = []

    @cache
    def serving(site):
        built = request.getfixturevalue("sampled")(1) if site == "one" else request.getfixturevalue(site)
        running = serve(built.folder)
        request.addfinalizer(lambda: running.__exit__(None, None, None))
        return running.__enter__()

    def open_one(name, locale, **settings):
        site, key = PAGES[name]
        tab = Tab(browser, serving(site), settings)
        opened.append(tab)
        tab.page.clock.set_fixed_time(TODAY)
        tab.go(MINIATURE[key, locale] if site == "corrected" else _path(key, locale))
        tab.page.wait_for_load_state("networkidle")
        return tab

    yield open_one
    for tab in opened:
        tab.close()


def _path(key, locale):
    folder, _, identifier = key.partition("/")
    return ROUTES[folder, locale] + f"{identifier}/" if identifier else ROUTES.get((key, locale), key)


@pytest.fixture(scope="module")
def heard(open_tab):
    """What is heard on a page, from its top to its end, each page read once."""

    @cache
    def read(name, locale):
        tab = open_tab(name, locale)
        phrases = Listener(tab).read()
        assert name == "not-found" or tab.server.missing == []
        tab.close()
        return SimpleNamespace(phrases=phrases, lines=transcript(phrases, locale))

    return read


@every_document
def test_transcript_is_the_approved_one(heard, name, locale):
    file = TRANSCRIPTS / locale / f"{name}.txt"
    lines = heard(name, locale).lines
    said = _beginning([*lines]) if PAGES[name][0] in {"fifty", "fullest"} else lines
    if IS_WRITING:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("\n".join(said) + "\n", encoding="utf-8")
    assert said == file.read_text(encoding="utf-8").splitlines(), "TRANSCRIPTS=write writes it anew"


def _beginning(lines):
    places = [at for at, line in enumerate(lines) if re.fullmatch(r"link, .+: \d+ \w+", line)]
    del lines[places[MOST_PLACES] : places[-1] + 1]
    return [*lines[:LONGEST], "…"]


def test_every_transcript_is_of_a_page():
    assert {(file.stem, file.parent.name) for file in TRANSCRIPTS.glob("*/*.txt")} == set(DOCUMENTS)


@every_document
def test_headings_are_in_order_and_say_something(heard, name, locale):
    said = [each for each in heard(name, locale).phrases if each.role == "heading"]
    levels = [int(each.words[-1]) for each in said]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert [after for before, after in pairwise(levels) if after > before + 1] == []
    assert [each.words for each in said if not re.fullmatch(r"heading, .*\w.*, level \d", each.words)] == []


@every_document
def test_whatever_can_be_used_has_a_name(heard, name, locale):
    roles = {"link", "button", "image", "region", "navigation", "combobox", "searchbox", "toolbar", "doc-noteref"}
    said = [each for each in heard(name, locale).phrases if each.role in roles]
    assert [each.words for each in said if not re.search(r"\w", each.name)] == []
    assert said


@every_document
def test_language_is_switched_where_the_text_switches(heard, name, locale):
    book = LabelBook()
    phrases = [each for each in heard(name, locale).phrases if each.lang in LOCALES and not each.is_end]
    words = [(re.sub(r", level \d$", "", each.name), each) for each in phrases]
    wrong = [each for text, each in words if (of := _language(text)) and of != each.lang]
    assert wrong == []
    assert [(book.belongs_to(text, each.lang), each) for text, each in words if book.belongs_to(text, each.lang)] == []
    if name in {"side-by-side", "commitment", "recital", "footnote"}:
        assert {_language(text) for text, _ in words} >= set(LOCALES)


@cache
def _language(words):
    """The language of the declaration in which these words are; "" for words that are in both or in none."""
    texts = {locale: " ".join(each.text for each in TEXT[locale].passages) for locale in LOCALES}
    found = [locale for locale, text in texts.items() if len(words) > 12 and words.rstrip(" .,;") in text]
    return found[0] if len(found) == 1 else ""


@every_document
def test_nothing_is_said_twice_on_end(heard, name, locale):
    lines = [re.sub(r"^\d+/\d+ |, level \d$", "", line) for line in heard(name, locale).lines]
    names = [each.words for each in heard(name, locale).phrases if each.role in {"heading", "link", "button", "region"}]
    assert [words for words in [*names, *lines] if TWICE.search(words)] == []
    named = [(one, other) for one, other in pairwise(lines) if _name(one) and _name(one) == _name(other)]
    opening = f"link, {LABELS['ch', locale]}"  # the only provision of its part
    assert [each for each in named if not each[0].startswith("region") and each[1] != opening] == []


def _name(line):
    return line.partition(", ")[2] if line.partition(", ")[0] in {"link", "heading", "region", "list", "group"} else ""


@every_document
def test_no_decoration_is_read(heard, name, locale):
    assert [line for line in heard(name, locale).lines if DECORATION.fullmatch(line)] == []


@pytest.mark.parametrize("locale", LOCALES)
def test_from_the_mark_to_the_note_and_back(open_tab, locale):
    """The way there and back, by the links that the reader reads."""
    tab = open_tab("declaration", locale)
    listener = Listener(tab)
    note = {"tr": "Dipnot 2", "en": "Footnote 2"}[locale]
    listener.read(f"doc-noteref, {note}")
    listener.act()
    assert tab.page.evaluate("location.hash") == "#fn2"
    said = listener.read("doc-backlink")
    begun = [each.words for each in said].index("doc-footnote")
    assert said[begun + 1].words == f"link, {note}"
    assert TEXT[locale].provision("fn2").text in [each.words for each in said[begun:]]
    listener.act()
    mark = tab.page.evaluate("document.querySelector(location.hash).getAttribute('aria-label')")
    back = {"tr": "Dipnot 2 işaretine dönün", "en": "Back to the mark of footnote 2"}[locale]
    assert (mark, said[-1].name) == (note, back)


@pytest.mark.parametrize(("locale", "found"), [("tr", "kayıt bulundu"), ("en", "entries found")])
def test_outcome_of_the_filter_is_announced(open_tab, locale, found):
    tab = open_tab("directory", locale)
    listener = Listener(tab)
    listener.heard()
    tab.page.get_by_role("main").get_by_role("searchbox").fill("örnek")
    tab.wait("document.querySelector('[data-count]').textContent !== ''")
    assert [each for each in listener.heard() if re.fullmatch(rf"polite: \d+ {found}", each)]


@pytest.mark.parametrize("locale", LOCALES)
def test_map_is_one_control_with_a_name(open_tab, heard, locale):
    phrases = [each.words for each in heard("directory", locale).phrases]
    title = {"tr": "İmzacıların haritası", "en": "Map of the signatories"}[locale]
    begin = next(at for at, words in enumerate(phrases) if words.startswith(f"group, {title}"))
    within = phrases[begin + 1 : phrases.index(f"end of {phrases[begin]}")]
    assert within
    assert all(re.fullmatch(r"link, .+: \d+ (imzacı|signator(y|ies))", words) for words in within)
    tab = open_tab("directory", locale)
    listener = Listener(tab)
    tab.page.evaluate("() => document.querySelector('.record-rule a').focus()")
    listener.heard()
    tab.page.keyboard.press("Tab")
    assert [each for each in listener.heard() if each in within] == [within[0]]
    tab.page.keyboard.press("Tab")
    assert not tab.page.evaluate("() => Boolean(document.activeElement.closest('.map'))")


@pytest.mark.parametrize("locale", LOCALES)
def test_bar_of_a_provision_is_a_toolbar_that_tells_what_it_did(open_tab, locale):
    tab = open_tab("declaration", locale, permissions=CLIPBOARD)
    listener = Listener(tab)
    tab.page.locator("#c3 > .permalink").evaluate("number => number.focus({ focusVisible: true })")
    tab.wait("document.querySelector('.handles button:not([hidden]):not([disabled])') !== null")
    title = {"tr": "Bu maddeyle ilgili işlemler", "en": "Actions for this provision"}[locale]
    assert listener.read(f"toolbar, {title}")[-1].role == "toolbar"
    said = [each.words for each in listener.read("end of toolbar")]
    items = [words for words in said if words.startswith(("link", "button"))]
    assert len(items) == 6
    assert [words for words in items if "unavailable" in words or "disabled" in words] == []
    tab.page.locator(".handles [data-part=cite-words]").click()
    tab.wait("() => document.querySelector('.handles [role=status]').textContent")
    assert {"tr": "polite: Kopyalandı", "en": "polite: Copied"}[locale] in listener.heard()

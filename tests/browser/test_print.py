"""What a printed page says: where it is from, where its links lead, and nothing that only a screen can use."""

import re
from io import BytesIO

import pytest
from pdfminer.high_level import extract_text

from support.built import LOCALES, ROUTES
from support.repository import SITE_URL, label_texts
from support.tab import WIDE
from support.texts import TEXT

PRINTED = ("index", "declaration", "c3", "fn1", "footnotes", "background", "signatories", "signatories/nilufer-bursa")
LINKS = """() => [...document.querySelectorAll("main a[href]")]
  .filter(e => e.checkVisibility())
  .map(e => ({ href: e.getAttribute("href"), said: e.textContent.trim(), after: getComputedStyle(e, "::after").content,
    inside: new URL(e.getAttribute("href"), document.baseURI).origin === location.origin,
    words: Boolean(e.closest("[data-provision], .note, .register")), apart: Boolean(e.closest(".record")) }))"""
"""The evidence of a line of the register is on the page of its entry with its address, that of the record below it."""
every_printed = pytest.mark.parametrize(("key", "locale"), [(key, locale) for key in PRINTED for locale in LOCALES])

LABELS = label_texts()
OF_THE_SCREEN = (
    *("nav.skip", "declaration.side_by_side", "home.read", "home.way.files.text", "footer.frozen", "record.why"),
    *("corrections.see", "translation.same_place", "provision.in_text", "download.sums", "download.title"),
    *("open_data.title", "cite.title", "cite.copy", "badge.title", "signatory.report"),
)
"""Labels of what leads elsewhere, or does something: on paper it does neither."""
FEWEST = 20
"""Words that a last sheet has beside its head and foot: a few lines."""
LONE_LINKS = """() => [...document.querySelectorAll("main a[href]:not(svg *)")]
  .filter(e => e.checkVisibility() && new URL(e.href).origin === location.origin)
  .filter(e => !e.closest("h1, h2, h3, h4, .part, .permalink, .noteref, .inscription, .record, .note-number"))
  .filter(e => {
    const around = (e.closest("p, li, dd, td") ?? e.parentElement).cloneNode(true);
    around.querySelectorAll("a, .screen").forEach(each => each.remove());
    return !/\\p{L}/u.test(around.textContent);
  }).map(e => e.textContent.trim())"""
"""Links inside the site that no sentence needs."""


@pytest.fixture
def printed(open_tab, key, locale):
    tab = open_tab(ROUTES[key, locale], viewport=WIDE)
    tab.page.emulate_media(media="print")
    return tab.page


@every_printed
def test_links_that_leave_the_site_show_where_they_lead_and_no_others_do(printed):
    below = " ".join(printed.locator(".record ~ .paper").all_inner_texts())
    for link in printed.evaluate(LINKS):
        leaves = not link["inside"] and link["said"] != link["href"] and not link["words"]
        assert (link["href"] in (below if link["apart"] else link["after"])) == leaves, link


def test_on_the_screen_the_address_is_in_the_address_bar(open_tab):
    assert not open_tab(ROUTES["c3", "tr"]).page.locator(".address").is_visible()


def test_a_reader_of_the_dark_scheme_prints_in_the_colours_of_paper(open_tab):
    page = open_tab(ROUTES["c3", "tr"]).page
    page.evaluate("document.documentElement.dataset.scheme = 'dark'")
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate("getComputedStyle(document.documentElement).colorScheme") == "light"


def test_every_sheet_of_every_page_is_worth_its_paper(open_tab):
    """One test for all pages: printing is slow, and a fault of the style sheet is one of many pages."""
    tab = open_tab()
    tab.page.emulate_media(media="print")
    faults = []
    for (key, locale), path in ROUTES.items():
        tab.go(path)
        head = TEXT[locale].title if key in ("index", "declaration") else tab.page.title()
        marked = tab.page.evaluate("[...document.querySelectorAll('.noteref')].map(e => e.hash.slice(1))")
        sheets = extract_text(BytesIO(tab.page.pdf(prefer_css_page_size=True))).split("\f")[:-1]
        lone = tab.page.evaluate(LONE_LINKS)
        faults += [
            f"{path}: {fault}"
            for fault in (
                *lone,
                *_frame_faults(sheets, path, head),
                *_word_faults(sheets, locale),
                *_note_faults(sheets, locale, set(marked)),
            )
        ]
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("locale", LOCALES)
def test_first_page_is_one_sheet(open_tab, locale):
    page = open_tab(ROUTES["index", locale]).page
    assert extract_text(BytesIO(page.pdf(prefer_css_page_size=True))).count("\f") == 1


def _frame_faults(sheets, path, head):
    for number, sheet in enumerate(sheets, 1):
        if _squeezed(head) not in _squeezed(sheet):
            yield f"sheet {number} has no head “{head}”"
        if f"{number} / {len(sheets)}" not in sheet:
            yield f"sheet {number} has no number of {len(sheets)}"
        if f"{SITE_URL}{path} ·" not in sheet:
            yield f"sheet {number} has no address"
    if len(sheets) > 1 and (count := _own_words(sheets)) < FEWEST:
        yield f"the last sheet has {count} words"


def _own_words(sheets):
    """Count the words of the last sheet, without those that every sheet has at its head and foot."""
    lines = [[line.strip() for line in sheet.splitlines() if " / " not in line] for sheet in sheets]
    running = set.intersection(*map(set, lines))
    return sum(len(line.split()) for line in lines[-1] if line not in running)


def _word_faults(sheets, locale):
    said = _squeezed("".join(sheets))
    return [name for name in OF_THE_SCREEN if _squeezed(LABELS[name][locale]) in said]


def _note_faults(sheets, locale, marked):
    said = _squeezed("".join(sheets))
    return [f"{each} is missing" for each in marked if _squeezed(TEXT[locale].provision(each).text) not in said]


def _squeezed(text):
    """Return letters and figures alone: lines may break, and words may be divided, anywhere."""
    return re.sub(r"[\W_]", "", text)

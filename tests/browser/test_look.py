"""What the eye, the finger and the slow line notice: weight, movement, targets, focus, the length of a line."""

import gzip
import itertools
from collections import defaultdict

import pytest

from publish.look.fonts import SIGNS
from support.built import IDS, LOCALES, ROUTES
from support.shifts import SHIFT, SHIFTS
from support.tab import NARROW, TABLET, WIDE

pytestmark = pytest.mark.timeout(600)  # a test visits many pages
KINDS_OF_PAGE = (
    "index",
    "declaration",
    "side-by-side",
    "background",
    "footnotes",
    "signatories",
    "join",
    "about",
    "c3",
)
PATHS = [ROUTES[key, locale] for key, locale in itertools.product(KINDS_OF_PAGE, LOCALES)]
OTHER_PATHS = ["duzeltmeler/", "imzacilar/nilufer-bursa/", "v/2021/", "404.html", "c9/", "fn1/"]
HIGHEST_WEIGHT, MOST_REQUESTS = 60 * 1024, 10
"""First visit of the page with the whole text, everything included: bytes as a host sends them compressed."""
TARGET = 46
"""CSS pixels of the height of a link in one line, with some to spare."""
SMALLEST_TARGET = 24
"""CSS pixels of each side (WCAG 2.2, 2.5.8); links inside a sentence are exempt."""
SPACING = "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }"
"""What a reader may set (WCAG 2.2, 1.4.12)."""

FACES = "() => [...document.fonts].filter(face => !face.family.includes(' as ')).map(face => face.display)"
SMALL_TARGETS = """smallest => [...document.querySelectorAll("a, button, input, select, summary")]
  .filter(e => e.checkVisibility({ visibilityProperty: true }) && getComputedStyle(e).display !== "inline")
  .filter(e => !e.closest(".skip, dialog:not([open])"))
  .map(e => [e.outerHTML.slice(0, 90), e.getBoundingClientRect()])
  .filter(([, box]) => Math.min(box.width, box.height) < smallest)
  .map(([html, box]) => `${Math.round(box.width)}×${Math.round(box.height)} ${html}`)"""
WITHOUT_FOCUS_RING = """() => [...document.querySelectorAll("a[href], button, input, select, summary")]
  .filter(e => e.checkVisibility({ visibilityProperty: true }))
  .filter(e => {
    e.focus({ focusVisible: true });
    const style = getComputedStyle(e);
    return document.activeElement !== e || style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2;
  }).map(e => e.outerHTML.slice(0, 90))"""
BULLETS = """() => [...document.querySelectorAll("ul[role], ol[role]")]
  .filter(e => getComputedStyle(e).listStyleType !== "none")
  .map(e => e.outerHTML.slice(0, 90))"""
CUT_OFF = """() => [...document.querySelectorAll("p, h1, h2, h3, li, a, button, dt, dd")]
  .filter(e => e.checkVisibility({ visibilityProperty: true }) && !e.closest(".visually-hidden, .tool, .skip"))
  .filter(e => e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).overflowX !== "visible")
  .map(e => e.outerHTML.slice(0, 90))"""
MOVED = """least => document.fonts.ready.then(() => {
  const isInline = element => /^(inline|contents)$/.test(getComputedStyle(element).display);
  const blockOf = element => { while (isInline(element)) element = element.parentElement; return element; };
  const linesStay = block => {
    const { textAlign, textWrapStyle } = getComputedStyle(block);
    return textAlign === "start" && textWrapStyle !== "balance";
  };
  const place = node => {
    const element = node.data ? node.parentElement : node;
    if (element.ownerSVGElement || !element.checkVisibility({ visibilityProperty: true })) return null;
    const range = document.createRange();
    range.selectNode(node);
    const box = range.getClientRects()[0];
    return box?.width && box.height ? box : null;
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  const nodes = [];
  while (walker.nextNode()) nodes.push(walker.currentNode);
  const isSeen = nodes.map(node => node.data?.trim() || /^(svg|img|input|button|select)$/.test(node.localName));
  const blocks = nodes.map(node => blockOf(node.data === undefined ? node : node.parentElement));
  const whole = nodes.map(place);
  const moved = new Map();
  for (let last = nodes.length - 1; last > 0; last--) {
    nodes[last].remove();
    for (let i = Math.max(0, last - 100); i < last; i++) {
      const mayMove = blocks[i] === blocks[last] && linesStay(blocks[i]);
      const before = isSeen[i] && whole[i] && !mayMove && !moved.has(i) && place(nodes[i]);
      if (before && Math.hypot(before.x - whole[i].x, before.y - whole[i].y) >= least)
        moved.set(i, [nodes[i], nodes[last]].map(node => node.data ?? node.outerHTML.slice(0, 90)));
    }
  }
  return [...moved.values()];
})"""
"""Takes a page away from its end, node by node: what moves when a node in another block goes, and that node.
Words of one block may move when their line goes on, unless its lines are centred or balanced: then all may move.
The hundred nodes before each are looked at."""
LEAST_MOVE = 3
"""CSS pixels: smaller ones are no movement by the definition of layout shift (WICG)."""
SLOW = 6
"""Times slower than this machine: a page is then painted in parts, while the rest of it is still coming in."""
SIGNS_IN_SERIF = """signs => [...document.querySelectorAll("body *")]
  .filter(e => getComputedStyle(e).fontFamily.startsWith("Literata"))
  .flatMap(e => [...e.childNodes].filter(node => node.nodeType === Node.TEXT_NODE).map(node => node.data))
  .filter(words => [...words].some(sign => signs.includes(sign)))"""
OUT_OF_ORDER = """() => {
  const parts = [...document.querySelectorAll("main > *")].filter(e => e.checkVisibility());
  const box = e => e.getBoundingClientRect();
  const isBeside = (e, other) => box(e).left >= box(other).right || box(e).right <= box(other).left;
  return parts.slice(1).filter((e, i) => box(e).top < box(parts[i]).top && !isBeside(e, parts[i]))
    .map(e => e.outerHTML.slice(0, 90));
}"""
NOT_BESIDE_HEADING = """line => {
  const heading = document.querySelector("h1").getBoundingClientRect();
  return [...document.querySelectorAll(".turn a, .turn span")]
    .filter(e => e.checkVisibility({ visibilityProperty: true }))
    .map(e => [e.outerHTML.slice(0, 90), e.getBoundingClientRect()])
    .filter(([, { top, bottom, height }]) => {
      const middle = (top + bottom) / 2;
      return height > line || middle <= heading.top || middle >= heading.bottom;
    });
}"""
LETTERS_A_LINE = """() => {
  const words = document.querySelector("[data-provision='bg1']");
  const range = document.createRange();
  range.selectNodeContents(words);
  const lines = new Set([...range.getClientRects()].map(box => Math.round(box.top)));
  return words.textContent.length / lines.size;
}"""


@pytest.mark.parametrize("locale", LOCALES)
def test_first_visit_of_the_text_is_light(open_tab, locale):
    tab = open_tab()
    bodies = []
    tab.page.on("response", lambda response: bodies.append((response.url, response.body())))
    tab.page.goto(tab.server.url + ROUTES["declaration", locale], wait_until="networkidle")
    weights = {url: len(body if url.endswith((".woff2", ".png")) else gzip.compress(body, 6)) for url, body in bodies}
    assert len(bodies) <= MOST_REQUESTS, sorted(weights)
    assert sum(weights.values()) <= HIGHEST_WEIGHT, weights


@pytest.fixture(scope="module")
def found(open_module_tab):
    """Looks at each page once: question → {page: what is wrong with it}."""
    tab, found = open_module_tab(), defaultdict(dict)
    for path in PATHS:
        for question, answer in _looked_at(tab, path):
            if answer:
                found[question][path] = answer
    return found


def _looked_at(tab, path):
    tab.page.set_viewport_size(WIDE)
    tab.page.emulate_media(color_scheme="light")
    tab.go(path)
    faces = set(tab.page.evaluate(FACES))
    yield "faces", faces ^ {"swap"}
    yield "signs", tab.page.evaluate(SIGNS_IN_SERIF, "".join(SIGNS))
    yield "focus in light", tab.page.evaluate(WITHOUT_FOCUS_RING)
    tab.page.emulate_media(color_scheme="dark")
    tab.go(path)  # what had the focus may have opened something
    yield "focus in dark", tab.page.evaluate(WITHOUT_FOCUS_RING)
    tab.page.set_viewport_size(NARROW)
    tab.page.evaluate("() => document.querySelectorAll('details').forEach(each => { each.open = true; })")
    yield "targets", tab.page.evaluate(SMALL_TARGETS, SMALLEST_TARGET)


def test_type_arrives_however_late(found):
    assert found["faces"] == {}


def test_signs_are_set_in_the_sans_that_has_them(found):
    assert found["signs"] == {}


def test_targets_are_large_enough(found):
    assert found["targets"] == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_focus_is_seen_on_every_control(found, scheme):
    assert found[f"focus in {scheme}"] == {}


@pytest.mark.parametrize("viewport", [NARROW, WIDE], ids=["390", "1280"])
def test_nothing_moves(open_tab, viewport):
    tab, moved = open_tab(viewport=viewport), {}
    tab.slow_down(SLOW)
    for path in PATHS:
        tab.go(path)
        moved[path] = tab.page.evaluate(SHIFTS)
    assert {path: shifts for path, shifts in moved.items() if sum(shift[0] for shift in shifts) >= SHIFT} == {}


@pytest.mark.parametrize("viewport", [NARROW, TABLET, WIDE], ids=["390", "768", "1280"])
def test_what_is_painted_stays_where_it_is_when_the_rest_comes_in(open_tab, viewport):
    """A slow machine paints a page wherever it stops: between two cells, or in a link whose words are still to come."""
    tab, moved = open_tab(viewport=viewport, java_script_enabled=False), {}
    for path in [*PATHS, *OTHER_PATHS]:
        tab.go(path)
        moved[path] = tab.page.evaluate(MOVED, LEAST_MOVE)
    assert {path: pairs for path, pairs in moved.items() if pairs} == {}


def test_rows_have_no_bullets(open_tab):
    """A list with a role is a list of rows, or no list for a screen reader."""
    tab, wrong = open_tab(), {}
    for path in (*PATHS, *OTHER_PATHS):
        tab.go(path)
        wrong[path] = tab.page.evaluate(BULLETS)
    assert {path: lists for path, lists in wrong.items() if lists} == {}


def test_parts_follow_each_other_as_in_the_document(open_tab):
    """A grid may put a part elsewhere: the colophon once stood above the text, in one language, on wide screens."""
    tab, wrong = open_tab(), {}
    for path in ROUTES.values():
        tab.go(path)
        for width in (360, 768, 1024, 1440, 1920):
            tab.page.set_viewport_size({"width": width, "height": 900})
            wrong[path, width] = tab.page.evaluate(OUT_OF_ORDER)
    assert {place: parts for place, parts in wrong.items() if parts} == {}


def test_wide_spacing_cuts_nothing_off(open_tab):
    tab, wrong = open_tab(bypass_csp=True), {}
    for path in PATHS:
        tab.go(path)
        tab.page.add_style_tag(content=SPACING)
        for width in (320, 640):
            tab.page.set_viewport_size({"width": width, "height": 800})
            wide = tab.page.evaluate("() => document.documentElement.scrollWidth") - width
            wrong[path, width] = [*([f"{wide} px too wide"] if wide > 0 else []), *tab.page.evaluate(CUT_OFF)]
    assert {place: parts for place, parts in wrong.items() if parts} == {}


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("provision_id", ["bg2", "r12", "s9", "c3"])
def test_previous_and_next_share_a_line_on_a_phone(open_tab, provision_id, locale):
    tab = open_tab(ROUTES[provision_id, locale], viewport={"width": 360, "height": 800})
    previous, following, whole = (
        tab.page.locator(f".neighbours {which}").bounding_box() for which in ("[rel=prev]", "[rel=next]", ".whole")
    )
    assert previous["y"] == following["y"]
    assert previous["x"] + previous["width"] < following["x"]
    assert whole["y"] >= previous["y"] + previous["height"]


def test_ways_to_the_neighbours_stand_beside_the_heading_each_in_one_line(open_tab):
    tab, wrong = open_tab(), {}
    for path in (ROUTES[key, locale] for key in IDS for locale in LOCALES):
        tab.go(path)
        for width in (360, 640, 1440):
            tab.page.set_viewport_size({"width": width, "height": 900})
            wrong[path, width] = tab.page.evaluate(NOT_BESIDE_HEADING, TARGET)
    assert {place: ways for place, ways in wrong.items() if ways} == {}


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("width", [768, 1440])
def test_lines_have_a_length_that_reads_well(open_tab, locale, width):
    tab = open_tab(ROUTES["declaration", locale], viewport={"width": width, "height": 900})
    tab.page.evaluate("() => document.fonts.ready")
    assert 58 <= tab.page.evaluate(LETTERS_A_LINE) <= 75


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("key", ["join", "about", "corrections"])
def test_contents_stay_in_the_margin_where_there_is_room(open_tab, key, locale):
    page = open_tab(ROUTES[key, locale], viewport={"width": 1440, "height": 900}).page
    contents = page.locator("main > nav")
    page.evaluate("scrollTo({ top: document.documentElement.scrollHeight / 2, behavior: 'instant' })")
    box = contents.bounding_box()
    assert 0 <= box["y"] <= box["y"] + box["height"] <= page.viewport_size["height"]
    assert box["x"] + box["width"] < page.locator("main > .prose").first.bounding_box()["x"]


def test_chosen_scheme_is_kept(open_tab):
    tab = open_tab(ROUTES["index", "tr"], color_scheme="light")
    paper = "() => getComputedStyle(document.body).backgroundColor"
    light = tab.page.evaluate(paper)
    tab.page.click("[data-scheme-switch]")
    dark = tab.page.evaluate(paper)
    assert dark != light
    tab.go(ROUTES["declaration", "en"])
    assert tab.page.evaluate(paper) == dark
    assert tab.page.get_attribute("[data-scheme-switch]", "aria-pressed") == "true"

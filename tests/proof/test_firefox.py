"""In Firefox: pages fit, have their typefaces, are accessible in light, dark and forced colours, and print whole."""

import re
from io import BytesIO

import pytest
from pypdf import PdfReader

from support.built import IDS, LOCALES, NOT_FOUND, ROUTES
from support.firefox import DARK, FORCED, launch
from support.repository import ROOT, SITE_URL
from support.server import serve
from support.texts import TEXT

pytestmark = pytest.mark.timeout(900)  # a test visits many pages
WIDTHS = (320, 360, 768, 1440)
KINDS_OF_PAGE = (
    *("index", "declaration", "side-by-side", "background", "footnotes", "signatories", "join", "about", "corrections"),
    *("signatories/nilufer-bursa", "v/2021", "c3", "fn1"),
)
PATHS = [ROUTES[key, locale] for key in KINDS_OF_PAGE for locale in LOCALES]

TOO_WIDE = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
FACES = """() => document.fonts.ready.then(() => [...document.fonts].filter(face => !face.family.includes(" as "))
  .map(face => [face.family.replaceAll('"', ""), face.status]))"""
WANTED = {"Literata", "Source Sans 3"}
LUMINANCE = """() => getComputedStyle(document.body).backgroundColor.match(/[\\d.]+/g).slice(0, 3)
  .reduce((sum, part) => sum + Number(part), 0) / 765"""
AXE = (ROOT / "tests/node_modules/axe-core/axe.min.js").read_text(encoding="utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
VIOLATIONS = f"""tags => {{
  {AXE};
  return axe.run({{ runOnly: tags, resultTypes: ["violations"] }}).then(({{ violations }}) =>
    violations.flatMap(({{ id, nodes }}) => nodes.map(({{ target }}) => `${{id}}: ${{target}}`)));
}}"""
OWN_COLOURS = """() => {
  const ground = getComputedStyle(document.body).backgroundColor;
  return [...document.querySelectorAll("body *")]
    .filter(e => e.checkVisibility({ visibilityProperty: true }) && e.textContent.trim() && !e.closest("svg"))
    .filter(e => getComputedStyle(e).color === ground && !getComputedStyle(e).backgroundColor.match(/\\d/))
    .map(e => e.outerHTML.slice(0, 90));
}"""
UNSEEN_ICONS = """() => [...document.querySelectorAll("svg")]
  .filter(e => e.checkVisibility({ visibilityProperty: true }))
  .filter(e => [...e.querySelectorAll("path")].every(path => {
    const { fill, stroke } = getComputedStyle(path);
    const ground = getComputedStyle(document.body).backgroundColor;
    return [fill, stroke].every(colour => colour === "none" || colour === ground);
  })).map(e => e.outerHTML.slice(0, 90))"""
WITHOUT_FOCUS_RING = """() => [...document.querySelectorAll("a[href], button, input, select, summary")]
  .filter(e => e.checkVisibility({ visibilityProperty: true }) && !e.closest("svg"))
  .filter(e => {
    e.focus({ focusVisible: true });
    const style = getComputedStyle(e);
    return document.activeElement !== e || style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2;
  }).map(e => e.outerHTML.slice(0, 90))"""
FILLS = """() => [...document.querySelectorAll(".map > svg :is(.ground, a) path")]
  .map(e => [e.closest("a") !== null, getComputedStyle(e).fill])"""
WORDS = """() => {
  for (const mark of document.querySelectorAll(".noteref")) mark.remove();
  return [...document.querySelectorAll("main [data-provision]")].map(e => e.dataset.provision);
}"""
"""The provisions of a page; the marks of notes, which stand amid the words, are taken out of it."""


def test_every_page_fits_has_its_typefaces_and_no_complaint(server):
    faults = []
    with launch() as firefox:
        for path in (*ROUTES.values(), NOT_FOUND):
            firefox.resize(WIDTHS[0])
            firefox.go(server.url + path)
            faces = firefox.evaluate(FACES)
            faults += [f"{path}: {name} is {status}" for name, status in faces if status not in ("loaded", "unloaded")]
            missing = WANTED - {name for name, status in faces if status == "loaded"}
            faults += [f"{path}: {name} is not used" for name in missing]
            for width in WIDTHS:
                firefox.resize(width)
                if (more := firefox.evaluate(TOO_WIDE)) > 0:
                    faults.append(f"{path}: {more} px too wide at {width}")
            faults += [f"{path}: {problem}" for problem in firefox.problems()]
            faults += [f"{path}: asked {url}" for url in firefox.asked() if not url.startswith((server.url, "data:"))]
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("preferences", [{}, DARK], ids=["light", "dark"])
def test_every_kind_of_page_is_accessible_in_the_scheme_of_the_system(server, preferences):
    faults = []
    with launch(**preferences) as firefox:
        for path in PATHS:
            for width in (360, 1440):
                firefox.resize(width)
                firefox.go(server.url + path)
                faults += [f"{path} at {width}: {each}" for each in firefox.evaluate(VIOLATIONS, TAGS)]
                if (firefox.evaluate(LUMINANCE) < 1 / 2) != (preferences is DARK):
                    faults.append(f"{path} is in the other scheme")
    assert not faults, "\n".join(faults)


def test_colours_that_the_reader_forces_leave_nothing_unseen(server, fifty):
    faults = []
    with launch(**FORCED) as firefox, serve(fifty.folder) as many:
        for url in (*(server.url + path for path in PATHS), many.url + ROUTES["signatories", "tr"]):
            for width in (360, 1440):
                firefox.resize(width)
                firefox.go(url)
                assert firefox.evaluate("() => matchMedia('(forced-colors: active)').matches")
                for look in (OWN_COLOURS, UNSEEN_ICONS, WITHOUT_FOCUS_RING):
                    faults += [f"{url} at {width}: {each}" for each in firefox.evaluate(look)]
        fills = firefox.evaluate(FILLS)
        faults += firefox.problems()
    assert {fill for linked, fill in fills if linked}.isdisjoint({fill for linked, fill in fills if not linked})
    assert not faults, "\n".join(faults)


def test_every_kind_of_page_prints_whole_and_says_where_it_is_from(server):
    """Gecko has no margin boxes (CSS Paged Media), so no “1 / 5” of ours: the address then follows the text."""
    faults = []
    with launch() as firefox:
        for key in KINDS_OF_PAGE:
            for locale in LOCALES:
                path = ROUTES[key, locale]
                firefox.go(server.url + path)
                passages = set(firefox.evaluate(WORDS)) if key not in ("side-by-side", "index") else set()
                sheets = [sheet.extract_text() for sheet in PdfReader(BytesIO(firefox.pdf())).pages]
                faults += [f"{path}: {fault}" for fault in _print_faults(sheets, path, locale, passages)]
    assert not faults, "\n".join(faults)


def _print_faults(sheets, path, locale, passages):
    said = "".join(sheets)
    numbered = all(f"{number} / {len(sheets)}" in sheet for number, sheet in enumerate(sheets, 1))
    if not numbered and _squeezed(SITE_URL + path) not in _squeezed(said):
        yield "no address below the text, and no number on each sheet"
    if "\ufffd" in said:
        yield f"{said.count(chr(0xFFFD))} signs are drawn that no program can read"
    for passage in sorted(passages & set(IDS)):
        if _squeezed(TEXT[locale].provision(passage).text) not in _squeezed(said):
            yield f"{passage} is not whole"


def _squeezed(text):
    """Return letters and figures alone: lines may break, and words may be divided, anywhere."""
    return re.sub(r"[\W_]", "", text)

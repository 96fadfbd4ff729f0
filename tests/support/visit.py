"""One visit of every page, with and without JavaScript, for all tests that need it."""

from dataclasses import dataclass

from support.repository import ROOT
from support.tab import NARROW, WIDE, Tab

_AXE = (ROOT / "tests/node_modules/axe-core/axe.min.js").read_text(encoding="utf-8")
_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
_BY_SCHEME = ["color-contrast", "link-in-text-block"]
"""The rules whose findings depend on the colour scheme; all others have been asked in the light one."""
_RUN = """only => axe.run({ runOnly: only, resultTypes: ["violations"] }).then(({ violations }) =>
  violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target}`)))"""
_SAID = """() => {
  const main = document.querySelector("main");
  const extras = main.querySelectorAll("button, [data-scripted], form[data-filter], time[data-today]");
  for (const extra of extras) extra.remove();
  return main.innerText;
}"""
_SHOWN = """() => [...document.querySelectorAll("[data-provision]")].filter((e) => e.checkVisibility()).length"""
_STORED = """() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)]"""
SMALL, MEDIUM = {"width": 320, "height": 640}, {"width": 640, "height": 640}


@dataclass(frozen=True, slots=True)
class Visit:
    """What a visit of one page showed.

    `violations` is (width, scheme) → what axe says; `width` that of the page on a screen of 320 px, `enlarged` that on
    one of 640 px with letters of twice the size; `stored` is what the page keeps in the browser; `text` what the
    page says, its controls and the present day left out, and `plain_text` the same without JavaScript; `provisions` how
    many of them are visible with and without it.
    """

    asked: tuple[str, ...]
    problems: tuple[str, ...]
    violations: dict[tuple[int, str], list[str]]
    width: int
    enlarged: int
    stored: tuple[str, ...]
    text: str
    plain_text: str
    provisions: tuple[int, int]
    plain_buttons: int


class Visitor:
    """Visits each page once, in a tab with JavaScript and one without: new tabs would take longer than the visits."""

    def __init__(self, browser, server):
        self._tab = Tab(browser, server, {})
        self._plain = Tab(browser, server, {"java_script_enabled": False})
        self._visits = {}

    def __call__(self, path):
        """Return what the visit of a page showed."""
        if path not in self._visits:
            self._visits[path] = self._visit(path)
        return self._visits[path]

    def close(self):
        self._tab.close()
        self._plain.close()

    def _visit(self, path):
        tab, plain = self._tab, self._plain
        tab.asked.clear()
        tab.problems.clear()
        tab.page.set_viewport_size(WIDE)
        tab.page.emulate_media(color_scheme="light")
        tab.go(path)
        plain.go(path)
        asked = tuple(tab.asked)
        tab.page.set_viewport_size(SMALL)
        width = tab.page.evaluate("document.documentElement.scrollWidth")
        enlarged = self._enlarged()
        found = violations(tab.page)
        tab.page.set_viewport_size(WIDE)
        return Visit(
            asked=asked,
            width=width,
            enlarged=enlarged,
            stored=(*tab.page.evaluate(_STORED), *(cookie["name"] for cookie in tab.page.context.cookies())),
            violations=found,
            problems=tuple(tab.problems),
            plain_buttons=plain.page.locator("button:visible").count(),
            provisions=(tab.page.evaluate(_SHOWN), plain.page.evaluate(_SHOWN)),
            text=tab.page.evaluate(_SAID),
            plain_text=plain.page.evaluate(_SAID),
        )

    def _enlarged(self):
        page = self._tab.page
        page.set_viewport_size(MEDIUM)
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        width = page.evaluate("document.documentElement.scrollWidth")
        page.evaluate("document.documentElement.style.fontSize = ''")
        return width


def violations(page):
    """Return (width, scheme) → what axe reports about a page; empty if it reports nothing."""
    page.evaluate(_AXE)
    found = {}
    for size in (WIDE, NARROW):
        page.set_viewport_size(size)
        for scheme, only in (("light", _TAGS), ("dark", _BY_SCHEME)):
            page.emulate_media(color_scheme=scheme)
            found[size["width"], scheme] = page.evaluate(_RUN, only)
    return {setting: said for setting, said in found.items() if said}


def wrong(visits, what):
    """Return {path: what is wrong there}, of all pages that have something wrong."""
    return {path: found for path, visit in visits.items() if (found := what(visit))}

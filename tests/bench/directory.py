"""What the directory costs a reader with a processor four times slower: a key press, and a page of many entries.

The promise: a key press at 1,400 entries at most 50 ms until the next frame, a directory of 12,000 entries loaded in at
most 1.5 s.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, sync_playwright
from table import table

from support.chromium import launch
from support.server import serve
from support.tab import NARROW, Tab

SLOWER, ROUNDS = 4, 5
QUERY = "örnek ardı"
DIRECTORY = "imzacilar/"
WATCH = """() => {
  window.presses = [];
  document.querySelector("#filter_q").addEventListener("input", () => {
    const began = performance.now();
    requestAnimationFrame(() => { const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => presses.push(performance.now() - began);
      port2.postMessage(null); });
  }, { capture: true });
}"""
"""Clocks from the event to the end of the frame that shows what came of it: a message comes after style and layout."""
LOADED = "() => performance.getEntriesByType('navigation')[0].loadEventEnd"
READY = "() => document.querySelector('[data-count]').textContent"


def measure(sites: Mapping[int, Path]) -> str:
    """Return a table; `sites` is the number of signatories → a built site."""
    rows: list[list[str]] = []
    with sync_playwright() as playwright:
        browser = launch(playwright)
        for entries, site in sites.items():
            with _open_tab(browser, site) as tab:
                rows.append(_row(f"page load, {entries:,} entries", [load(tab) for _ in range(ROUNDS)]))
                rows.append(_row(f"key press, {entries:,} entries", presses(tab)))
        browser.close()
    return table(["", "median, ms", "worst, ms"], rows)


@contextmanager
def _open_tab(browser: Browser, site: Path) -> Iterator[Tab]:
    """Open a built site on a slow phone."""
    with serve(site) as server:
        tab = Tab(browser, server, {"viewport": NARROW, "bypass_csp": True})
        tab.slow_down(SLOWER)
        yield tab
        tab.close()


def presses(tab: Tab) -> list[float]:
    """Return what each key costs, of a query that is typed and deleted again, in milliseconds."""
    tab.go(f"{DIRECTORY}?q=x")
    tab.wait(READY)
    box = tab.page.get_by_role("searchbox")
    box.fill("")
    tab.page.evaluate(WATCH)
    steps = [*(partial(tab.page.keyboard.type, letter) for letter in QUERY)]
    steps += [partial(tab.page.keyboard.press, "Backspace")] * len(QUERY)
    for number, step in enumerate(steps, start=1):
        step()
        tab.wait(f"presses.length === {number}")
    return tab.page.evaluate("presses")


def load(tab: Tab) -> float:
    """Return how long the page takes until it has loaded, in milliseconds."""
    tab.go(DIRECTORY)
    tab.wait(f"({LOADED})() > 0")
    return tab.page.evaluate(LOADED)


def _row(what: str, measured: list[float]) -> list[str]:
    return [what, f"{median(measured):.0f}", f"{max(measured):.0f}"]

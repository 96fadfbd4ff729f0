"""What a reader waits for: Lighthouse's scores, and the largest paint over a slow link on a slow processor."""

import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from statistics import median

import pytest
from playwright.sync_api import Browser, sync_playwright
from table import table

from support.built import IDS, LOCALES, ROUTES
from support.chromium import installed, launch
from support.lighthouse import audit
from support.server import Server, serve
from support.tab import NARROW, Tab

SLOWER = 4
LINK = {"offline": False, "latency": 400, "downloadThroughput": 1_600_000 / 8, "uploadThroughput": 750_000 / 8}
"""Milliseconds, bytes a second: the slow phone of the budget."""
KINDS = [key for key, locale in ROUTES if locale == LOCALES[0] and key not in IDS[1:]]
"""One page of every kind."""
LISTING = ("index", "signatories", "signatories/nilufer-bursa")
"""Those that are another page with another registry."""
_PAINT = """() => new Promise((done) => new PerformanceObserver((list) => done(list.getEntries().at(-1).startTime))
  .observe({ type: "largest-contentful-paint", buffered: true }))"""
_SHIFT = """() => new Promise((done) => { let sum = 0;
  new PerformanceObserver((list) => list.getEntries().forEach((each) => { sum += each.value; }))
    .observe({ type: "layout-shift", buffered: true });
  setTimeout(() => done(sum), 300); })"""
Row = list[str]


def require_browser() -> None:
    """End the program with a word of advice if there is no browser."""
    try:
        with sync_playwright() as playwright:
            launch(playwright).close()
    except pytest.fail.Exception as failure:
        sys.exit(str(failure))


def measure(sites: Mapping[int, Path], rounds: int) -> str:
    """Return a table; `sites` is the number of signatories → a built site."""
    with sync_playwright() as playwright:
        browser, chromium = launch(playwright), installed(playwright)
        rows = [row for entries, site in sites.items() for row in _site(site, entries, browser, chromium, rounds)]
        browser.close()
    head = ["page", "signatories", "performance", "accessibility", "best practices", "SEO", "largest paint, s", "shift"]
    return table(head, rows)


def _site(site: Path, entries: int, browser: Browser, chromium: str, rounds: int) -> Iterator[Row]:
    with serve(site) as server:
        for path in _paths(site, KINDS if entries == 1 else LISTING):
            reports = [audit(server.url + path, chromium).scores for _ in range(rounds)]
            scores = [f"{median(each[name] for each in reports):.0f}" for name in list(reports[0])[:4]]
            paints, shifts = zip(*(_visit(browser, server, path) for _ in range(rounds)), strict=True)
            yield [f"/{path}", f"{entries:,}", *scores, f"{median(paints) / 1000:.2f}", f"{max(shifts):.3f}"]


def _paths(site: Path, kinds: Sequence[str]) -> Iterator[str]:
    """Yield one page of every kind, the languages in turn; the signatory is the first one that the site has."""
    for number, key in enumerate(kinds):
        locale = LOCALES[number % len(LOCALES)]
        path = ROUTES[key, locale]
        if key.startswith("signatories/"):
            folder = ROUTES["signatories", locale]
            path = f"{folder}{min(each.name for each in (site / folder).iterdir() if each.is_dir())}/"
        yield path


def _visit(browser: Browser, server: Server, path: str) -> tuple[float, float]:
    """Return the time of the largest paint in milliseconds, and how far things moved, on a first visit."""
    tab = Tab(browser, server, {"viewport": NARROW})
    tab.slow_down(SLOWER)
    tab.page.context.new_cdp_session(tab.page).send("Network.emulateNetworkConditions", LINK)
    tab.go(path)
    seen = tab.page.evaluate(_PAINT), tab.page.evaluate(_SHIFT)
    tab.close()
    return seen

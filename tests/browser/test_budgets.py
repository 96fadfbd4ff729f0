"""The first visit of every kind of page stays within its budget, measured from real transfers."""

from contextlib import ExitStack
from functools import cache

import pytest

from registry.sample import sample
from support.built import IDS, LOCALES, ROUTES
from support.golden import load
from support.registry import REFERENCE, render
from support.repository import ROOT, build
from support.server import serve
from support.transfers import first_visit

BUDGETS = load("budgets.yaml")
MEASURED = [
    pytest.param(budget, key.format(id=each), locale, id=f"{key.format(id=each)}-{locale}")
    for budget in BUDGETS
    for key in budget["pages"]
    for each in (IDS if "{id}" in key else [""])
    for locale in LOCALES
]
SECOND_PAGES = sorted({key for key, _ in ROUTES} - {"index", *IDS} | {"r3"})
SECOND_PAGE = 12
"""Kilobytes of a page for a reader who comes from the first one."""
NONE_OF = ("third_party", "console_errors", "failed_requests")


@pytest.fixture(scope="module")
def host(server, tmp_path_factory):
    """Serves the site, or one with so many sample entries, built once for each number."""
    with ExitStack() as running:

        @cache
        def serving(entries):
            if not entries:
                return server
            folder = tmp_path_factory.mktemp(f"entries-{entries}")
            (folder / "signatories.yaml").write_text(render(sample(entries, REFERENCE)), encoding="utf-8")
            done = build(ROOT, folder / "site", DATA=str(folder / "signatories.yaml"))
            assert done.returncode == 0, done.stderr
            return running.enter_context(serve(folder / "site"))

        yield serving


@pytest.mark.parametrize(("budget", "key", "locale"), MEASURED)
def test_first_visit_stays_within_its_budget(browser, host, budget, key, locale):
    visit = first_visit(browser, host(budget.get("entries", 0)), ROUTES[key, locale])
    assert visit.bytes <= budget["kilobytes"] * 1024, visit.transferred
    for name in NONE_OF:
        assert len(getattr(visit, name)) <= budget[name], getattr(visit, name)
    assert visit.transferred


@pytest.fixture(scope="module")
def caching_host(built):
    """Serves the site as hosts do that let a browser keep what it has for a while."""
    with serve(built.folder, lambda _: {"Cache-Control": "max-age=600"}) as running:
        yield running


@pytest.mark.parametrize("locale", LOCALES)
def test_a_second_page_costs_little(browser, caching_host, locale):
    visits = {
        key: first_visit(browser, caching_host, ROUTES[key, locale], before=ROUTES["index", locale]).bytes / 1024
        for key in SECOND_PAGES
    }
    assert {key: kilobytes for key, kilobytes in visits.items() if kilobytes > SECOND_PAGE} == {}
    assert all(visits.values())

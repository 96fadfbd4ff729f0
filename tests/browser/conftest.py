"""Tabs of a real browser that tell everything that went wrong in them."""

from contextlib import contextmanager

import pytest

from support.tab import Tab


@pytest.fixture
def open_tab(browser, server):
    """Opens tabs; when the test ends, none of them may have seen an error, a missing file or another host."""
    with _tabs(browser, server) as open_one:
        yield open_one


@pytest.fixture(scope="module")
def open_module_tab(browser, server):
    """Opens tabs for all tests of a module, for those that look at many pages."""
    with _tabs(browser, server) as open_one:
        yield open_one


@pytest.fixture(scope="module")
def tab(open_module_tab):
    """One tab for all tests of a module."""
    return open_module_tab()


@contextmanager
def _tabs(browser, server):
    tabs = []

    def open_one(path="", **settings):
        tabs.append(Tab(browser, server, settings))
        tabs[-1].go(path)
        return tabs[-1]

    yield open_one
    for tab in tabs:
        tab.close()
    assert [problem for tab in tabs for problem in tab.problems] == []

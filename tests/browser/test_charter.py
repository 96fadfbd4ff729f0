"""A text with articles, items and chapters, in a browser."""

import pytest

from support.server import serve
from support.visit import Visitor, wrong

pytestmark = pytest.mark.timeout(600)  # the first test visits every page


@pytest.fixture(scope="module")
def visits(browser, charter):
    """Visits every page: path → what was seen."""
    with serve(charter.folder) as server:
        visitor = Visitor(browser, server)
        yield {path: visitor(path) for path in charter.html_files if path != "404.html"}
        visitor.close()


def test_every_page_is_accessible(visits):
    assert len(visits) > 20
    assert wrong(visits, lambda visit: visit.violations) == {}


def test_every_page_loads_without_a_word_of_complaint(visits):
    assert wrong(visits, lambda visit: visit.problems) == {}


def test_no_page_needs_sideways_scrolling(visits):
    assert wrong(visits, lambda visit: visit.width > 320 and visit.width) == {}
    assert wrong(visits, lambda visit: visit.enlarged > 640 and visit.enlarged) == {}

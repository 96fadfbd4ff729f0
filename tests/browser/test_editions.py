"""The pages of a later text and of the comparison, in a browser, in three languages."""

import pytest

from support.server import serve
from support.visit import Visitor, wrong

KEY = "2024"
pytestmark = pytest.mark.timeout(600)  # the first test visits every page


@pytest.fixture(scope="module")
def visits(browser, two_editions):
    """Visits the pages of the later text, and those of the earlier one that say so: path → what was seen."""
    later = [
        path for path in two_editions.html_files if f"{KEY}/" in path and not path.endswith(("r2/", "s1/", "fn2/"))
    ]
    with serve(two_editions.folder) as server:
        visitor = Visitor(browser, server)
        yield {path: visitor(path) for path in [*later, "", "c1/", "en/c3/", "ar/bg1/"]}
        visitor.close()


def test_every_page_is_accessible(visits):
    assert len(visits) > 20
    assert wrong(visits, lambda visit: visit.violations) == {}


def test_every_page_loads_without_a_word_of_complaint(visits):
    assert wrong(visits, lambda visit: visit.problems) == {}


def test_no_page_needs_sideways_scrolling(visits):
    assert wrong(visits, lambda visit: visit.width > 320 and visit.width) == {}
    assert wrong(visits, lambda visit: visit.enlarged > 640 and visit.enlarged) == {}


def test_every_page_says_everything_without_script(visits):
    assert wrong(visits, lambda visit: visit.plain_text != visit.text and (visit.plain_text, visit.text)) == {}

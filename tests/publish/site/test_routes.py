from posixpath import normpath
from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publish.site.routes import Routes, relative
from publish.site.settings import Settings
from source.layout import Layout
from support.built import IDS, LOCALES, ROUTES
from support.repository import ROOT, SITE_URL
from support.settings import mkdocs_extra

SLUG = st.text("abcdefghijklmnopqrstuvwxyz0123456789-", min_size=1, max_size=9)
FOLDER = st.lists(SLUG, max_size=4).map(lambda parts: "".join(f"{part}/" for part in parts))
FILE = st.tuples(FOLDER, SLUG).map(lambda parts: f"{parts[0]}{parts[1]}.json")


@pytest.fixture(scope="module")
def routes():
    return Routes(Settings.from_config(Layout(ROOT), SITE_URL, "", mkdocs_extra(ROOT), LOCALES))


@pytest.mark.parametrize(("page", "locale"), ROUTES)
def test_path_of_a_page(routes, page, locale):
    assert routes.path(page, locale) == ROUTES[page, locale]


def test_every_page_has_a_route(routes):
    others = [page for page, _ in ROUTES if page.startswith(("v/", "signatories/"))]
    assert {*routes.settings.slugs, *IDS, *others} == {page for page, _ in ROUTES}


@pytest.mark.parametrize("page", dict.fromkeys(page for page, _ in ROUTES))
def test_alternates(routes, page):
    assert list(routes.alternates(page)) == [
        ("tr", SITE_URL + ROUTES[page, "tr"]),
        ("en", SITE_URL + ROUTES[page, "en"]),
        ("x-default", SITE_URL + ROUTES[page, "tr"]),
    ]


@given(target=FOLDER | FILE, start=FOLDER)
def test_relative_link_leads_to_its_target(target, start):
    link = relative(target, start)
    assert urljoin(SITE_URL + start, link) == SITE_URL + target
    assert not link.startswith("/")


@given(target=FOLDER | FILE, start=FOLDER)
def test_relative_link_is_the_shortest(target, start):
    link = relative(target, start)
    assert normpath(link) == link.removesuffix("/")


@pytest.mark.parametrize(
    "address", ["https://ornek.example", "https://ornek.example/", "https://ornek.example/alt-yol"]
)
def test_site_address_ends_with_one_slash(address):
    settings = Settings.from_config(Layout(ROOT), address, None, mkdocs_extra(ROOT), LOCALES)
    assert settings.site_url == f"{address.rstrip('/')}/"
    assert settings.base_path in ("/", "/alt-yol/")

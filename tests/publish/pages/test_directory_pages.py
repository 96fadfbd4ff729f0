"""Lines that share a rendering say the same as lines of their own."""

from dataclasses import replace

import pytest

from publish.pages.directory_pages import ENTRY, Rows
from publish.pages.page import describe_page
from publish.templating.prerender import Shells
from support.built import elements, parse, text
from support.rendering import renderer
from support.sites import hostile, miniature_site, sampled

pytestmark = pytest.mark.slow

every_locale = pytest.mark.parametrize("locale", ["tr", "en"])


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    return miniature_site(tmp_path_factory.mktemp("rows"))


@pytest.fixture(scope="module", params=["miniature", "sample", "hostile"])
def published(request, site, tmp_path_factory):
    if request.param == "sample":
        return sampled(site, 50, tmp_path_factory.mktemp("sample"))[0]
    return hostile(site) if request.param == "hostile" else site


@every_locale
def test_line_is_the_same_alone_and_among_others(published, locale):
    entries, rows = published.registry.signatories, _rows(published)
    together = [_lines(rows, [entry], locale) for entry in entries]
    assert together == [_lines(_rows(published), [entry], locale) for entry in entries]
    assert _lines(rows, entries, locale) == "".join(together)


@every_locale
def test_hostile_texts_stay_texts(site, locale):
    published = hostile(site)
    for entry in published.registry.signatories:
        root = parse(_lines(_rows(published), [entry], locale))
        (heading,) = elements(root, "h4")
        assert " ".join(text(heading).split()) == " ".join(entry.name[locale].split())
        addresses = [each.get("href") for each in elements(root, "a")]
        assert addresses.count(entry.signatures[0].evidence.url) == len(entry.signatures)


@every_locale
def test_province_is_named_where_the_list_is_not_one_of_a_province(site, locale):
    entry = site.registry.signatories[0]
    page, province = describe_page(site, "signatories", locale, {"title": "-", "description": "-"}, ""), "Bolu"
    assert province not in _rows(site).lines([entry], page, 4)
    assert province in _rows(site).lines([entry], page, 4, names_place=True)


def test_picture_is_shown_only_where_there_is_a_logo(site):
    entry = site.registry.signatories[0]
    plain, pictured = (
        _lines(_rows(site), [replace(entry, logo=logo)], "tr").count("<img") for logo in ("", "ornek.png")
    )
    assert (plain, pictured) == (0, 1)


def _rows(site):
    return Rows(site, Shells(renderer(site.layout.root), ENTRY))


def _lines(rows, entries, locale):
    page = describe_page(rows.site, "signatories", locale, {"title": "-", "description": "-"}, "")
    return str(rows.lines(entries, page, 4))

"""Lines and pages that share a rendering say what the template gives: for every entry, in every language."""

from dataclasses import replace

import pytest

from publish.pages.context import template_context
from publish.pages.directory_pages import ENTRY, PAGE, PageView, Rows, moved_pages, signatory_pages
from publish.pages.page import describe_page, describe_placeholder
from publish.templating.prerender import Shells, in_template, texts
from support.built import elements, parse, text
from support.rendering import renderer
from support.repository import MINIATURE_LOCALES, data
from support.sites import hostile, miniature_site, sampled

pytestmark = pytest.mark.slow
FOLDERS = {"tr": "katilanlar", "en": "en/cities", "ar": "ar/mudun"}
ENTRIES = [entry["id"] for entry in data("tests/sites/ornek/data/signatories.yaml")["signatories"]]

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


@pytest.fixture(scope="module")
def render(site):
    return renderer(site.layout.root)


@pytest.mark.parametrize("many", [False, True], ids=["every entry of the miniature", "every entry of a sample"])
def test_filled_page_is_what_the_template_gives(site, render, tmp_path, many):
    published = sampled(site, 50, tmp_path)[0] if many else site
    _is_what_the_template_gives(published, render)


def test_hostile_values_stay_texts_on_pages(site, render):
    _is_what_the_template_gives(hostile(site), render)


def test_there_is_a_page_for_every_entry_and_language(site, render):
    expected = [f"{FOLDERS[to]}/{entry}/index.html" for to in MINIATURE_LOCALES for entry in ENTRIES]
    assert [path for to in MINIATURE_LOCALES for path, _ in signatory_pages(site, render, to)] == expected


def test_former_addresses_are_kept_in_every_language(site, render):
    entry = replace(site.registry.signatories[0], aliases=("eski-ornek", "ilk-ornek"))
    alone = replace(site, registry=replace(site.registry, signatories=(entry,)))
    former = [f"{FOLDERS[to]}/{alias}/index.html" for to in MINIATURE_LOCALES for alias in ("eski-ornek", "ilk-ornek")]
    assert [path for to in MINIATURE_LOCALES for path, _ in moved_pages(alone, render, to)] == former


def _is_what_the_template_gives(site, render):
    found = {path: content for to in MINIATURE_LOCALES for path, content in signatory_pages(site, render, to)}
    for locale, entry in _all(site):
        path = site.routes.path(f"signatories/{entry.id}", locale)
        assert found.pop(f"{path}index.html").decode() == _directly(site, render, entry, locale)
    assert found == {}


def _directly(site, render, entry, locale):
    """Render the page of one entry with its values in place of marks."""
    view = PageView.of(site, entry, locale)
    page = describe_placeholder(site, locale, texts(view).__getitem__)
    return render(PAGE, template_context(site, page) | in_template(view))


def _all(site):
    return [(locale, entry) for locale in site.settings.locales for entry in site.registry.signatories]

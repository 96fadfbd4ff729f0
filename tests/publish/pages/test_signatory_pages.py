"""A page that was cut and filled is the page that the template gives: for every entry, in every language."""

from dataclasses import replace

import pytest

from publish.pages.context import template_context
from publish.pages.page import describe_placeholder
from publish.pages.signatory_pages import PAGE, PageView, moved_pages, signatory_pages
from publish.templating.prerender import in_template, texts
from support.rendering import renderer
from support.repository import MINIATURE_LOCALES, data
from support.sites import hostile, miniature_site, sampled

pytestmark = pytest.mark.slow
FOLDERS = {"tr": "katilanlar", "en": "en/cities", "ar": "ar/mudun"}
ENTRIES = [entry["id"] for entry in data("tests/sites/ornek/data/signatories.yaml")["signatories"]]


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    return miniature_site(tmp_path_factory.mktemp("signatories"))


@pytest.fixture(scope="module")
def render(site):
    return renderer(site.layout.root)


@pytest.mark.parametrize("many", [False, True], ids=["every entry of the miniature", "every entry of a sample"])
def test_filled_page_is_what_the_template_gives(site, render, tmp_path, many):
    published = sampled(site, 50, tmp_path)[0] if many else site
    _is_what_the_template_gives(published, render)


def test_hostile_values_stay_texts(site, render):
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

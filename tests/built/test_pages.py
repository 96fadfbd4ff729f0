"""Every page in every language: what its head says, what it is called, which language it speaks."""

import re
from itertools import pairwise
from urllib.parse import urljoin

import pytest

from support.built import IDS, LOCALES, NOT_FOUND, ROUTES, elements, text
from support.repository import ROOT, SITE_URL, data
from support.settings import mkdocs_extra
from support.words import LabelBook, said

EVERY_PATH = [*ROUTES.values(), NOT_FOUND]
LABELS = LabelBook()
NAMES = {*data("tests/cases/built/names.yaml"), *(each["en"] for each in data("data/provinces.yaml")["provinces"])}
TURKISH_WORD = re.compile(r"\w*[çÇğĞıİöÖşŞüÜ]\w*")
ENGLISH_WORD = re.compile(r"\b(?:the|of|and|for|with|in|is|are|not)\b")

every_page = pytest.mark.parametrize(("key", "locale"), ROUTES, ids=[f"{key}-{locale}" for key, locale in ROUTES])


@pytest.fixture
def page(built, key, locale):
    return built.page(ROUTES[key, locale])


def test_there_are_no_other_pages(built):
    assert sorted(built.html_files) == sorted(EVERY_PATH)


@every_page
def test_language(page, locale):
    assert page.one("html").get("lang") == locale


@every_page
def test_canonical_address(page):
    assert page.one("link", rel="canonical").get("href") == SITE_URL + page.path


@every_page
def test_same_page_in_every_language(page, key):
    expected = {each: SITE_URL + ROUTES[key, each] for each in LOCALES} | {"x-default": SITE_URL + ROUTES[key, "tr"]}
    links = page.alternates
    assert {link.get("hreflang"): link.get("href") for link in links} == expected
    assert len(links) == len(expected)


def test_no_two_pages_have_one_title(built):
    titles = [text(built.page(path).one("title")).strip() for path in EVERY_PATH]
    assert "" not in titles
    assert len(set(titles)) == len(titles)


@every_page
def test_description(page):
    assert 20 <= len(page.one("meta", name="description").get("content")) <= 200


def test_no_two_pages_have_one_description(built):
    found = [built.page(path).one("meta", name="description").get("content") for path in ROUTES.values()]
    assert len(set(found)) == len(found)


@pytest.mark.parametrize("path", EVERY_PATH)
def test_one_first_heading(built, path):
    assert text(built.page(path).one("h1")).strip()


@pytest.mark.parametrize("path", EVERY_PATH)
def test_no_heading_level_is_left_out(built, path):
    levels = [int(each.tag[1]) for each in elements(built.page(path).one("body")) if re.fullmatch("h[1-6]", each.tag)]
    assert levels[0] == 1
    assert all(lower <= upper + 1 for upper, lower in pairwise(levels))


@pytest.mark.parametrize("path", EVERY_PATH)
def test_no_id_stands_twice(built, path):
    ids = built.page(path).ids
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize("path", EVERY_PATH)
def test_labels_are_in_the_language_of_the_page(built, path):
    words = said(built.page(path).root)
    assert [(each.text, label) for each in words if (label := LABELS.belongs_to(each.text, each.lang))] == []


@pytest.mark.parametrize("path", EVERY_PATH)
def test_turkish_words_in_english_carry_their_language(built, path):
    english = [each.text for each in said(built.page(path).root) if each.lang == "en"]
    assert {word for each in english for word in TURKISH_WORD.findall(each)} <= NAMES


@pytest.mark.parametrize("path", EVERY_PATH)
def test_english_words_in_turkish_carry_their_language(built, path):
    page = built.page(path)
    turkish = [each.text for each in said(page.one("body"), page.one("html").get("lang")) if each.lang == "tr"]
    assert [each for each in turkish if ENGLISH_WORD.search(each)] == []


@every_page
def test_switch_names_the_other_language_in_full(page, key, locale):
    (other,) = set(LOCALES) - {locale}
    (link,) = [each for each in elements(page.one("header", **{"class": "masthead"}), "a") if each.get("hreflang")]
    assert text(link) == {"tr": "Türkçe", "en": "English"}[other]
    assert (link.get("hreflang"), link.get("lang")) == (other, other)
    assert urljoin(SITE_URL + page.path, link.get("href")) == SITE_URL + ROUTES[key, other]


@every_page
def test_menu_marks_the_present_page_and_no_other(page, key):
    current = [urljoin(SITE_URL + page.path, each.get("href")) for each in page.all("a", **{"aria-current": "page"})]
    in_menu = key in mkdocs_extra(ROOT)["menu"] or key == "index"
    assert current == ([SITE_URL + page.path] if in_menu else [])


SECTIONS = {
    **dict.fromkeys(("side-by-side", "footnotes", "v/2021"), "declaration"),
    **dict.fromkeys(IDS, "declaration"),
}
"""Pages that the menu does not have → the one above them."""


@every_page
def test_menu_marks_the_section_of_a_page_that_it_does_not_have(page, key, locale):
    above = "signatories" if key.startswith("signatories/") else SECTIONS.get(key)
    current = [urljoin(SITE_URL + page.path, each.get("href")) for each in page.all("a", **{"aria-current": "true"})]
    assert current == ([SITE_URL + ROUTES[above, locale]] if above else [])

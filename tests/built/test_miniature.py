"""The fictional site in three languages, one of them from right to left: every page of it is whole."""

import re

import pytest

from support.built import NOT_FOUND, elements, parse, text
from support.miniature import FOLDERS, ROUTES
from support.repository import MINIATURE_LOCALES, SITE_URL, data, label_texts

DIRECTIONS = {"tr": "ltr", "en": "ltr", "ar": "rtl"}
SVG = "{http://www.w3.org/2000/svg}"
LINKS = ("href", "src", "data-index", "data-root")
IDS = data("tests/sites/ornek/data/editions.yaml")["editions"][-1]["text"]["ids"]
OWN = data("tests/sites/ornek/labels.yaml")
REAL = label_texts()

SAMPLE_EVIDENCE = ("https://ornek.example/haber", "https://ornek.example/duyuru")
"""Pages of a fictional municipality on the host that the tests build for."""
REORDERED = ("cite.apa_date", "cite.mla_date", "cite.chicago_date")
"""Every language has its own order of day, month and year."""

every_locale = pytest.mark.parametrize("locale", MINIATURE_LOCALES)


@pytest.fixture(scope="module")
def pages(miniature):
    return [miniature.page(path) for path in miniature.html_files]


def _locale(page):
    return next((each for each in ("en", "ar") if page.path.startswith(f"{each}/")), "tr")


def test_every_page_stands_in_every_language(miniature):
    files = set(miniature.html_files) - {NOT_FOUND}
    assert set(ROUTES.values()) <= files
    assert {f"{FOLDERS[locale]}{each}/" for each in (*IDS, "v/2020") for locale in MINIATURE_LOCALES} <= files
    per_language = [sum(_locale(miniature.page(path)) == locale for path in files) for locale in MINIATURE_LOCALES]
    assert len(set(per_language)) == 1


def test_links_lead_somewhere(miniature, pages):
    links = [(page.path, each.get(name, "")) for page in pages for each in elements(page.root) for name in LINKS]
    inner = [(path, link) for path, link in links if link and not link.startswith(SAMPLE_EVIDENCE)]
    assert [(path, problem) for path, link in inner if (problem := miniature.problem_of(link, path))] == []


def test_every_page_names_itself_in_every_language(pages):
    for page in pages:
        if page.path != NOT_FOUND:
            named = {each.get("hreflang"): each.get("href") for each in page.alternates}
            assert list(named) == [*MINIATURE_LOCALES, "x-default"]
            assert named["x-default"] == named["tr"]
            assert page.one("link", rel="canonical").get("href") in named.values()


def test_every_language_goes_with_its_direction(pages):
    for page in pages:
        assert page.one("html").get("lang") == _locale(page)
        spoken = [each for each in elements(page.one("html")) if "lang" in each.attrib]
        wrong = [(page.path, each.tag, each.get("lang")) for each in spoken if not _is_directed(each)]
        assert wrong == []


def _is_directed(element):
    return element.get("direction" if element.tag.startswith(SVG) else "dir") == DIRECTIONS[element.get("lang")]


@every_locale
def test_header_leads_to_every_other_language(miniature, locale):
    header = miniature.page(ROUTES["declaration", locale]).one("header", **{"class": "masthead"})
    offered = [each.get("lang") for each in elements(header, "a") if "hreflang" in each.attrib]
    assert offered == [each for each in MINIATURE_LOCALES if each != locale]


@pytest.mark.parametrize(("locale", "columns"), [("tr", ["tr", "en"]), ("en", ["tr", "en"]), ("ar", ["tr", "ar"])])
def test_translation_stands_beside_the_authentic_text(miniature, locale, columns):
    page = miniature.page(ROUTES["side-by-side", locale])
    for each in IDS:
        shown = [found.get("lang") for found in page.all("p", **{"data-provision": each})]
        assert shown == columns


def test_names_are_shown_to_readers_of_a_third_language_as_of_theirs(miniature, crowded):
    page = miniature.page(f"{ROUTES['signatories', 'ar']}deneme-bursa/")
    (name,) = elements(page.one("h1"), "span")
    assert (text(name), name.get("lang"), name.get("dir")) == ("Deneme Municipality", "en", "ltr")
    directory = crowded.page(ROUTES["signatories", "ar"])
    choices = list(elements(directory.root, "option"))
    assert {each.get("lang") for each in choices if text(each) == "Izmir"} == {"en"}
    (written,) = directory.all(f"{SVG}g", **{"class": "names"})
    assert (written.get("lang"), written.get("direction")) == ("en", "ltr")


@every_locale
def test_names_of_the_registry_s_languages_are_not_marked(miniature, locale):
    page = miniature.page(f"{ROUTES['signatories', locale]}deneme-bursa/")
    assert bool(list(elements(page.one("h1"), "span"))) == (locale == "ar")


def test_every_label_stands_in_the_third_language():
    assert {name for name, texts in OWN.items() if "ar" not in texts} == set()
    assert set(REAL) - set(OWN) == set()


def test_the_real_labels_stand_in_two_languages():
    assert {tuple(texts) for texts in REAL.values()} == {("tr", "en")}


def test_placeholders_are_the_same_in_every_language():
    for name, texts in OWN.items():
        if name not in REORDERED:
            expected = _placeholders((REAL.get(name, {}) | texts)["tr"])
            forms = texts["ar"] if isinstance(texts["ar"], dict) else {"other": texts["ar"]}
            assert _placeholders(forms["other"]) == expected, name
            assert all(_placeholders(form) in (expected, sorted({*expected} - {"count"})) for form in forms.values())


def _placeholders(label):
    return sorted(re.findall(r"\{(\w+)\}", label))


def test_site_map_has_every_page_and_no_other(miniature):
    listed = {each.text.removeprefix(SITE_URL) for each in parse(miniature.file("sitemap.xml").read_text()).iter("loc")}
    assert set(ROUTES.values()) <= listed
    assert listed <= set(miniature.html_files)


def test_letters_of_the_third_language_are_fetched_where_they_stand(miniature):
    (style,) = miniature.folder.glob("assets/*/style.css")
    faces = [each for each in style.read_text(encoding="utf-8").split("@font-face") if "NotoNaskhArabic" in each]
    assert len(faces) == len({"serif", "serif-italic", "sans"})
    for face in faces:
        lent = _ranges(face)
        assert set(map(ord, "ابتثجحخدذرزسشصضطظعغفقكلمنهوي،؛؟")) <= lent
        assert lent.isdisjoint(map(ord, "abcçğışiİ0123 .,«»"))


def _ranges(face):
    (listed,) = re.findall(r"unicode-range:([^;}]*)", face)
    spans = [each.strip().removeprefix("U+").split("-") for each in listed.split(",")]
    return {code for span in spans for code in range(int(span[0], 16), int(span[-1], 16) + 1)}

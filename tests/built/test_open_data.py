"""The open data and the feeds as the built site has them."""

import csv
import io
import json

import feedparser
import frictionless
import pytest

from support.built import LOCALES, ROUTES, elements
from support.repository import SITE_URL, data

ENTRIES = data("data/signatories.yaml")["signatories"]
every_locale = pytest.mark.parametrize("locale", LOCALES)


def test_document_lists_what_the_registry_does(built):
    document = json.loads(built.file("data/signatories.json").read_text(encoding="utf-8"))
    assert [entry["id"] for entry in document["signatories"]] == [entry["id"] for entry in ENTRIES]
    assert document["sample"] is False
    assert document["date"] == "2026-01-01"


def test_table_lists_what_the_registry_does(built):
    text = built.file("data/signatories.csv").read_bytes().decode("utf-8-sig")
    signed = [(row["id"], row["edition"]) for row in csv.DictReader(io.StringIO(text, newline=""))]
    assert signed == [(entry["id"], str(each["edition"])) for entry in ENTRIES for each in entry["signatures"]]


@pytest.mark.parametrize("site", ["built", "miniature", "charter", "associations"])
def test_package_is_valid(request, site):
    report = frictionless.validate(str(request.getfixturevalue(site).file("data/datapackage.json")))
    assert report.valid, report.flatten()


@every_locale
def test_register_leads_to_its_feed(built, locale):
    page = built.page(ROUTES["signatories", locale])
    (link,) = page.all("link", rel="alternate", type="application/atom+xml")
    assert built.problem_of(link.get("href"), page.path) == ""
    read = feedparser.parse(built.file(f"feed.{locale}.xml").read_bytes())
    assert not read.bozo
    assert read.feed.title == link.get("title")
    assert (read.feed.language, read.feed.link) == (locale, SITE_URL + page.path)


@every_locale
def test_data_are_offered(built, locale):
    page = built.page(ROUTES["about", locale])
    links = {each.get("href").rpartition("../")[2] for each in elements(page.root, "a") if each.get("type")}
    files = {f"data/{name}" for name in ("signatories.csv", "signatories.json", "datapackage.json")}
    assert links >= files | {f"feed.{locale}.xml"}

"""The register: every entry with its evidence, each edition counted apart."""

import re

import pytest

from support.built import LOCALES, ROUTES, elements, text
from support.golden import cases
from support.miniature import ROUTES as MINIATURE_ROUTES
from support.repository import ROOT, data

ENTRIES = data("data/signatories.yaml")["signatories"]
every_entry = pytest.mark.parametrize("entry", ENTRIES, ids=[entry["id"] for entry in ENTRIES])
every_locale = pytest.mark.parametrize("locale", LOCALES)


@every_locale
@every_entry
def test_entry_says_who_signed_what_and_shows_the_evidence(built, locale, entry):
    (shown,) = [each for each in _entries(built, locale) if each.get("data-signatory") == entry["id"]]
    said = text(shown)
    assert entry["name"][locale] in said
    links = [each.get("href") for each in elements(shown, "a")]
    for signature in entry["signatures"]:
        assert str(signature["edition"]) in said
        assert signature["evidence"]["url"] in links


@every_locale
def test_register_holds_the_entries_and_no_other(built, locale):
    shown = [each.get("data-signatory") for each in _entries(built, locale)]
    assert sorted(shown) == sorted(entry["id"] for entry in ENTRIES)


def test_published_registry_names_no_fictional_host():
    assert not re.search(r"\.example\b", (ROOT / "data/signatories.yaml").read_text(encoding="utf-8"))


@cases("built/record.yaml")
def test_each_edition_is_counted_apart(request, case):
    site, routes = request.getfixturevalue(case["site"]), {"built": ROUTES, "miniature": MINIATURE_ROUTES}[case["site"]]
    for key in ("index", "signatories"):
        record = site.page(routes[key, case["locale"]]).one("dl", **{"class": "record"})
        counts = dict(zip(_texts(record, "dt"), _texts(record, "dd"), strict=True))
        assert counts == case["record"]


@cases("built/order.yaml")
def test_register_stands_in_the_order_of_its_language(miniature, case):
    assert [each.get("data-signatory") for each in _entries(miniature, case["case"], MINIATURE_ROUTES)] == case["ids"]


@every_locale
def test_withdrawn_entry_stays_and_says_so(miniature, locale):
    marked = {each.get("data-signatory"): text(each) for each in _entries(miniature, locale, MINIATURE_ROUTES)}
    said = {"tr": "Geri çekildi", "en": "Withdrawn"}[locale]
    assert [entry for entry, words in marked.items() if said in words] == ["ornek-isparta"]
    assert {"tr": "15 Ocak 2020", "en": "15 January 2020"}[locale] in marked["ornek-isparta"]


@every_locale
def test_sourced_count_is_said_as_what_it_is(built, locale):
    main = built.page(ROUTES["signatories", locale]).one("main")
    assert {"tr": "“20’den fazla”", "en": "“More than 20”"}[locale] in text(main)
    links = [each.get("href") for each in elements(main, "a")]
    assert "https://wald.org.tr/en/news-from-us/municipality-coordination-meeting-21-1541" in links


def _entries(site, locale, routes=ROUTES):
    main = site.page(routes["signatories", locale]).one("main")
    return [each for each in elements(main, "li") if "data-signatory" in each.attrib]


def _texts(element, tag):
    return [" ".join(text(each).split()) for each in elements(element, tag)]

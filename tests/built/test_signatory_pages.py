"""The page of every signatory: what was signed, when, and where the proof is; in the page, in its head, in its data."""

import json
import re
from urllib.parse import urlsplit

import pytest
from pyld import jsonld

from support.built import LOCALES, elements, text
from support.repository import SITE_URL, data, label_texts

SCHEMA = "https://schema.org/"
CONTEXT = {"@vocab": SCHEMA, "url": {"@type": "@id"}, "sameAs": {"@type": "@id"}}
FOLDERS = {
    "built": {"tr": "imzacilar/", "en": "en/signatories/"},
    "miniature": {"tr": "katilanlar/", "en": "en/cities/"},
}
MONTHS = data("tests/cases/built/months.yaml")
REGISTRIES = {"built": "data/signatories.yaml", "miniature": "tests/sites/ornek/data/signatories.yaml"}
ENTRIES = [(site, entry) for site, path in REGISTRIES.items() for entry in data(path)["signatories"]]

PROVINCES = {province["code"]: province for province in data("data/provinces.yaml")["provinces"]}
ALIASES = ["eski-deneme-bursa"]

every_locale = pytest.mark.parametrize("locale", LOCALES)
every_entry = pytest.mark.parametrize(
    ("site", "entry"), ENTRIES, ids=[f"{site}-{each['id']}" for site, each in ENTRIES]
)
every_withdrawn = pytest.mark.parametrize(("site", "entry"), [each for each in ENTRIES if "withdrawn" in each[1]])


@pytest.fixture
def page(request, site, entry, locale):
    return request.getfixturevalue(site).page(f"{FOLDERS[site][locale]}{entry['id']}/")


@every_locale
@every_entry
def test_page_is_called_by_the_name(page, entry, locale):
    assert _said(page.one("h1")) == entry["name"][locale]
    title = f"{entry['name'][locale]}, {PROVINCES[entry['province']][locale]}"
    assert text(page.one("title")).startswith(f"{title} · ")
    assert page.one("meta", property="og:title").get("content").startswith(f"{title} · ")
    assert entry["name"][locale] in page.one("meta", name="description").get("content")


@every_locale
@every_entry
def test_every_signature_stands_with_its_date_and_its_evidence(page, entry, locale):
    for signature in entry["signatures"]:
        (section,) = page.all("section", **{"aria-labelledby": f"text-{signature['edition']}"})
        said = _said(section)
        assert str(signature["edition"]) in said
        assert _spelled(signature["date"], locale) in said
        precision, is_inferred = _precision(signature["date"]), str(signature["date"]).endswith("?")
        wanted = {f"date.{'inferred' if is_inferred else 'partial'}.{precision}"} - {"date.partial.day"}
        names = [name for name in label_texts() if re.match(r"date\.(inferred|partial)\.", name)]
        assert {name for name in names if label_texts()[name][locale] in said} == wanted
        assert _spelled(signature["verified"], locale) in said
        assert urlsplit(signature["evidence"]["url"]).hostname.removeprefix("www.") in said
        links = [each.get("href") for each in elements(section, "a")]
        evidence = [signature["evidence"].get(name) for name in ("url", "archive")]
        assert [each for each in evidence if each] == [each for each in links if each in evidence]


@every_locale
@every_entry
def test_kinds_of_evidence_are_told_from_the_strongest(page, locale):
    kinds = [each[locale] for each in data("data/registry.yaml")["evidence"]]
    (ranks,) = (each for each in map(_said, page.all("p")) if each.startswith(label_texts()["signatory.ranks"][locale]))
    assert ranks.endswith(f"{', '.join(kinds)}.")


@every_locale
@every_entry
def test_what_was_signed_and_whether_it_still_is_is_said_before_the_evidence(page, entry, locale):
    statements = page.all("h2", **{"class": "statement"})
    words = label_texts()["signatory.had_signed" if entry.get("withdrawn") else "signatory.statement"][locale]
    assert len(statements) == len(entry["signatures"])
    for signature, statement in zip(entry["signatures"], map(_said, statements), strict=True):
        kind = label_texts()[f"evidence.{signature['evidence']['kind']}"][locale]
        assert statement == words.format(edition=signature["edition"], kind=kind)
    order = [each.get("class") or each.get("id") for each in elements(page.root) if each.tag in ("h1", "h2", "dl")]
    assert order.index("statement") < order.index("facts")
    assert "about" not in order[: len(order) - order[::-1].index("statement")]


@every_locale
@every_withdrawn
def test_withdrawal_is_said_first_and_takes_the_badge_away(page, entry, locale):
    notice = page.one("p", **{"class": "notice"})
    assert _spelled(entry["withdrawn"]["date"], locale) in _said(notice)
    assert [each.get("href") for each in elements(notice, "a")] == [entry["withdrawn"]["evidence"]["url"]]
    assert [each for each in elements(page.root, "img") if "badges/" in each.get("src", "")] == []


@every_locale
@every_entry
def test_badge_to_copy_leads_to_the_page(page, entry):
    offered = [] if "withdrawn" in entry else [str(each["edition"]) for each in entry["signatures"]]
    codes = [text(page.one("code", id=f"badge-{edition}")) for edition in offered]
    assert len(codes) == len(page.all("code"))
    for code, edition in zip(codes, offered, strict=True):
        assert code.startswith(f'<a href="{page.one("link", rel="canonical").get("href")}"><img src="{SITE_URL}badges/')
        assert edition in re.search('alt="([^"]*)"', code)[1]


@every_locale
@every_entry
def test_badges_are_there_to_download(request, site, page):
    links = [each.get("href") for each in elements(page.root, "a") if "download" in each.attrib]
    assert [request.getfixturevalue(site).problem_of(link, page.path) for link in links] == [""] * len(links)


@every_locale
@every_entry
def test_machines_are_told_who_it_is(page, site, entry, locale):
    (script,) = page.all("script", type="application/ld+json")
    (item,) = jsonld.expand(json.loads(script.text) | {"@context": CONTEXT})
    assert item["@type"] == [SCHEMA + "Organization"]
    assert item["@id"] == f"{SITE_URL}{FOLDERS[site]['tr']}{entry['id']}/"
    assert _values(item, "url") == [f"{SITE_URL}{FOLDERS[site][locale]}{entry['id']}/"]
    assert _values(item, "name") == [entry["name"][locale]]
    wikidata = f"https://www.wikidata.org/entity/{entry['wikidata']}" if "wikidata" in entry else None
    assert _values(item, "sameAs") == [each for each in (entry.get("website"), wikidata) if each]


@every_locale
@pytest.mark.parametrize("alias", ALIASES)
def test_former_address_leads_to_the_present_one(miniature, alias, locale):
    page = miniature.page(f"{FOLDERS['miniature'][locale]}{alias}/")
    present = f"{FOLDERS['miniature'][locale]}deneme-bursa/"
    assert page.one("meta", **{"http-equiv": "refresh"}).get("content") == "0; url=../deneme-bursa/"
    assert page.one("link", rel="canonical").get("href") == SITE_URL + present
    assert miniature.problem_of("../deneme-bursa/", page.path) == ""
    assert page.one("html").get("lang") == locale


def _spelled(date, locale):
    """Return a date of the registry as a reader writes it: 2018-11 is "Kasım 2018"."""
    year, *rest = str(date).rstrip("?").split("-")
    month = [MONTHS[locale][int(rest[0]) - 1]] if rest else []
    day = [str(int(rest[1]))] if len(rest) > 1 else []
    return " ".join([*day, *month, year])


def _precision(date):
    """Return how much of a date is known."""
    return ("year", "month", "day")[str(date).count("-")]


def _said(element):
    return " ".join(text(element).split())


def _values(item, name):
    return [each.get("@value", each.get("@id")) for each in item.get(SCHEMA + name, [])]

"""Signatories unlike the published ones: organisations with names in one language, on a small map with other places."""

import csv
import json
import re

import pytest
from fontTools.ttLib import TTFont

from support.built import elements, text
from support.miniature import ROUTES
from support.repository import MINIATURE_LOCALES, ROOT, data

HOME = ROOT / "tests/sites/dernek"
ENTRIES = data("tests/sites/dernek/data/signatories.yaml")["signatories"]
SHORES = {each["code"]: each["en"] for each in data("tests/sites/dernek/data/shores.yaml")["shores"]}
SHAPES = json.loads((HOME / "vendor/shores/shapes.json").read_text(encoding="utf-8"))["shapes"]
LABELS = data("tests/sites/dernek/labels.yaml")
SVG = "{http://www.w3.org/2000/svg}"
STANDING = [each for each in ENTRIES if "withdrawn" not in each]
every_locale = pytest.mark.parametrize("locale", MINIATURE_LOCALES)


def _directory(site, locale):
    return site.page(ROUTES["signatories", locale])


@every_locale
def test_every_organisation_is_listed_by_its_one_name_in_its_language(associations, locale):
    page = _directory(associations, locale)
    rows = {each.get("data-signatory"): each for each in elements(page.root, "li") if "data-signatory" in each.attrib}
    assert set(rows) == {each["id"] for each in ENTRIES}
    for entry in ENTRIES:
        (name,) = [each for each in elements(rows[entry["id"]], "a") if entry["name"]["en"] in text(each)]
        spoken = [each.get("lang") for each in name.iter() if each.get("lang")]
        assert spoken == ([] if locale == "en" else ["en"]), (locale, entry["id"])


@every_locale
def test_the_map_has_every_shape_once_and_leads_to_the_shores_with_signatories(associations, locale):
    (drawn,) = [
        each for each in elements(_directory(associations, locale).root, "section") if each.get("class") == "map"
    ]
    paths = [each.get("d") for each in elements(drawn, f"{SVG}path")]
    assert [each["code"] for each in SHAPES if paths.count(each["path"]) != 1] == []
    linked = {each.get("data-shore"): each.get("aria-label") for each in elements(drawn, f"{SVG}a")}
    counts = {code: sum(each.get("shore") == code for each in STANDING) for code in SHORES}
    assert set(linked) == {code for code, count in counts.items() if count}
    assert all(said.startswith(f"{SHORES[code]}: ") for code, said in linked.items())
    assert not list(elements(drawn, f"{SVG}use"))


@pytest.mark.parametrize(
    ("locale", "said"),
    [
        ("tr", ("1 imzacı", "2 imzacı", "6 imzacı")),
        ("en", ("1 signatory", "2 signatories", "6 signatories")),
        ("ar", ("موقّع واحد", "موقّعان", "6 موقّعين")),
    ],
)
def test_numbers_have_the_plural_forms_of_the_language(associations, locale, said):
    (drawn,) = [
        each for each in elements(_directory(associations, locale).root, "section") if each.get("class") == "map"
    ]
    linked = {each.get("data-shore"): each.get("aria-label") for each in elements(drawn, f"{SVG}a")}
    assert (linked["isles"], linked["east"], linked["north"]) == tuple(
        f"{SHORES[code]}: {words}" for code, words in zip(("isles", "east", "north"), said, strict=True)
    )


@every_locale
def test_page_of_an_organisation_says_its_kind_its_shore_and_its_evidence(associations, locale):
    for entry in ENTRIES:
        page = associations.page(f"{ROUTES['signatories', locale]}{entry['id']}/")
        said = text(page.one("main"))
        evidence = {each["evidence"]["kind"] for each in entry["signatures"]}
        for label in (f"kind.{entry['kind']}", *(f"evidence.{each}" for each in evidence)):
            assert LABELS[label][locale].casefold() in said.casefold(), (locale, entry["id"], label)
        shown = page.all(f"{SVG}svg", **{"class": "locator"})
        assert [SHORES[entry["shore"]] in each.get("aria-label") for each in shown] == (
            [True] if "shore" in entry else []
        )


def test_data_have_the_field_and_the_codes_of_the_shores(associations):
    with associations.file("data/signatories.csv").open(encoding="utf-8-sig", newline="") as table:
        rows = list(csv.DictReader(table))
    assert {row["id"]: row["shore"] for row in rows} == {each["id"]: each.get("shore", "") for each in ENTRIES}
    listed = json.loads(associations.file("data/signatories.json").read_text(encoding="utf-8"))["signatories"]
    assert [(each["id"], each["name"], each.get("shore")) for each in listed] == [
        (each["id"], each["name"], each.get("shore")) for each in ENTRIES
    ]


def test_nothing_of_the_other_registry_is_left(associations):
    folders = tuple(ROUTES["signatories", locale] for locale in MINIATURE_LOCALES)
    for path in (each for each in associations.html_files if each.startswith(folders)):
        page = associations.file(path).read_text(encoding="utf-8")
        assert re.findall(r"province|plaka|plate code|marmara|belediye|municipal", page, re.IGNORECASE) == [], path
    for name in ("signatories.csv", "signatories.json", "datapackage.json"):
        file = associations.file(f"data/{name}").read_text(encoding="utf-8")
        assert re.findall("province|belediye|municipal", file, re.IGNORECASE) == [], name


@pytest.mark.parametrize("name", ["serif", "sans"])
def test_the_fonts_have_the_letters_of_names(associations, name):
    (file,) = associations.folder.glob(f"assets/*/{name}.woff2")
    with TTFont(file) as font:
        missing = {*"ĄąŁłŹźŃń"} - {*map(chr, font.getBestCmap())}
    assert missing == set()


@every_locale
def test_links_of_the_list_lead_somewhere(associations, locale):
    folder = ROUTES["signatories", locale]
    for path in (each for each in associations.html_files if each.startswith(folder)):
        page = associations.page(path)
        links = [each.get("href", "") for each in elements(page.root, "a")]
        assert [each for each in links if ".example" not in each and associations.problem_of(each, path)] == []

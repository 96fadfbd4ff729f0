"""The map and the table of signatures over time on the page of the directory: the same numbers as its list."""

from collections import Counter

import pytest
import yaml

from publish.site.map import PlaceMap
from support.built import LOCALES, ROUTES, elements, text
from support.repository import ROOT, data

SVG = "{http://www.w3.org/2000/svg}"
SITES = ("fifty", "fullest")
NAMES = {each["code"]: each for each in data("data/provinces.yaml")["provinces"]}
BURSA = 16
SAID = {"tr": ("imzacı", "imzacı"), "en": ("signatory", "signatories")}
every_locale = pytest.mark.parametrize("locale", LOCALES)


@pytest.fixture(params=SITES)
def site(request):
    return request.getfixturevalue(request.param)


@pytest.fixture
def standing(site):
    """The entries of the site's registry that are not withdrawn, as a reader that is not ours sees them."""
    own = site.folder.with_suffix(".yaml")
    registry = own if own.exists() else ROOT / "data/signatories.yaml"
    entries = yaml.load(registry.read_text(encoding="utf-8"), yaml.CBaseLoader)["signatories"]  # noqa: S506 - text alone
    return [entry for entry in entries if "withdrawn" not in entry]


@every_locale
def test_map_names_every_province_that_has_signatories_with_their_number(site, standing, locale):
    counts = Counter(int(entry["province"]) for entry in standing)
    expected = {
        str(code): f"{NAMES[code][locale]}: {count} {SAID[locale][count > 1]}" for code, count in counts.items()
    }
    assert {each.get("data-province"): each.get("aria-label") for each in _links(site, locale)} == expected


@every_locale
def test_province_leads_to_its_signatories(site, standing, locale):
    path = ROUTES["signatories", locale]
    groups = {each.get("id"): each for each in elements(site.page(path).root, "section")}
    for link in _links(site, locale):
        listed = [each.get("data-signatory") for each in elements(groups[link.get("href")[1:]], "li")]
        here = {entry["id"] for entry in standing if entry["province"] == link.get("data-province")}
        assert set(listed) - {None} == here


@every_locale
def test_every_province_is_drawn_once(site, locale):
    (ground,) = [each for each in elements(_map(site, locale), f"{SVG}g") if each.get("class") == "ground"]
    assert len(list(elements(ground, f"{SVG}path"))) + len(_links(site, locale)) == len(NAMES)


@every_locale
def test_links_stand_in_the_order_of_the_list(site, locale):
    sections = [each.get("id") for each in elements(site.page(ROUTES["signatories", locale]).root, "section")]
    linked = [each.get("href")[1:] for each in _links(site, locale)]
    assert linked == [each for each in sections if each in set(linked)]


@every_locale
def test_table_over_time_adds_up(site, standing, locale):
    rows = _rows(site, locale)
    signed = Counter(each["edition"] for entry in standing for each in entry["signatures"])
    if not rows:
        assert len({each["date"] for entry in standing for each in entry["signatures"]}) == 1
        return
    columns = list(zip(*(map(_count, row) for row in rows), strict=True))
    assert [sum(column[:-1]) for column in columns] == [column[-1] for column in columns]
    assert [column[-1] for column in columns] == [count for _, count in sorted(signed.items())]


def _count(written):
    """Return a number that may have a sign between its thousands."""
    return int(written.replace(".", "").replace(",", ""))


def test_only_the_directory_contains_the_map(fifty):
    pages = {page for page in fifty.html_files if 'class="map"' in fifty.file(page).read_text(encoding="utf-8")}
    assert pages == {ROUTES["signatories", locale] for locale in LOCALES}


@every_locale
def test_names_are_those_of_the_language_and_hidden_from_screen_readers(site, locale):
    (written,) = [each for each in elements(_map(site, locale), f"{SVG}g") if each.get("class") == "names"]
    assert written.get("aria-hidden") == "true"
    names = [text(each) for each in elements(written, f"{SVG}text")]
    assert len(set(names)) == len(names) >= 10
    assert set(names) <= {each[locale] for each in NAMES.values()}


@every_locale
def test_page_of_a_signatory_shows_where_it_lies(built, locale):
    page = built.page(f"{ROUTES['signatories', locale]}nilufer-bursa/")
    shown = page.one(f"{SVG}svg", **{"class": "locator"})
    assert "Bursa" in shown.get("aria-label")
    (here,) = [each for each in elements(shown, f"{SVG}path") if each.get("class") == "here"]
    assert here.get("d") == PlaceMap.load(ROOT / "vendor/turkey-map/provinces.json").shapes[str(BURSA)].path


def _map(site, locale):
    (section,) = [
        each
        for each in elements(site.page(ROUTES["signatories", locale]).root, "section")
        if each.get("class") == "map"
    ]
    return section


def _links(site, locale):
    """Return the provinces that are links; every site that tests look at has some."""
    links = list(elements(_map(site, locale), f"{SVG}a"))
    assert links
    return links


def _rows(site, locale):
    """Return the numbers of the table over time, the last row being the total; none where there is no table."""
    tables = list(elements(site.page(ROUTES["signatories", locale]).root, "table"))
    rows = [[text(cell) for cell in elements(row, "td")] for table in tables for row in elements(table, "tr")]
    return [row for row in rows if row]

"""Plain text fits a mail program, Markdown links what the pages link, and the data is as promised."""

import json
import re
from datetime import date

import jsonschema
import pytest
import yaml

from support.built import LOCALES, ROUTES
from support.golden import load
from support.repository import ROOT, SITE_URL
from support.texts import LABELS, TEXT

SCHEMA = yaml.safe_load((ROOT / "tests/cases/publish/declaration.schema.yaml").read_text(encoding="utf-8"))
FOREIGN = {"tr": "Cities #WithRefugees", "en": "kent konseyleri"}


@pytest.fixture(params=LOCALES)
def locale(request):
    return request.param


@pytest.fixture
def read(built, locale):
    return lambda ending: built.file(f"downloads/declaration.{locale}.{ending}").read_text(encoding="utf-8")


def test_lines_of_plain_text_are_short(read):
    assert max(map(len, read("txt").splitlines())) <= 72


def test_plain_text_has_every_number_and_note_mark(read):
    numbers = re.findall(r"^ {1,2}(\d+)  \S", read("txt"), re.MULTILINE)
    counted = [case["number"] for case in load("declaration/provisions.yaml") if case["number"]]
    assert list(map(int, numbers)) == counted
    assert re.findall("[¹²³]", read("txt")) == ["¹", "²", "³"]


def test_files_for_reading_name_their_edition_and_address(read, locale):
    for ending in ("txt", "md"):
        assert SITE_URL + ROUTES["declaration", locale] in read(ending)
        assert {"tr": "25 Ağustos 2021 tarihli metin", "en": "text of 25 August 2021"}[locale] in read(ending)
        assert ("unofficial translation" in read(ending)) == (locale == "en")


def test_markdown_links_and_languages(read, locale):
    links = re.findall(r"\]\((.+?)\)", read("md"))
    assert links == [
        run.href for each in TEXT[locale].provisions for run in each.runs if run.href and run.href != run.text
    ]
    assert f'<span lang="{({*LOCALES} - {locale}).pop()}">*{FOREIGN[locale]}*</span>' in read("md")


def test_verbs_of_recitals_are_emphasized_in_english(read, locale):
    assert len(re.findall(r"^\d+\. \*\w+", read("md"), re.MULTILINE)) == {"tr": 0, "en": 13}[locale]


def test_json_fits_its_schema(read):
    jsonschema.Draft202012Validator(SCHEMA).validate(json.loads(read("json")))


def test_keys_of_json_stand_in_order(read):
    data = json.loads(read("json"))
    assert list(data) == SCHEMA["required"]
    assert {tuple(each) for each in data["provisions"]} == {tuple(SCHEMA["$defs"]["provision"]["required"])}
    assert list(data["formulas"]) == SCHEMA["properties"]["formulas"]["required"]


def test_json_holds_every_provision_as_it_is(read, locale):
    listed = json.loads(read("json"))["provisions"]
    expected = load("declaration/provisions.yaml")
    assert [[each["id"], each["kind"], each["number"]] for each in listed] == [
        [case["case"], case["kind"], case["number"]] for case in expected
    ]
    prefix = {"tr": "", "en": "en/"}[locale]
    assert [each["url"] for each in listed] == [f"{SITE_URL}{prefix}{case['case']}/" for case in expected]
    assert [each["label"] for each in listed] == [LABELS[case["case"], locale] for case in expected]


def test_json_says_which_text_it_is(read, locale):
    data = json.loads(read("json"))
    assert (data["edition"], date.fromisoformat(data["adopted"])) == ("2021", date(2021, 8, 25))
    assert (data["locale"], data["authentic"]) == (locale, locale == "tr")
    assert (
        data["title"]
        == {"tr": "Mülteciler için İstanbul Deklarasyonu", "en": "Istanbul Declaration for Refugees"}[locale]
    )

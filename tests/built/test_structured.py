"""What search engines are told, read by a JSON-LD processor and compared with the text."""

import json

import pytest
from pyld import jsonld

from support.built import IDS, LOCALES, ROUTES
from support.repository import SITE_URL
from support.texts import LABELS, TEXT

SCHEMA = "https://schema.org/"
CONTEXT = {
    "@vocab": SCHEMA,
    **{name: {"@type": "@id"} for name in ("url", "isPartOf", "hasPart", "translationOfWork", "workTranslation")},
}
"""As much of schema.org's own context as the site uses; the real one would have to be fetched."""


def _expanded(built, key, locale):
    (script,) = built.page(ROUTES[key, locale]).all("script", type="application/ld+json")
    (item,) = jsonld.expand(json.loads(script.text) | {"@context": CONTEXT})
    return item


def _values(item, name):
    return [each.get("@value", each.get("@id")) for each in item.get(SCHEMA + name, [])]


def _address(key, locale):
    return SITE_URL + ROUTES[key, locale]


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("provision_id", IDS)
def test_provision(built, provision_id, locale):
    item = _expanded(built, provision_id, locale)
    assert item["@type"] == [SCHEMA + "Legislation"]
    assert item["@id"] == _address(provision_id, locale)
    assert _values(item, "text") == [TEXT[locale].provision(provision_id).text]
    assert _values(item, "name") == [LABELS[provision_id, locale]]
    assert _values(item, "inLanguage") == [locale]
    assert _values(item, "legislationDate") == ["2021-08-25"]
    assert _values(item, "legislationIdentifier") == [f"2021/{provision_id}"]
    assert _values(item, "isPartOf") == [_address("declaration", locale)]
    _is_translation_or_original(item, provision_id, locale)


@pytest.mark.parametrize("locale", LOCALES)
def test_text(built, locale):
    item = _expanded(built, "declaration", locale)
    assert item["@id"] == _address("declaration", locale)
    assert _values(item, "hasPart") == [_address(provision_id, locale) for provision_id in IDS]
    _is_translation_or_original(item, "declaration", locale)


def _is_translation_or_original(item, key, locale):
    tr, en = _address(key, "tr"), _address(key, "en")
    assert _values(item, "workTranslation") == ([en] if locale == "tr" else [])
    assert _values(item, "translationOfWork") == ([tr] if locale == "en" else [])
    unknown = ("publisher", "author", "legislationLegalForce", "legislationPassedBy", "legislationLegalValue")
    assert [name for name in unknown if _values(item, name)] == []

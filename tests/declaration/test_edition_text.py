"""What is said of an edition in data/editions.yaml, and how its clauses are quoted."""

import pytest
import yaml

from declaration.editions import load_editions, root_edition
from source.layout import Layout
from support.built import IDS, LOCALES
from support.quotation import hanging, quotation
from support.repository import ROOT
from support.texts import TEXT

SETTINGS = root_edition(load_editions(Layout(ROOT)))[1]
LISTED = yaml.load((ROOT / "data/editions.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)["editions"]  # noqa: S506
every_provision = pytest.mark.parametrize("provision_id", IDS)
in_both = pytest.mark.parametrize("locale", LOCALES)


def test_an_edition_is_read_as_it_is_written():
    for edition, listed in zip(
        load_editions(Layout(ROOT)), sorted(LISTED, key=lambda each: each["adopted"]), strict=True
    ):
        said = {name: getattr(edition, name) for name in ("key", "named_by", "note", "page", "title")}
        assert said == {
            "named_by": "",
            "note": "",
            "page": "",
            **{name: listed[name] for name in said if name in listed},
        }
        assert str(edition.adopted) == listed["adopted"]
        reported = listed.get("reported", {})
        assert (edition.reported.text if edition.reported else {}) == {
            locale: words for locale, words in reported.items() if locale != "source"
        }
        assert (edition.reported.source if edition.reported else None) == reported.get("source")
        assert (edition.text is None) == ("text" not in listed)


def test_a_text_is_read_as_it_is_written():
    (listed,) = [each["text"] for each in LISTED if "text" in each]
    assert (SETTINGS.authentic, SETTINGS.country) == (("tr",), "TR")
    assert SETTINGS.sources == {"tr": "istanbul-deklarasyonu.txt"}
    assert list(SETTINGS.apparatus["tr"]) == listed["apparatus"]
    assert list(SETTINGS.ids) == listed["ids"] == IDS


@in_both
@every_provision
def test_a_provision_is_quoted_with_what_it_hangs_from(provision_id, locale):
    provision = TEXT[locale].provision(provision_id)
    assert SETTINGS.quote(provision) == quotation(provision_id, locale)
    assert SETTINGS.clause(provision) in quotation(provision_id, locale)
    assert all(words in SETTINGS.italics(provision) for words in hanging(provision_id, locale))


@in_both
def test_in_italics_are_emphasis_formulas_and_what_a_clause_hangs_from(locale):
    formula = TEXT[locale].formulas["cf"]
    assert SETTINGS.italics(formula) == formula.text
    marked = [run.text for run in TEXT[locale].provision("r6").runs if run.emphasis or run.lang]
    assert all(words in SETTINGS.italics(TEXT[locale].provision("r6")) for words in marked)
    assert TEXT[locale].provision("fn1").text not in SETTINGS.italics(TEXT[locale].provision("fn1"))

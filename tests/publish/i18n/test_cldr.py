from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publish.i18n.cldr import autonym, long_date, number
from registry.dates import PartialDate
from support.golden import cases
from support.node import node


@cases("publish/dates.yaml")
@pytest.mark.parametrize("locale", ["tr", "en"])
def test_long_date(case, locale):
    assert long_date(PartialDate.parse(case["case"]), locale) == case[locale]


@pytest.mark.parametrize(("locale", "shown"), [("tr", "25 Ağustos 2021"), ("en", "25 August 2021")])
def test_long_date_of_a_day(locale, shown):
    assert long_date(date(2021, 8, 25), locale) == shown


def test_no_language_takes_over_the_months_of_another():
    months = {"az": "yanvar", "he": "ינואר", "tr": "Ocak", "de": "Januar", "fr": "janvier", "no": "januar"}
    assert {locale: long_date(PartialDate.parse("2022-01"), locale) for locale in months} == {
        locale: f"{month} 2022" for locale, month in months.items()
    }


@pytest.mark.parametrize(
    ("locale", "named"), [("tr", "Türkçe"), ("fr", "Français"), ("it", "Italiano"), ("ar", "العربية")]
)
def test_language_is_named_in_itself_as_a_line_begins(locale, named):
    assert autonym(locale) == named


@pytest.fixture(scope="module")
def icu():
    with node("(locale, value) => value.toLocaleString(locale)") as process:
        yield process


@pytest.mark.parametrize("locale", ["tr", "en"])
@given(value=st.integers(0, 10**7))
def test_numbers_are_written_as_in_icu(icu, locale, value):
    assert number(value, locale) == icu.ask(locale, value)

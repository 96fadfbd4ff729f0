from datetime import date

import pytest

from publish.dates import long_date
from registry.dates import PartialDate
from support.golden import cases


@cases("publish/dates.yaml")
@pytest.mark.parametrize("locale", ["tr", "en"])
def test_long_date(case, locale):
    assert long_date(PartialDate.parse(case["case"]), locale) == case[locale]


@pytest.mark.parametrize(("locale", "shown"), [("tr", "25 Ağustos 2021"), ("en", "25 August 2021")])
def test_long_date_of_a_day(locale, shown):
    assert long_date(date(2021, 8, 25), locale) == shown

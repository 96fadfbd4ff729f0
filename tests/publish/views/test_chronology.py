"""Signatures over time: as many as the registry contains, on a true axis, and no date more precise than it is known."""

from collections import Counter
from dataclasses import replace
from itertools import pairwise

import pytest

from publish.views.chronology import MOST_ROWS, Chronology
from registry.dates import PartialDate
from registry.model import Registry
from support.golden import cases
from support.sites import miniature_site, sampled

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    return miniature_site(tmp_path_factory.mktemp("chronology"))


@cases("publish/chronology.yaml")
def test_chronology(site, case):
    shown = Chronology.of(_signed(site, case["dates"]))
    assert [f"{period} {sum(counts.values())}" for period, counts in shown.rows.items()] == case["rows"]
    assert shown.is_told == case["is_told"]
    assert shown.by_month == (bool(case["dates"]) and "by_year" not in case)


@pytest.mark.parametrize("count", [0, 1, 50, 1400])
def test_numbers_are_those_of_the_registry(site, tmp_path, count):
    registered, entries = sampled(site, count, tmp_path)
    signed = [each for entry in entries if "withdrawn" not in entry for each in entry["signatures"]]
    shown = Chronology.of(registered.registry)
    counted = Counter()
    for counts in shown.rows.values():
        counted.update(counts)
    assert counted == Counter(each["edition"] for each in signed)
    assert len(shown.rows) <= MOST_ROWS


@pytest.mark.parametrize("dates", [["2018-11", "2019-03"], ["2018", "2026-01-02"], ["2018-11-30", "2021-08"]])
def test_no_month_and_no_year_is_left_out(site, dates):
    shown = Chronology.of(_signed(site, dates))
    passed = [period.earliest for period in shown.rows]
    steps = {(next_.year - day.year) * 12 + next_.month - day.month for day, next_ in pairwise(passed)}
    assert steps == {1 if shown.by_month else 12}
    assert (str(passed[0])[:4], str(passed[-1])[:4]) == (dates[0][:4], dates[-1][:4])


@pytest.mark.parametrize("months", [MOST_ROWS, MOST_ROWS + 1])
def test_many_months_are_told_by_year(site, months):
    dates = [f"{2000 + index // 12}-{index % 12 + 1:02}" for index in range(months)]
    shown = Chronology.of(_signed(site, dates))
    assert shown.by_month == (months == MOST_ROWS)
    assert [counts.total() for counts in shown.rows.values()] == ([1] * months if shown.by_month else [12, 12, 1])


def _signed(site, dates):
    """Return a registry with an entry for each date, of one signature."""
    entry = next(each for each in site.registry.signatories if not each.withdrawn)
    signature = entry.signatures[0]
    signed = [replace(signature, date=PartialDate.parse(str(date))) for date in dates]
    return Registry(tuple(replace(entry, id=f"ornek-{index}", signatures=(each,)) for index, each in enumerate(signed)))

"""Partial dates."""

import calendar
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.dates import PartialDate


@given(st.dates(min_value=date(1000, 1, 1)))
def test_means_every_day_of_its_year_and_month(day: date) -> None:
    text = day.isoformat()
    for length, precision in ((4, "year"), (7, "month"), (10, "day")):
        partial = PartialDate.parse(text[:length])
        assert partial.precision == precision
        assert partial.earliest <= day <= partial.latest
        assert partial.earliest.isoformat().startswith(text[:length])
        assert partial.latest.isoformat().startswith(text[:length])
        assert str(partial) == text[:length]
    assert PartialDate.parse(text[:4]).latest.isoformat().endswith("12-31")
    assert PartialDate.parse(text[:7]).latest.day == calendar.monthrange(day.year, day.month)[1]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "22",
        "2022-1",
        "2022-00",
        "2022-13",
        "2022-02-29",
        "2022-01-00",
        "0000",
        "20220105",
        "2022-01-05 ",
        "2022/01",
        "٢٠٢٢",
    ],
)
def test_refuses_what_is_no_date(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - what it says is no one's business: rules speak for it
        PartialDate.parse(text)


def test_sorts_by_the_first_day() -> None:
    texts = ["2022-03-01", "2022", "2021-12", "2022-01-01", "2022-01"]
    assert [str(each) for each in sorted(map(PartialDate.parse, texts))] == [
        "2021-12",
        "2022-01-01",
        "2022-01",
        "2022",
        "2022-03-01",
    ]


@given(st.dates(min_value=date(1000, 1, 1)), st.sampled_from((4, 7, 10)))
def test_a_question_mark_says_that_the_date_is_inferred(day: date, length: int) -> None:
    shown, inferred = (PartialDate.parse(day.isoformat()[:length] + mark) for mark in ("", "?"))
    assert (shown.is_inferred, inferred.is_inferred) == (False, True)
    assert (shown.earliest, shown.latest, shown.precision) == (inferred.earliest, inferred.latest, inferred.precision)
    assert str(inferred) == f"{shown}?"


@pytest.mark.parametrize("text", ["?", "2018??", "?2018", "2018-?", "2018~", "2018%", "2018?-11"])
def test_refuses_other_marks(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - as above
        PartialDate.parse(text)

"""The day turns where the signatories are, whatever the machine's own time."""

import time
from datetime import date

import pytest

from source.clock import day, today
from source.layout import Layout
from source.problems.problem import SourceError
from support.repository import ROOT

NEW_YEAR = 1767225600
"""1 January 2026, 00:00 UTC."""
HOUR = 3600


@pytest.fixture(autouse=True, params=["UTC", "Pacific/Kiritimati", "America/New_York"])
def machine(request, monkeypatch):
    monkeypatch.setenv("TZ", request.param)
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize(
    ("seconds", "expected"),
    [
        (NEW_YEAR - 3 * HOUR - 1, date(2025, 12, 31)),
        (NEW_YEAR - 3 * HOUR, date(2026, 1, 1)),
        (NEW_YEAR, date(2026, 1, 1)),
        (NEW_YEAR + 21 * HOUR - 1, date(2026, 1, 1)),
        (NEW_YEAR + 21 * HOUR, date(2026, 1, 2)),
        (0, date(1970, 1, 1)),
    ],
)
def test_the_day_turns_at_midnight_in_turkey(seconds, expected, monkeypatch):
    assert day(seconds, Layout(ROOT)) == expected
    monkeypatch.setattr("time.time", lambda: seconds + 0.5)
    assert today(Layout(ROOT)) == expected


SUMMER = 1782950400
"""2 July 2026, 00:00 UTC: two in the morning in Rome, where it is one in winter."""


def _layout(root, text):
    (root / "mkdocs.yml").write_text(text, encoding="utf-8")
    return Layout(root)


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("extra: { timezone: Europe/Rome }\n", 2),
        ("extra: { timezone: America/La_Paz }\n", -4),
        ("extra: { timezone: UTC }\n", 0),
        ("extra: { publisher: x }\n", 0),
        ("site_name: x\n", 0),
        ("extra: !ENV [X, y]\n", 0),
    ],
)
def test_the_day_turns_in_the_time_zone_of_the_site(text, hours, tmp_path):
    midnight = SUMMER - hours * HOUR
    assert day(midnight, _layout(tmp_path, text)) == date(2026, 7, 2)
    assert day(midnight - 1, _layout(tmp_path, text)) == date(2026, 7, 1)


@pytest.mark.parametrize("name", ["Mars/Phobos", "Europe", "../x", "/etc/passwd", '""', "+03:00", "İstanbul"])
def test_a_time_zone_that_there_is_not_is_told(name, tmp_path):
    with pytest.raises(SourceError) as raised:
        day(0, _layout(tmp_path, f"extra:\n  timezone: {name}\n"))
    (problem,) = raised.value.problems
    assert (problem.path, problem.line, problem.column, problem.rule) == ("mkdocs.yml", 2, 13, "time-zone")

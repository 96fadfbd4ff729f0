"""The day turns where the municipalities are, whatever the machine's own time."""

import time
from datetime import date

import pytest

from source.clock import day, today

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
    assert day(seconds) == expected
    monkeypatch.setattr("time.time", lambda: seconds + 0.5)
    assert today() == expected

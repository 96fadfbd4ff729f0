"""The clock: the current time, and its day in Turkish time whatever the machine's time zone."""

import time
from datetime import date, datetime, timedelta, timezone

TURKISH_TIME = timezone(timedelta(hours=3))


def today() -> date:
    """Return the current day."""
    return day(now())


def now() -> int:
    """Return the current Unix time in whole seconds."""
    return int(time.time())


def day(seconds: float) -> date:
    """Return the day of a Unix time in seconds."""
    return datetime.fromtimestamp(seconds, TURKISH_TIME).date()

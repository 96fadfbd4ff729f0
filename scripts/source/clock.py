"""The clock: which day it is for the municipalities and the maintainers, in Turkish time whatever the machine's is."""

import time
from datetime import date, datetime, timedelta, timezone

TURKISH_TIME = timezone(timedelta(hours=3))


def today() -> date:
    """Return the present day."""
    return day(now())


def now() -> int:
    """Return the whole seconds since the beginning of 1970 in UTC."""
    return int(time.time())


def day(seconds: float) -> date:
    """Return the day of a moment, given in seconds since the beginning of 1970 in UTC."""
    return datetime.fromtimestamp(seconds, TURKISH_TIME).date()

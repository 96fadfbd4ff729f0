"""The clock: the current time, and its day in the time zone of the site whatever that of the machine is."""

import time
from datetime import UTC, date, datetime, tzinfo
from zoneinfo import ZoneInfo

from source.languages import CONFIGURATION
from source.layout import Layout
from source.problems import Message, SourceError
from source.yaml.cursors import Cursor


def today(layout: Layout) -> date:
    """Return the current day."""
    return day(now(), layout)


def now() -> int:
    """Return the current Unix time in whole seconds."""
    return int(time.time())


def day(seconds: float, layout: Layout) -> date:
    """Return the day of a Unix time in seconds."""
    return datetime.fromtimestamp(seconds, _time_zone(layout)).date()


def _time_zone(layout: Layout) -> tzinfo:
    """Return the time zone of the site, `extra.timezone`; SourceError if there is none of that name.

    It is UTC if the configuration names none, or only the site builder can read it.
    """
    try:
        named = Cursor.read(layout, layout.root / CONFIGURATION).fields()["extra"].fields()["timezone"]
    except (SourceError, KeyError):
        return UTC
    try:
        return ZoneInfo(named.text())
    except (KeyError, ValueError, OSError):
        message = Message("“{name}” is not the name of a time zone.", name=named.text())
        raise named.error("time-zone", message, example="timezone: Europe/Rome") from None

"""One page of every kind, the languages in turn. How fast pages are is a matter for the bench."""

import pytest

from support.built import IDS, LOCALES, ROUTES
from support.lighthouse import STEADY, audit

KINDS = [key for key, locale in ROUTES if locale == LOCALES[0] and key not in IDS[1:]]
PATHS = [ROUTES[key, LOCALES[number % 2]] for number, key in enumerate(KINDS)]


@pytest.mark.parametrize("path", PATHS)
def test_lighthouse_takes_no_point(server, chromium, path):
    wanted = ("--only-categories", ",".join(STEADY), "--throttling-method=provided", "--disable-full-page-screenshot")
    report = audit(server.url + path, chromium, *wanted)
    assert report.faults == ()
    assert report.scores == dict.fromkeys(STEADY, 100)

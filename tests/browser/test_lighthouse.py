"""One page of every kind, the languages in turn. How fast pages are is a matter for the bench."""

from concurrent.futures import ThreadPoolExecutor
from functools import partial

import pytest

from support.built import IDS, LOCALES, ROUTES
from support.lighthouse import STEADY, audit

KINDS = [key for key, locale in ROUTES if locale == LOCALES[0] and key not in IDS[1:]]
PATHS = [ROUTES[key, LOCALES[number % 2]] for number, key in enumerate(KINDS)]
AT_ONCE = 4
"""Most of its time Lighthouse waits for a page to fall silent."""


@pytest.fixture(scope="module")
def reports(server, chromium):
    look = partial(audit, chromium=chromium, only=STEADY)
    with ThreadPoolExecutor(AT_ONCE) as pool:
        return dict(zip(PATHS, pool.map(look, [server.url + path for path in PATHS]), strict=True))


@pytest.mark.parametrize("path", PATHS)
def test_lighthouse_takes_no_point(reports, path):
    assert reports[path].faults == ()
    assert reports[path].scores == dict.fromkeys(STEADY, 100)

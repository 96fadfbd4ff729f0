"""One clock: from 21:00 UTC it is the next day for the command line and for the build (for workflows: test_github)."""

import os
import subprocess
import sys

import pytest

from support.desk import LISTED
from support.repository import ROOT, build

BEFORE, AFTER, LAST = 1798837199, 1798837200, 1798847999
"""1 January 2027, 20:59:59, 21:00:00 and 23:59:59 UTC: the second of these is midnight in Türkiye."""
REGISTRY = LISTED.replace("verified: 2022-02-01", "verified: 2027-01-02")


@pytest.fixture
def registry(tmp_path):
    path = tmp_path / "liste.yaml"
    path.write_text(REGISTRY, encoding="utf-8")
    return path


def _check(registry, _, environment):
    command = [sys.executable, ROOT / "scripts/signatories.py", "check", registry]
    return subprocess.run(command, env=os.environ | environment, capture_output=True, text=True, check=False)


def _build(registry, folder, environment):
    return build(ROOT, folder / "site", **environment, DATA=str(registry))


@pytest.mark.parametrize("door", [_check, _build], ids=["check", "build"])
@pytest.mark.parametrize(("seconds", "code"), [(BEFORE, 1), (AFTER, 0), (LAST, 0)], ids=["before", "after", "last"])
def test_an_entry_verified_today_is_accepted_as_soon_as_it_is_today_in_turkey(door, seconds, code, registry, tmp_path):
    (tmp_path / "sitecustomize.py").write_text(f"import time\ntime.time = lambda: {seconds}.5\n", encoding="utf-8")
    done = door(registry, tmp_path, {"PYTHONPATH": str(tmp_path), "TZ": "America/New_York"})
    assert done.returncode == code, done.stdout + done.stderr
    assert ("date-future" in done.stdout + done.stderr) == bool(code)

"""Lighthouse, as Chrome's developer tools run it for a phone, on a page of a served site."""

import json
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from sys import executable

from support.chromium import ARGUMENTS
from support.repository import ROOT

PROGRAM = ROOT / "tests/node_modules/lighthouse/cli/index.js"
STEADY = ("accessibility", "best-practices", "seo")
"""The categories that a busy machine does not change."""


@dataclass(frozen=True, slots=True)
class Report:
    """`scores` is category → 0 to 100; `faults` are the audits that took points, by name."""

    scores: dict[str, int]
    faults: tuple[str, ...]


def audit(url: str, chromium: str, only: Sequence[str] = ()) -> Report:
    """Look at a page with the browser at the path `chromium`; `only` are the categories wanted, where not all are."""
    command = [Path(executable).with_name("node"), PROGRAM, url, "--quiet", "--output=json"]
    command += [f"--only-categories={','.join(only)}"] if only else []
    browser = [f"--chrome-path={chromium}", f"--chrome-flags={' '.join(('--headless', *ARGUMENTS))}"]
    done = subprocess.run([*command, *browser], capture_output=True, text=True, check=True)
    said = json.loads(done.stdout)
    weighed = {
        each["id"] for category in said["categories"].values() for each in category["auditRefs"] if each["weight"]
    }
    faults = [name for name in sorted(weighed) if (said["audits"][name]["score"] or 0) < 1]
    scores = {name: round(category["score"] * 100) for name, category in said["categories"].items()}
    return Report(scores, tuple(name for name in faults if said["audits"][name]["score"] is not None))

"""Finds a Chromium, or has Playwright fetch the one it was made for."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Error

_NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
"""The first is the same engine without a desktop: a page takes a quarter of the processor time."""
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-dev-shm-usage",
    "--font-render-hinting=none",  # letters as wide as on a desktop: without it, lines break elsewhere
)
_PATIENCE = 120_000
"""Milliseconds that a browser may take to start on a busy machine."""
_ADVICE = "The browser tests need Chromium: apt-get install -y chromium-headless-shell"


def launch(playwright):
    """Return a running browser; without one, tests fail with one line that says what to install."""
    try:
        return playwright.chromium.launch(executable_path=installed(playwright), args=ARGUMENTS, timeout=_PATIENCE)
    except Error as error:
        pytest.fail(f"{_ADVICE} ({str(error).splitlines()[0]})", pytrace=False)


def installed(playwright) -> str:
    """Return the path of a browser."""
    found = next(filter(None, map(shutil.which, _NAMES)), None)
    if found:
        return found
    own = Path(playwright.chromium.executable_path)
    if not own.exists():
        command = [sys.executable, "-m", "playwright", "install", "chromium"]
        if subprocess.run(command, check=False, capture_output=True).returncode:
            pytest.fail(_ADVICE, pytrace=False)
    return str(own)

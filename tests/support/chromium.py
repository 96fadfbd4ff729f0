"""Finds a Chromium, or has Playwright fetch the one it was made for."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_ARGUMENTS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-dev-shm-usage")
_ADVICE = "The browser tests need Chromium: apt-get install -y chromium"


def launch(playwright):
    """Return a running browser; without one the test run ends with what to install."""
    try:
        return playwright.chromium.launch(executable_path=_installed(playwright), args=_ARGUMENTS)
    except Exception as error:  # noqa: BLE001 - whatever keeps it from starting, the advice is the same
        pytest.exit(f"{_ADVICE} ({str(error).splitlines()[0]})", returncode=1)


def _installed(playwright) -> str:
    found = next(filter(None, map(shutil.which, _NAMES)), None)
    if found:
        return found
    own = Path(playwright.chromium.executable_path)
    if not own.exists():
        command = [sys.executable, "-m", "playwright", "install", "chromium"]
        if subprocess.run(command, check=False, capture_output=True).returncode:
            pytest.exit(_ADVICE, returncode=1)
    return str(own)

"""Starts Firefox, whose engine is Gecko, and drives it over WebDriver BiDi (firefox.js)."""

import base64
import json
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from sys import executable
from time import monotonic, sleep

import pytest

from support.repository import ROOT

_NAMES = ("firefox-esr", "firefox")
_ADVICE = "The Firefox tests need the browser: apt-get install -y firefox-esr"
_PACKAGES = "tests/proof"
_PATIENCE = 20
"""Seconds that a page may take to do what a test waits for."""
_PREFERENCES = {
    "dom.events.testing.asyncClipboard": True,  # the clipboard can be read without a question to the reader
    "browser.sessionhistory.max_total_viewers": 0,  # the driver loses sight of a page that comes back from memory
}
PHONE = {"ui.primaryPointerCapabilities": 1, "ui.allPointerCapabilities": 1, "dom.w3c_touch_events.enabled": 1}
"""Preferences of a screen that is touched: coarse, without hover."""
DARK = {"layout.css.prefers-color-scheme.content-override": 0}
FORCED = {"browser.display.document_color_use": 2, "ui.useAccessibilityTheme": 1}


class Firefox:
    """One browser with one page. `presses` counts the presses of a button, a key or a finger; a test may reset it."""

    def __init__(self, process: subprocess.Popen) -> None:
        self._process = process
        self.presses = 0
        self.version = self._answer()

    def go(self, url: str) -> None:
        """Go to an address, and wait until it has loaded and hears what is typed."""
        self._call("page", "goto", url)
        self.wait("() => document.hasFocus()")

    def back(self) -> None:
        """Go back."""
        self._call("page", "goBack")

    def reload(self) -> None:
        """Load the page again."""
        self._call("page", "reload")

    def resize(self, width: int, height: int = 800) -> None:
        """Give the page a size in CSS pixels."""
        self._call("page", "setViewport", {"width": width, "height": height})

    def evaluate(self, function: str, *arguments):
        """Call a function in the page; arguments and answer are JSON."""
        return self._call("own", "evaluate", function, *arguments)

    def wait(self, function: str, *arguments) -> None:
        """Ask the page until the answer is true."""
        until = monotonic() + _PATIENCE
        while not self.evaluate(function, *arguments):
            assert monotonic() < until, f"still not: {function} {arguments}"
            sleep(0.05)

    def click(self, selector: str) -> None:
        """Click the first element of a selector."""
        self.presses += 1
        self._call("page", "click", selector)

    def tap(self, selector: str) -> None:
        """Touch the first element of a selector."""
        self.presses += 1
        self._call("page", "tap", selector)

    def hover(self, selector: str) -> None:
        """Point at the first element of a selector."""
        self._call("page", "hover", selector)

    def select(self, selector: str, value: str) -> None:
        """Choose an option of a list."""
        self._call("page", "select", selector, value)

    def press(self, key: str) -> None:
        """Press a key."""
        self.presses += 1
        self._call("keyboard", "press", key)

    def type(self, text: str) -> None:
        """Type a text into what has the focus."""
        self._call("keyboard", "type", text)

    def pdf(self) -> bytes:
        """Print the page into a PDF."""
        return base64.b64decode(self._call("own", "pdf"))

    @property
    def url(self) -> str:
        """The present address."""
        return self.evaluate("() => location.href")

    def asked(self) -> list[str]:
        """Return the addresses asked for since the last call."""
        return self._call("own", "asked")

    def problems(self) -> list[str]:
        """Return what has gone wrong since the last call: errors, violations of the policy, files that are missing."""
        return self._call("own", "problems")

    def _call(self, *call):
        self._process.stdin.write(json.dumps(call) + "\n")
        self._process.stdin.flush()
        return self._answer()

    def _answer(self):
        said = json.loads(self._process.stdout.readline() or '{"error": "the driver has ended"}')
        if "error" in said:
            raise AssertionError(said["error"])
        return said["value"]


@contextmanager
def launch(**preferences) -> Iterator[Firefox]:
    """Run a browser with some preferences; without one, tests fail with one line that says what to install."""
    program = next(filter(None, map(shutil.which, _NAMES)), None)
    if not program:
        pytest.fail(_ADVICE, pytrace=False)
    script, given = Path(__file__).with_suffix(".js"), json.dumps(_PREFERENCES | preferences)
    with subprocess.Popen(
        [Path(executable).with_name("node"), script, program, given],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        cwd=ROOT / _PACKAGES,
    ) as process:
        try:
            yield Firefox(process)
        finally:
            process.stdin.close()
            process.wait()

"""Starts WebKit, the engine of Safari and of browsers on an iPhone, on a virtual screen."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from selenium import webdriver
from selenium.common.exceptions import WebDriverException
from selenium.webdriver.webkitgtk.options import Options
from selenium.webdriver.webkitgtk.service import Service

_ADVICE = "The WebKit tests need its driver and a screen: apt-get install -y webkit2gtk-driver xvfb"
_FOLDERS = ("lib/*/webkit2gtk-*/MiniBrowser", "libexec/webkit2gtk-*/MiniBrowser")
_SIZE = "1600x1200x24"


@contextmanager
def launch() -> Iterator[webdriver.WebKitGTK]:
    """Run a browser; without one, tests fail with one line that says what to install. Only Linux has this one."""
    if sys.platform != "linux":
        pytest.skip("WebKit has this driver on Linux alone")
    driver, screen = shutil.which("WebKitWebDriver"), shutil.which("Xvfb")
    programs = sorted(program for folder in _FOLDERS for program in Path("/usr").glob(folder))
    if not (driver and screen and programs):
        pytest.fail(_ADVICE, pytrace=False)
    options = Options()
    options.binary_location = str(programs[-1])
    options.add_argument("--automation")
    with _screen(screen) as name:
        try:
            browser = webdriver.WebKitGTK(options, Service(driver, env={**os.environ, "DISPLAY": name}))
        except WebDriverException as error:
            pytest.fail(f"{_ADVICE} ({error.msg})", pytrace=False)
        try:
            yield browser
        finally:
            browser.quit()


@contextmanager
def _screen(program: str) -> Iterator[str]:
    """Run a virtual screen with a free number; yield its name."""
    reader, writer = os.pipe()
    command = [program, "-displayfd", str(writer), "-screen", "0", _SIZE, "-nolisten", "tcp"]
    process = subprocess.Popen(command, pass_fds=[writer], stderr=subprocess.DEVNULL)
    os.close(writer)
    with os.fdopen(reader) as told:
        number = told.readline().strip()
    try:
        yield f":{number}"
    finally:
        process.terminate()
        process.wait()

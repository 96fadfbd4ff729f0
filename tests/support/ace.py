"""Ace by DAISY: what it says of the accessibility of an e-book."""

import json
import os
import subprocess
from pathlib import Path
from sys import executable
from typing import Any

from support.repository import ROOT

_RUN = """
const ace = require("@daisy/ace-core");
const runner = require("@daisy/ace-axe-runner-puppeteer");
const fail = (error) => { console.error(error); process.exit(1); };
const [path, outdir] = process.argv.slice(1);
ace(path, { cwd: process.cwd(), outdir, initLogger: true, silent: true }, runner).then(() => process.exit(0), fail);
"""
_PATIENCE = "120000"


def report(path: Path, browser: str, folder: Path) -> dict[str, Any]:
    """Return the report of Ace on an e-book."""
    settings = {"PUPPETEER_EXECUTABLE_PATH": browser, "ACE_TIMEOUT_INITIAL": _PATIENCE, "HOME": str(folder)}
    subprocess.run(
        [Path(executable).with_name("node"), "-e", _RUN, path, folder],
        cwd=ROOT / "tests/proof",
        env={**os.environ, **settings},
        check=True,
        capture_output=True,
    )
    return json.loads((folder / "report.json").read_text(encoding="utf-8"))


def violations(found: dict[str, Any]) -> list[tuple[str, str]]:
    """Return (file, rule) of everything in a report that is not as it should be."""
    return [
        (document["earl:testSubject"]["url"], each["earl:test"]["dct:title"])
        for document in found["assertions"]
        for each in document["assertions"]
        if each["earl:result"]["earl:outcome"] == "fail"
    ]

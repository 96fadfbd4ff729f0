"""What is vendored is what the npm packages locked in tests/package-lock.json hold, byte for byte."""

import json
from pathlib import Path

import pytest

from support.repository import ROOT

ORIGINALS = {
    "minisearch/minisearch.js": "minisearch/dist/es/index.js",
    "minisearch/LICENSE.txt": "minisearch/LICENSE.txt",
    "stemmer/stemmer.js": "stemmer/index.js",
    "stemmer/LICENSE.txt": "stemmer/license",
}


@pytest.mark.parametrize("vendored", ORIGINALS)
def test_vendored_file_is_the_original(vendored):
    original = ROOT / "tests/node_modules" / ORIGINALS[vendored]
    assert (ROOT / "vendor" / vendored).read_bytes() == original.read_bytes()


def test_no_vendored_script_is_forgotten():
    scripts = {path.relative_to(ROOT / "vendor").as_posix() for path in (ROOT / "vendor").rglob("*.js")}
    assert scripts <= set(ORIGINALS)


@pytest.mark.parametrize("package", sorted({Path(each).parts[0] for each in ORIGINALS.values()}))
def test_installed_package_is_the_locked_one(package):
    locked = json.loads((ROOT / "tests/package-lock.json").read_text())["packages"][f"node_modules/{package}"]
    assert json.loads((ROOT / f"tests/node_modules/{package}/package.json").read_text())["version"] == locked["version"]

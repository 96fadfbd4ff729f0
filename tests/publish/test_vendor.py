"""What is vendored is what the npm packages locked in tests/package-lock.json hold, byte for byte."""

import json
import re
from hashlib import sha256
from pathlib import Path

import pytest

from support.repository import ROOT

LITERATA, SOURCE_SANS = "@expo-google-fonts/literata", "@expo-google-fonts/source-sans-3"
STEMMERS = {
    **{each: each for each in re.findall(r"\w+", "ar bg de es fi fr hu id it lt nl pt ro ru ta uk")},
    "da": "dk",
    "el": "gr",
    "ga": "ie",
    "hi": "in",
    "hy": "am",
    "nb": "no",
    "ne": "np",
    "sr": "rs",
    "sv": "se",
}
"""Language → what the package calls it."""
ORIGINALS = {
    "fonts/Literata-Italic.ttf": f"{LITERATA}/400Regular_Italic/Literata_400Regular_Italic.ttf",
    "fonts/Literata-OFL.txt": f"{LITERATA}/LICENSE_FONT",
    "fonts/Literata-Regular.ttf": f"{LITERATA}/400Regular/Literata_400Regular.ttf",
    "fonts/SourceSans3-OFL.txt": f"{SOURCE_SANS}/LICENSE_FONT",
    "fonts/SourceSans3-Regular.ttf": f"{SOURCE_SANS}/400Regular/SourceSans3_400Regular.ttf",
    "minisearch/LICENSE.txt": "minisearch/LICENSE.txt",
    "minisearch/minisearch.js": "minisearch/dist/es/index.js",
    "stemmers/LICENSE-en.txt": "stemmer/license",
    "stemmers/LICENSE.md": "@orama/stemmers/LICENSE.md",
    "stemmers/en.js": "stemmer/index.js",
    **{f"stemmers/{code}.js": f"@orama/stemmers/dist/{name}.js" for code, name in STEMMERS.items()},
    "turkey-map/LICENSE.txt": "turkey-map-react/LICENSE",
}
MADE = {"turkey-map/make.py", "turkey-map/provinces.json"}
"""What is ours: the program that draws the map, and the map, tied to it by tests/publish/site/test_map.py."""
PACKAGES = sorted({re.match(r"(?:@[^/]+/)?[^/]+", original)[0] for original in ORIGINALS.values()})
INSTALLED = ROOT / "tests/node_modules"


@pytest.mark.parametrize("vendored", ORIGINALS)
def test_vendored_file_is_the_original(vendored):
    assert (ROOT / "vendor" / vendored).read_bytes() == (INSTALLED / ORIGINALS[vendored]).read_bytes()


def test_no_vendored_file_is_forgotten():
    files = (path for path in (ROOT / "vendor").rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    assert {path.relative_to(ROOT / "vendor").as_posix() for path in files} == {*ORIGINALS, *MADE}


def test_map_is_drawn_from_the_locked_package():
    version, source, digest = re.fullmatch(
        r"turkey-map-react (\S+), (\S+), sha256 ([0-9a-f]{64})",
        json.loads((ROOT / "vendor/turkey-map/provinces.json").read_text(encoding="utf-8"))["source"],
    ).groups()
    assert version == _locked("turkey-map-react")
    assert digest == sha256((INSTALLED / "turkey-map-react" / source).read_bytes()).hexdigest()


@pytest.mark.parametrize("package", PACKAGES)
def test_installed_package_is_the_locked_one(package):
    installed = json.loads((INSTALLED / package / "package.json").read_text(encoding="utf-8"))
    assert installed["version"] == _locked(package)


@pytest.mark.parametrize("package", PACKAGES)
def test_version_is_named_beside_the_licence(package):
    assert f"npm `{package}` {_locked(package)} " in (ROOT / "LICENSES.md").read_text(encoding="utf-8").replace(
        ",", " "
    )


def _locked(package):
    """Return the version of a package that is locked with its digest."""
    lock = json.loads(Path(ROOT / "tests/package-lock.json").read_text(encoding="utf-8"))
    entry = lock["packages"][f"node_modules/{package}"]
    assert entry["integrity"].startswith("sha512-")
    return entry["version"]

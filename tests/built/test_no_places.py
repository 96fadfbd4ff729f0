"""A registry without places: nothing of them is shown, asked, filtered, mapped or exported."""

import csv
import json
import re

import pytest

import signatories
from source.layout import Layout
from support.built import BuiltSite
from support.repository import ROOT, build, copy_repository


@pytest.fixture(scope="module")
def placeless(tmp_path_factory):
    folder = tmp_path_factory.mktemp("placeless")
    root = copy_repository(folder / "input")
    _cut(root / "data/registry.yaml", "^places:\\n(?:  .*\\n)+|^pack: .*\\n")
    _cut(root / "data/labels.yaml", "^(?:column[.]province|map[.]region[.]marmara):\\n(?:  .*\\n)+")
    (root / "data/provinces.yaml").unlink()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(signatories, "LAYOUT", Layout(root))
        assert signatories.main(["sample", "160", str(folder / "sample.yaml")]) == 0
    done = build(root, folder / "site", DATA=str(folder / "sample.yaml"))
    assert done.returncode == 0, done.stdout + done.stderr
    return BuiltSite(folder / "site")


def _cut(path, pattern):
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(pattern, "", text, flags=re.MULTILINE), encoding="utf-8")


def test_directory_has_a_list_and_a_filter_but_no_places(placeless):
    page = (placeless.folder / "imzacilar/index.html").read_text(encoding="utf-8")
    assert page.count('class="entry"') == 160
    assert re.findall('name="(q|il|tur|metin)"', page) == ["q", "metin", "tur"]
    assert not re.search('data-place|data-province|id="il_|class="(map|letters)', page)


def test_pages_of_signatories_name_none(placeless):
    pages = [path for path in (placeless.folder / "imzacilar").rglob("index.html") if path.parent.name != "imzacilar"]
    assert len(pages) > 160
    for path in pages:
        assert not re.search('class="locator"|areaServed', path.read_text(encoding="utf-8"))


def test_data_has_none(placeless):
    with (placeless.folder / "data/signatories.csv").open(encoding="utf-8-sig", newline="") as table:
        assert "province" not in next(csv.reader(table))
    entries = json.loads((placeless.folder / "data/signatories.json").read_text(encoding="utf-8"))["signatories"]
    assert all("province" not in entry for entry in entries)
    package = json.loads((placeless.folder / "data/datapackage.json").read_text(encoding="utf-8"))
    assert "province" not in json.dumps(package)


def test_the_map_of_the_site_has_a_shape_for_each_place():
    """What the check of the map compares, by another reader."""
    drawn = json.loads((ROOT / "vendor/turkey-map/provinces.json").read_text(encoding="utf-8"))
    assert len({shape["code"] for shape in drawn["shapes"]}) == len(drawn["shapes"]) == 81

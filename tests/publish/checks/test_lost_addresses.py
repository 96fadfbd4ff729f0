"""A lost address is told with what brings it back."""

import re
from dataclasses import replace

import pytest

from publish.checks.address_lock import record, recorded
from publish.checks.lost_addresses import lost_addresses
from source.layout import Layout
from support.golden import cases
from support.repository import ROOT
from support.settings import mkdocs_extra
from support.sites import miniature_site, moved

MINIATURE = ROOT / "tests/sites/ornek"
REAL = [address for _, address in recorded(Layout(ROOT))]


@pytest.fixture(scope="module")
def miniature(tmp_path_factory):
    return miniature_site(tmp_path_factory.mktemp("lost"))


@pytest.fixture
def site(miniature, tmp_path):
    """The miniature with the addresses of the real site, and a lock of its own."""
    (tmp_path / "data").mkdir()
    real, registry = mkdocs_extra(ROOT), tmp_path / "data" / "signatories.yaml"
    site = moved(miniature, registry=registry, sample=False, slugs=real["slugs"], folders=real["folders"])
    return replace(site, layout=Layout(tmp_path))


def _built(folder, addresses):
    for address in addresses:
        path = folder / (f"{address}/index.html" if address.endswith("/") else address)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    return folder


@cases("publish/lost.yaml")
def test_cure_of_an_address(case, site, tmp_path):
    beside = case.get("beside", [])
    record(site.layout, {case["case"], *beside})
    (problem,) = lost_addresses(site, _built(tmp_path / "site", beside))
    line = next(line for line, address in recorded(site.layout) if address == case["case"])
    assert problem.as_text().startswith(f"data/addresses.lock:{line}:1: lost-address\n")
    assert problem.told("tr").startswith(f"Yayımlanmış bir adres kayıp: {case['case']}. ")
    assert problem.told("en").startswith(f"A published address is lost: {case['case']}. ")
    for name in case["names"]:
        assert name in problem.told("tr")
        assert name in problem.told("en")
    assert (problem.fix, problem.example) == ("", case["example"])


def test_cures_of_published_addresses_name_files_that_there_are(site, tmp_path):
    record(site.layout, set(REAL))
    for problem in lost_addresses(site, _built(tmp_path / "site", [])):
        for text in problem.told("tr"), problem.told("en"):
            named = re.findall(r"(?:[\w-]+/)+[\w.-]*\w|\w+\.yml", text.split(". ", 1)[1])
            assert named, text
            assert [name for name in named if not any((root / name).exists() for root in (ROOT, MINIATURE))] == []


def test_nothing_is_lost_where_all_is_there(site, tmp_path):
    record(site.layout, set(REAL))
    assert lost_addresses(site, _built(tmp_path / "site", REAL)) == []


def test_a_sample_promises_nothing(site, tmp_path):
    record(site.layout, set(REAL))
    assert lost_addresses(moved(site, sample=True), _built(tmp_path / "site", [])) == []


def test_all_that_is_lost_is_told_in_the_order_of_the_lock(site, tmp_path):
    record(site.layout, set(REAL))
    problems = lost_addresses(site, _built(tmp_path / "site", []))
    assert [problem.line for problem in problems] == [line for line, _ in recorded(site.layout)]
    assert len(problems) == len(REAL)

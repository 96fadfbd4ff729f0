"""The open data: the registry and nothing else, described as it is, harmless in a spreadsheet."""

import csv
import io
import json
import re
from dataclasses import replace
from datetime import date

import frictionless
import jsonschema
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from publish.data.open_data import guarded, open_data_files
from registry.characters import SIGNS
from registry.file.schema import json_schema
from source.problems.problem import SourceError
from support.golden import cases, load
from support.repository import MINIATURE_LOCALES, SITE_URL
from support.sites import miniature_site, moved, sampled, with_registry

pytestmark = pytest.mark.slow

SIZES = (0, 1, 50, 1400)
BASE_ENTRY = """
signatories:
  - id: deneme
    name: {tr: NAME, en: Deneme Municipality}
    kind: district
    province: 16
    website: SITE
    signatures:
      - edition: 2020
        date: 2021
        evidence: {url: URL, kind: press, archive: ARCHIVE}
        verified: 2022-01-01
    withdrawn:
      date: 2022-01-01
      evidence: {url: GONE, kind: press}
"""
CELLS = load("publish/hostile_cells.yaml")
NAMES = [case["name"] for case in CELLS] + [case["words"] for case in load("publish/hostile_words.yaml")]


@pytest.fixture(scope="module")
def miniature_unbuilt(tmp_path_factory):
    return miniature_site(tmp_path_factory.mktemp("open-data"))


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("table")


@pytest.fixture(scope="module", params=SIZES)
def sample(request, miniature_unbuilt, tmp_path_factory):
    """(site, entries as YAML has them, published files) of a sample."""
    site, entries = sampled(miniature_unbuilt, request.param, tmp_path_factory.mktemp("sample"))
    return site, entries, dict(open_data_files(site))


@pytest.fixture(scope="module")
def hostile(miniature_unbuilt):
    """The published files of a registry whose names and addresses are all that no rule may have let through."""
    first = miniature_unbuilt.registry.signatories[0]
    entries = tuple(
        replace(
            first, id=f"deneme-{number}", name={"tr": name, "en": name}, website=f"https://x.example/?a=[{number}]&b"
        )
        for number, name in enumerate(NAMES)
    )
    site = replace(miniature_unbuilt, registry=replace(miniature_unbuilt.registry, signatories=entries))
    return dict(open_data_files(site))


def _rows(files):
    text = files["data/signatories.csv"].decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def _document(files):
    return json.loads(files["data/signatories.json"])


def _package(files):
    return json.loads(files["data/datapackage.json"])


def _report(files, folder):
    for path, content in files.items():
        (folder / path.rpartition("/")[2]).write_bytes(content)
    return frictionless.validate(str(folder / "datapackage.json"))


def _flat(entry):
    """Yield the rows of an entry of the YAML file, each column named."""
    gone = entry.get("withdrawn", {"date": "", "evidence": {}})
    for signature in entry["signatures"]:
        yield {
            "id": entry["id"],
            "name_tr": entry["name"]["tr"],
            "name_en": entry["name"]["en"],
            "kind": entry["kind"],
            "province": entry["province"],
            "website": entry.get("website", ""),
            "logo": entry.get("logo", ""),
            "wikidata": entry.get("wikidata", ""),
            "aliases": " ".join(entry.get("aliases", [])),
            "edition": signature["edition"],
            "date": signature["date"],
            **_evidence("evidence", signature["evidence"]),
            "verified": signature["verified"],
            "withdrawn_date": gone["date"],
            **_evidence("withdrawn_evidence", gone["evidence"]),
            "url_tr": f"{SITE_URL}katilanlar/{entry['id']}/",
            "url_en": f"{SITE_URL}en/cities/{entry['id']}/",
            "url_ar": f"{SITE_URL}ar/mudun/{entry['id']}/",
        }


def _evidence(name, evidence):
    return {f"{name}_{key}": evidence.get(key, "") for key in ("url", "kind", "archive")}


def test_table_is_the_registry(sample):
    _, entries, files = sample
    assert _rows(files) == [row for entry in entries for row in _flat(entry)]


def test_document_is_the_registry(sample):
    site, entries, files = sample
    published = [
        {key: value for key, value in each.items() if key != "url"} for each in _document(files)["signatories"]
    ]
    jsonschema.validate({"signatories": published}, json_schema(site.reference))
    assert [each | {"province": str(each["province"])} for each in published] == entries


def test_counts_are_of_standing_signatures(sample):
    _, entries, files = sample
    standing = [each["edition"] for entry in entries if "withdrawn" not in entry for each in entry["signatures"]]
    assert _document(files)["counts"] == {edition: standing.count(edition) for edition in ("2019", "2020")}


def test_package_describes_the_files(sample, tmp_path):
    _, entries, files = sample
    report = _report(files, tmp_path)
    assert report.valid, report.flatten()
    (table, _) = report.tasks
    assert table.stats.get("rows", 0) == sum(len(entry["signatures"]) for entry in entries)


@pytest.mark.parametrize(
    ("old", "new"),
    [(b"district", b"distrikt"), (b",2020,", b",2021,"), (b"https://", b"http://x"), (b",2020-", b",20-")],
)
def test_package_sees_mistakes(miniature_unbuilt, tmp_path, old, new):
    files = dict(open_data_files(miniature_unbuilt))
    assert old in files["data/signatories.csv"]
    files["data/signatories.csv"] = files["data/signatories.csv"].replace(old, new, 1)
    found = {kind for (kind,) in _report(files, tmp_path).flatten(["type"])}
    assert "hash-count" in found
    assert found & {"constraint-error", "type-error"}


def test_table_has_the_form_of_the_standard(sample):
    *_, files = sample
    content = files["data/signatories.csv"]
    assert content.startswith(b"\xef\xbb\xbfid,")
    assert content.count(b"\r\n") == content.count(b"\n") == content.count(b"\r") == len(_rows(files)) + 1


def test_same_data_give_the_same_bytes(sample):
    site, _, files = sample
    assert dict(open_data_files(site)) == files


def test_package_is_dated_by_the_data(miniature_unbuilt):
    package = _package(dict(open_data_files(moved(miniature_unbuilt, data_date=date(2026, 2, 3)))))
    assert (package["version"], package["created"]) == ("2026.2.3", "2026-02-03T00:00:00Z")
    assert package["licenses"][0]["name"] == "CC0-1.0"


@pytest.mark.parametrize("is_sample", [True, False])
def test_sample_says_so(miniature_unbuilt, is_sample):
    files = dict(open_data_files(moved(miniature_unbuilt, sample=is_sample)))
    package = _package(files)
    assert package["sample"] is _document(files)["sample"] is is_sample
    for words in ("Örnek veri", "Sample data"):
        assert (words in package["description"]) == is_sample


def test_publisher_is_named_where_there_is_one(miniature_unbuilt):
    assert "contributors" not in _package(dict(open_data_files(miniature_unbuilt)))
    package = _package(dict(open_data_files(moved(miniature_unbuilt, publisher="Deneme Derneği"))))
    assert package["contributors"] == [{"title": "Deneme Derneği", "roles": ["publisher"]}]


def test_every_column_is_described_in_every_language(miniature_unbuilt):
    fields = _package(dict(open_data_files(miniature_unbuilt)))["resources"][0]["schema"]["fields"]
    for field in fields:
        for text in (field["title"], field["description"]):
            assert all(part.strip() for part in text.split(" / "))
        assert field["title"].count(" / ") == 1
        assert field["description"].count(" / ") == len(MINIATURE_LOCALES) - 1
    assert len({field["title"] for field in fields}) == len(fields)


@cases("publish/hostile_cells.yaml")
def test_cell(case):
    assert guarded(case["name"]) == case["cell"]


@given(st.text("'=+-@\t\r\n＝a ", max_size=6))
def test_apostrophe_can_be_taken_away(text):
    assert re.sub(r"^'('*[=+\-@\t\r\n＝])", r"\1", guarded(text)) == text


def test_hostile_names_stay_what_they_are(hostile, tmp_path):
    rows = _rows(hostile)
    assert [row["name_tr"] for row in rows] == [guarded(name) for name in NAMES]
    assert [each["name"]["en"] for each in _document(hostile)["signatories"]] == NAMES
    report = _report(hostile, tmp_path)
    assert {kind for (kind,) in report.flatten(["type"])} == {"constraint-error"}, "names that no rule let through"
    assert {field for (field,) in report.flatten(["fieldName"])} == {"name_tr", "name_en"}


NAME = st.lists(st.text(st.sampled_from(f"abcçğ-– {SIGNS}"), min_size=1, max_size=8), max_size=4).map(
    lambda parts: f"Örnek {' '.join(parts)} Belediyesi".replace("  ", " ")
)
ADDRESS = st.text(st.sampled_from("ab;;;,=+-@|'()!$&*/?#%"), max_size=12).map("https://deneme.example/{}".format)


@given(NAME, st.lists(ADDRESS, min_size=4, max_size=4))
@example("Örnek Belediyesi", ["https://deneme.example/;=cmd"] * 4)
def test_no_cell_begins_with_a_formula_wherever_lines_are_cut(miniature_unbuilt, folder, name, addresses):
    text = BASE_ENTRY
    for mark, value in zip(("NAME", "SITE", "URL", "ARCHIVE", "GONE"), (name, *addresses), strict=True):
        text = text.replace(mark, json.dumps(value))
    try:
        site = with_registry(moved(miniature_unbuilt, site_url="https://ornek.example/;=x/"), text, folder)
    except SourceError:
        return
    table = dict(open_data_files(site))["data/signatories.csv"].decode("utf-8-sig")
    for cut in ";|\t":
        cells = [cell for line in table.splitlines() for cell in line.split(cut)]
        assert [cell for cell in cells if cell.lstrip(" \"'").startswith(tuple("=+-@\t"))] == []
    (row,) = csv.DictReader(io.StringIO(table, newline=""))
    assert row["website"].replace("%3B", ";") == addresses[0].replace("%3B", ";")

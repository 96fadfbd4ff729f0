"""The files that others open, opened by programs that nobody here wrote.

Not among them is veraPDF, the validator of PDF/UA: neither PyPI nor npm has it (looked for: `pip download verapdf`,
`npm view verapdf`). The tags of a PDF are read by pypdf, its words by MuPDF, too; tests/publish/downloads/test_pdf.py
reads both with pdfminer.
"""

import csv
import io
import json
import re
from collections import Counter
from itertools import pairwise
from zipfile import ZipFile

import atoma
import feedparser
import frictionless
import jsonschema
import jsonschema_rs
import pymupdf
import pypdf
import pytest
import yaml

from support.ace import report, violations
from support.built import LOCALES, ROUTES
from support.node import node
from support.office import COMMA, SEMICOLON, cells, converted
from support.registry import CASES
from support.repository import ROOT, SITE_URL, data
from support.texts import TEXT

NOTES = ("fn1", "fn2", "fn3")
NUMBERED = {"background": 3, "recital": 13, "statement": 10, "commitment": 9}
PARTS = [part["heading"] for part in data("data/editions.yaml")["editions"][-1]["text"]["parts"][:-1]]
SCHEMA = json.loads((ROOT / "data/signatories.schema.json").read_text(encoding="utf-8"))
REGISTRIES = sorted(
    each
    for folder in ("good", "hostile")
    for each in (CASES / folder).glob("*.yaml")
    if not each.stem.startswith("yaml-")
)
SITES = ("built", "fifty", "ugly", "fictional")


@pytest.fixture(params=LOCALES)
def locale(request):
    return request.param


@pytest.fixture
def pdf(built, locale):
    return built.file(f"downloads/declaration.{locale}.pdf")


def _marked(passage):
    """The words of a passage with the marks of its notes, as they are printed."""
    return " ".join("".join(run.text for run in passage.runs).split())


def _plain(text):
    """Text without its lines: a soft hyphen was added at the end of one, another hyphen is part of the word."""
    return " ".join(re.sub(r"-[ ]*\n", "-", re.sub(r"\u00ad[ ]*\n?", "", text)).split())


def _missing(pages, locale, without=re.compile("(?!)")):
    """The passages that are on no page, whole or with their beginning at the end of one and their end on the next."""
    words = [_plain(without.sub("", page)) for page in pages]
    return [each.id for each in TEXT[locale].passages if not _is_on(words, without.sub("", _marked(each)))]


def _is_on(pages, passage):
    if any(passage in page for page in pages):
        return True
    words = passage.split()
    cuts = [(" ".join(words[:cut]), " ".join(words[cut:])) for cut in range(1, len(words))]
    return any(one in page and other in following for page, following in pairwise(pages) for one, other in cuts)


def _mupdf(path):
    with pymupdf.open(path) as document:
        return [page.get_text() for page in document]


def test_pdf_has_every_word(pdf, locale):
    assert _missing(_mupdf(pdf), locale) == []


def test_pdf_has_every_word_for_a_reader_without_replacement_texts(pdf, locale):
    """One glyph is the hyphen of words and of line ends; pypdf ignores ActualText, which tells them apart."""
    pages = [each.extract_text() for each in pypdf.PdfReader(pdf).pages]
    assert _missing(pages, locale, without=re.compile(r"[-\u00ad][ ]*\n?")) == []


def test_pdf_says_what_it_is_in_two_readers(pdf, locale):
    one = pypdf.PdfReader(pdf)
    assert (one.metadata.title, one.trailer["/Root"]["/Lang"]) == (TEXT[locale].title, locale)
    assert [each.title for each in one.outline] == [heading[locale] for heading in PARTS]
    with pymupdf.open(pdf) as other:
        assert (other.metadata["title"], other.language) == (TEXT[locale].title, locale)
        contents = other.get_toc()
        assert [(level, title) for level, title, _ in contents] == [(1, heading[locale]) for heading in PARTS]
        assert [title for _, title, page in contents if title not in _plain(other[page - 1].get_text())] == []
        assert other.metadata["encryption"] is None


def test_tags_of_the_pdf_are_those_of_a_text(pdf):
    reader = pypdf.PdfReader(pdf)
    root = reader.trailer["/Root"]
    tags = list(_tags(root["/StructTreeRoot"]))
    count = Counter(str(each["/S"]) for each in tags)
    assert root["/MarkInfo"]["/Marked"].value is True
    assert (count["/H1"], count["/LI"], count["/Note"]) == (len(PARTS), sum(NUMBERED.values()), len(NOTES))
    assert count["/Title"] == 1
    assert count["/Figure"] == 0  # the ornament is decoration, and is not read


def _tags(element):
    children = element.get("/K", [])
    for child in children if isinstance(children, list) else [children]:
        found = child.get_object() if isinstance(child, pypdf.generic.IndirectObject) else child
        if isinstance(found, dict) and "/S" in found:
            yield found
            yield from _tags(found)


def test_libreoffice_shows_every_word_heading_and_number(built, locale, tmp_path):
    path = built.file(f"downloads/declaration.{locale}.docx")
    pages = _mupdf(printed := converted(path, "pdf", tmp_path))
    assert _missing(pages, locale) == []
    with pymupdf.open(printed) as document:
        headings = [title for _, title, _ in document.get_toc()]
    assert headings == [heading[locale] for heading in PARTS]
    lines = converted(path, "txt:Text", tmp_path, ending="txt").read_text(encoding="utf-8-sig").splitlines()
    numbered = [each for line in lines if (each := re.match(r"\s+(\d+) (.+)", line))]
    assert [int(each[1]) for each in numbered] == [n for count in NUMBERED.values() for n in range(1, count + 1)]
    clauses = [_marked(each) for each in TEXT[locale].provisions if each.kind in NUMBERED]
    assert [" ".join(each[2].split()) for each in numbered] == clauses


def test_libreoffice_shows_the_blank_decision_with_the_text(built, locale, tmp_path):
    pages = _mupdf(converted(built.file(f"downloads/council-decision.{locale}.docx"), "pdf", tmp_path))
    assert _missing(pages, locale) == []
    assert "……" in pages[0]


def test_ace_finds_nothing(built, chromium, locale, tmp_path):
    found = report(built.file(f"downloads/declaration.{locale}.epub"), chromium, tmp_path)
    assert violations(found) == []
    seen = {each["earl:testSubject"]["url"].rpartition("/")[2] for each in found["assertions"]}
    assert seen == {"package.opf", "nav.xhtml", "cover.xhtml", "text.xhtml"}
    assert found["data"]["images"][0]["alt"]


def test_ace_sees_mistakes(built, chromium, tmp_path):
    with ZipFile(built.file("downloads/declaration.tr.epub")) as good, ZipFile(tmp_path / "x.epub", "w") as bad:
        for name in good.namelist():
            bad.writestr(name, re.sub(rb' alt="[^"]*"', b"", good.read(name)))
    assert ("cover.xhtml", "image-alt") in violations(report(tmp_path / "x.epub", chromium, tmp_path))


@pytest.mark.parametrize("site", SITES)
def test_two_readers_of_feeds_read_the_same(request, site, locale):
    content = request.getfixturevalue(site).file(f"feed.{locale}.xml").read_bytes()
    one, other = feedparser.parse(content), atoma.parse_atom_bytes(content)
    assert (other.title.value, other.id_) == (one.feed.title, one.feed.id)
    assert {each.href for each in other.links} == {each.href for each in one.feed.links}
    assert [_entry(each) for each in other.entries] == [
        (each.id, each.title, each.updated[:10], [link.href for link in each.links]) for each in one.entries
    ]
    assert other.entries
    assert all(each.authors or other.authors for each in other.entries)
    assert sorted((each.updated for each in other.entries), reverse=True) == [each.updated for each in other.entries]


def _entry(entry):
    return entry.id_, entry.title.value, entry.updated.date().isoformat(), [link.href for link in entry.links]


@pytest.mark.parametrize("site", SITES)
def test_package_describes_all_that_is_in_it(request, site):
    folder = request.getfixturevalue(site).file("data/datapackage.json").parent
    package = frictionless.Package(str(folder / "datapackage.json"))
    assert {each.path for each in package.resources} == {each.name for each in folder.glob("*.*")} - {
        "datapackage.json"
    }
    table = next(each for each in package.resources if each.path.endswith(".csv"))
    assert table.read_rows()
    assert table.header.labels == [each.name for each in table.schema.fields]
    assert [each.name for each in table.schema.fields if not each.description] == []
    outcome = frictionless.validate(str(folder / "datapackage.json"))
    assert outcome.valid, outcome.flatten()


def test_package_sees_a_wrong_cell(fifty, tmp_path):
    for name in ("datapackage.json", "signatories.json", "signatories.csv"):
        content = fifty.file(f"data/{name}").read_text(encoding="utf-8")
        (tmp_path / name).write_text(content.replace(",district,", ",şehir,", 1), encoding="utf-8")
    assert not frictionless.validate(str(tmp_path / "datapackage.json")).valid


@pytest.fixture
def rows(fifty):
    with fifty.file("data/signatories.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def test_spreadsheet_that_separates_by_commas_shows_every_cell(fifty, rows, tmp_path):
    assert cells(fifty.file("data/signatories.csv"), COMMA, tmp_path, len(rows[0])) == rows


def test_spreadsheet_that_separates_by_semicolons_shows_one_column_and_loses_nothing(fifty, rows, tmp_path):
    """What a Turkish Excel shows that opens the file by a double click. The words beside the download say so.

    No row may be torn apart at a semicolon of its own: addresses have %3B, names have none.
    """
    shown = cells(fifty.file("data/signatories.csv"), SEMICOLON, tmp_path, len(rows[0]))
    assert {len(row) for row in shown} == {1}
    assert [next(csv.reader(io.StringIO(cell))) for (cell,) in shown] == rows


@pytest.mark.parametrize("site", SITES)
def test_no_line_of_the_table_has_a_semicolon(request, site):
    assert ";" not in request.getfixturevalue(site).file("data/signatories.csv").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def ajv():
    function = """(() => {
      const Ajv = require("ajv/dist/2020").default;
      const ajv = new Ajv({ strict: true, allowUnionTypes: true });
      require("ajv-formats").default(ajv);
      const compiled = new Map();
      return (schema, instance) => {
        const key = JSON.stringify(schema);
        if (!compiled.has(key)) compiled.set(key, ajv.compile(schema));
        return compiled.get(key)(instance);
      };
    })()"""
    with node(function, "tests/proof") as running:
        yield running.ask


@pytest.mark.parametrize("path", REGISTRIES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_three_validators_are_of_one_mind_about_a_registry(ajv, path):
    try:
        instance = yaml.load(path.read_bytes(), yaml.BaseLoader)  # noqa: S506 - makes texts, lists and mappings only
        json.dumps(instance).encode()
    except (yaml.YAMLError, UnicodeError, ValueError, RecursionError):
        return  # not YAML: nothing to validate
    verdicts = {
        "jsonschema": jsonschema.Draft202012Validator(SCHEMA).is_valid(instance),
        "jsonschema-rs": jsonschema_rs.Draft202012Validator(SCHEMA).is_valid(instance),
        "ajv": ajv(SCHEMA, instance),
    }
    assert len(set(verdicts.values())) == 1, verdicts
    assert verdicts["ajv"] or path.parent.name == "hostile"


@pytest.mark.parametrize("site", SITES)
def test_three_validators_accept_what_is_published(request, ajv, site):
    document = json.loads(request.getfixturevalue(site).file("data/signatories.json").read_text(encoding="utf-8"))
    names = set(SCHEMA["properties"]["signatories"]["items"]["properties"])
    published = [{name: each[name] for name in names & set(each)} for each in document["signatories"]]
    instance = json.loads(json.dumps({"signatories": published}))
    assert published
    jsonschema.validate(instance, SCHEMA)
    jsonschema_rs.validate(SCHEMA, instance)
    assert ajv(SCHEMA, instance)


REQUIRED = {
    "Legislation": {"@id", "name", "inLanguage", "legislationIdentifier", "legislationDate", "url"},
    "Organization": {"@id", "name", "url"},
}
"""What each kind of thing needs to be found by: schema.org, "Legislation"; search engines, "Organization"."""


@pytest.mark.parametrize("key", ["declaration", "c3", "r8", "fn1", "signatories/nilufer-bursa"])
def test_linked_data_have_what_their_kind_needs(built, key, locale):
    (script,) = built.page(ROUTES[key, locale]).all("script", type="application/ld+json")
    item = json.loads(script.text)
    assert item["@context"] == "https://schema.org"
    assert REQUIRED[item["@type"]] - set(item) == set()
    assert item["@id"].startswith(SITE_URL)

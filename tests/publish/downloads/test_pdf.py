"""The PDF can be read by ear, found by its bookmarks, and shows on every page what it is."""

import pytest
from lxml import etree
from pdfminer.pdftypes import resolve1

from support.built import LOCALES, ROUTES
from support.pdf import Pdf
from support.repository import SITE_URL, data, label_texts
from support.texts import TEXT

PARTS = [part["heading"] for part in data("data/editions.yaml")["editions"][-1]["text"]["parts"][:-1]]
NUMBERED = {"background": 3, "recital": 13, "statement": 10, "commitment": 9}
FOREIGN = {"tr": {"en"}, "en": {"tr"}}
HEAD = {
    "tr": "Mülteciler için İstanbul Deklarasyonu, 25 Ağustos 2021 tarihli metin",
    "en": "Istanbul Declaration for Refugees, text of 25 August 2021, unofficial translation of 26 November 2026",
}
LABELS = label_texts()


@pytest.fixture(scope="module", params=LOCALES)
def locale(request):
    return request.param


@pytest.fixture(scope="module")
def pdf(built, locale):
    return Pdf(built.file(f"downloads/declaration.{locale}.pdf"))


def test_claims_pdf_ua(pdf):
    metadata = etree.fromstring(pdf.catalog["Metadata"].get_data().decode().partition("?>")[2].rpartition("<?")[0])
    assert [each.text for each in metadata.iter("{http://www.aiim.org/pdfua/ns/id/}part")] == ["1"]
    assert pdf.catalog["MarkInfo"]["Marked"] is True
    assert resolve1(pdf.catalog["ViewerPreferences"])["DisplayDocTitle"] is True


def test_names_its_language(pdf, locale):
    assert pdf.catalog["Lang"] == locale.encode()
    assert set(pdf.languages) - {locale} == FOREIGN[locale]


def test_bookmarks_are_the_parts(pdf, locale):
    assert pdf.bookmarks == [heading[locale] for heading in PARTS]


def test_headings_are_the_parts(pdf, locale):
    assert [tag.words for tag in pdf.tree.all("H1")] == [heading[locale] for heading in PARTS]
    assert [tag.words for tag in pdf.tree.all("Title")] == [TEXT[locale].title]


def test_clauses_are_items_of_lists_with_their_numbers(pdf):
    lists = [list(each.all("LI")) for each in pdf.tree.all("L")]
    numbers = [[next(item.all("Lbl")).parts[0].strip() for item in items] for items in lists]
    assert numbers == [[str(number) for number in range(1, count + 1)] for count in NUMBERED.values()]


def test_notes_stand_where_they_are_marked(pdf):
    passages = [tag for tag in pdf.tree.all("LBody", "P") if any(tag.all("Note"))]
    notes = [note for tag in passages for note in tag.all("Note")]
    assert ["".join(label.words for label in note.all("Lbl")) for note in notes] == ["1", "2", "3"]
    assert len(passages) == len(notes)


def test_every_page_but_the_title_names_edition_address_and_page(pdf, locale):
    address, count = SITE_URL + ROUTES["declaration", locale], len(pdf.running)
    assert pdf.running == ["", *(f"{HEAD[locale]}{address}{number} / {count}" for number in range(2, count + 1))]


def test_fonts_are_embedded_and_the_house_s(pdf):
    assert all("FontFile2" in font or "FontFile3" in font for font in pdf.fonts)
    names = {font["FontName"].name.partition("+")[2] for font in pdf.fonts}
    assert names == {"Literata-Regular", "Literata-Italic", "SourceSans3-Regular"}


def test_last_page_is_no_straggler(pdf):
    """A last page of a few lines would look like a mistake."""
    assert len(pdf.pages[-1].split()) > 60

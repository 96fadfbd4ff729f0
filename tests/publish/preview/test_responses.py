"""The preview shows a built site as it is, at its path, but for a tag at the end of each page."""

from urllib.parse import unquote

import pytest

from publish.preview.responses import Pages, preview_address
from support.built import elements, parse
from support.repository import BASE_PATH

TAG = b'<script src="/ornek.js"></script>'
SERVED = "http://127.0.0.1:8001/"


@pytest.fixture(scope="module")
def pages(built):
    return Pages(built.folder, BASE_PATH, TAG)


def test_every_file_is_served_as_it_is(built, pages):
    for file in filter(lambda path: path.is_file(), built.folder.rglob("*")):
        path = file.relative_to(built.folder).as_posix()
        answer = pages.answer(BASE_PATH + path.removesuffix("index.html"))
        assert answer.status == 200
        assert answer.content.replace(TAG, b"") == file.read_bytes(), path
        assert answer.content.count(TAG) == (file.suffix == ".html")


def test_tag_is_the_last_of_the_page(built, pages):
    for path in built.html_files:
        body = next(elements(parse(pages.answer(BASE_PATH + path).content.decode()), "body"))
        assert [(each.tag, each.get("src")) for each in body][-1] == ("script", "/ornek.js")


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("", "text/html; charset=utf-8"),
        ("downloads/declaration.tr.txt", "text/plain; charset=utf-8"),
        ("site.webmanifest", "application/manifest+json"),
        ("icon-180.png", "image/png"),
    ],
)
def test_type(pages, path, kind):
    assert pages.answer(BASE_PATH + path).headers == {"Content-Type": kind}


def test_scripts_are_known_as_such(built, pages):
    scripts = [file.relative_to(built.folder).as_posix() for file in built.folder.rglob("*.js")]
    assert {pages.answer(BASE_PATH + path).headers["Content-Type"] for path in scripts} == {
        "text/javascript; charset=utf-8"
    }


@pytest.mark.parametrize(
    ("path", "to"),
    [("/", BASE_PATH), (BASE_PATH[:-1], BASE_PATH), (f"{BASE_PATH}en", "en/"), (f"{BASE_PATH}en/join", "join/")],
)
def test_address_without_its_end_leads_to_the_page(pages, path, to):
    answer = pages.answer(path)
    assert (answer.status, answer.headers) == (302, {"Location": to})


def test_site_at_the_root_needs_no_way_there(built):
    assert Pages(built.folder, "/", TAG).answer("/").status == 200


@pytest.mark.parametrize(
    "path",
    [
        f"{BASE_PATH}yok/",
        f"{BASE_PATH}index.html/",
        "/deklarasyon/",
        f"{BASE_PATH}../",
        f"{BASE_PATH}../site.lock",
        unquote(f"{BASE_PATH}%2e%2e/%2e%2e/etc/passwd"),
        f"{BASE_PATH}//etc/passwd",
        f"{BASE_PATH}\0",
    ],
)
def test_nothing_else_is_served(built, pages, path):
    answer = pages.answer(path)
    if path == f"{BASE_PATH}../":  # no way up from the first page
        assert (answer.status, answer.content) == (200, pages.answer(BASE_PATH).content)
    else:
        assert answer.status == 404
        assert answer.content.replace(TAG, b"") == built.file("404.html").read_bytes()


@pytest.mark.parametrize(
    ("site", "expected"),
    [
        ("https://ornek.example/", SERVED),
        ("https://ornek.example/alt-yol/", f"{SERVED}alt-yol/"),
        ("http://[::1]:8000/a/b", f"{SERVED}a/b"),
        ("", ""),
        ("ornek.example/alt-yol", "ornek.example/alt-yol"),
        ("https://ornek.example/?a=b", "https://ornek.example/?a=b"),
        ("https://[::1/", "https://[::1/"),
    ],
)
def test_address(site, expected):
    assert preview_address(site, SERVED) == expected

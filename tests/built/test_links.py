"""Every link leads somewhere, nothing is asked of anyone else, and the search engines are told the right addresses."""

import json
import re
from urllib.parse import urljoin

import pytest
from lxml import etree
from PIL import Image

from support.built import NOT_FOUND, ROUTES, elements, text
from support.repository import BASE_PATH, ROOT, SITE_URL

EVERY_PATH = [*ROUTES.values(), NOT_FOUND]
WAYS = ("index", "declaration", "signatories", "join", "background", "about")
LINKS = ("href", "src", "data-index", "data-root", "action", "srcset", "poster")
ASKED_FOR = ("src", "data-index", "srcset", "poster")
TAGS_ASKED_FOR = ("link", "script", "img", "source", "iframe", "object", "embed", "video", "audio")
NOT_ASKED_FOR = ("canonical", "alternate")
SITEMAP = etree.XMLSchema(etree.parse(ROOT / "tests/cases/built/sitemap.xsd"))
MOST_URLS = 50_000
"""What one site map may hold (sitemaps.org)."""


def _links(page):
    return [(each, each.attrib[name]) for each in elements(page.root) for name in LINKS if name in each.attrib]


@pytest.mark.parametrize("path", EVERY_PATH)
def test_links_lead_somewhere(built, path):
    assert [problem for _, link in _links(built.page(path)) if (problem := built.problem_of(link, path))] == []


@pytest.mark.parametrize("path", ROUTES.values())
def test_footer_leads_to_the_text_that_never_changes(built, path):
    page = built.page(path)
    links = {each.get("href") for each in elements(page.one("footer", **{"class": "colophon"}), "a")}
    frozen = SITE_URL + {"tr": "v/2021/", "en": "en/v/2021/"}[page.one("html").get("lang")]
    assert frozen in {urljoin(SITE_URL + path, link) for link in links}


@pytest.mark.parametrize("path", EVERY_PATH)
def test_nothing_is_asked_of_another_host(built, path):
    asked = [link for each, link in _links(built.page(path)) if _is_asked_for(each)]
    assert asked
    assert [link for link in asked if re.match(r"(?:\w+:)?//", link)] == []


def _is_asked_for(element):
    return element.tag in TAGS_ASKED_FOR and element.get("rel") not in NOT_ASKED_FOR


@pytest.mark.parametrize("path", EVERY_PATH)
def test_pages_have_no_code_or_style_of_their_own(built, path):
    page = built.page(path)
    code = (each for each in elements(page.root, "script") if each.get("type") != "application/ld+json")
    assert [each for each in code if text(each).strip() and "src" not in each.attrib] == []
    assert page.all("style") == []
    assert [
        name for each in elements(page.root) for name in each.attrib if name == "style" or name.startswith("on")
    ] == []


def test_styles_ask_for_local_files_only(built):
    (style,) = built.folder.glob("assets/*/style.css")
    urls = re.findall(r"url\(\s*[\"']?([^\"')]+)", style.read_text(encoding="utf-8"))
    assert urls
    assert [url for url in urls if not (style.parent / url).is_file()] == []
    assert "@import" not in style.read_text(encoding="utf-8")


def test_scripts_import_local_files_only(built):
    scripts = [*built.folder.glob("assets/*/*.js")]
    imports = {
        (script, name)
        for script in scripts
        for name in re.findall(r"[\"'](\.?\.?/?[^\"']+\.js)[\"']", script.read_text(encoding="utf-8"))
    }
    assert imports
    assert [name for script, name in imports if not (script.parent / name).is_file()] == []


@pytest.mark.parametrize("path", ROUTES.values())
def test_links_do_not_name_the_host(built, path):
    links = [link for each, link in _links(built.page(path)) if each.get("rel") not in NOT_ASKED_FOR]
    assert [link for link in links if link.startswith(("/", SITE_URL))] == []


def test_not_found_works_at_any_depth(built):
    page = built.page(NOT_FOUND)
    inner = [link for each, link in _links(page) if not link.startswith("#")]
    assert inner
    assert [link for link in inner if not link.startswith(BASE_PATH)] == []
    for locale in ("tr", "en"):
        section = page.one("section", lang=locale)
        targets = [each.get("href") for each in elements(section, "a")]
        assert targets == [BASE_PATH + ROUTES[key, locale] for key in WAYS]
    assert page.one("meta", name="robots").get("content") == "noindex"
    assert page.all("link", rel="canonical") == []
    assert page.all("link", rel="alternate") == []


def test_site_map(built):
    urls = _site_map(built).findall("{*}url")
    assert sorted(url.findtext("{*}loc") for url in urls) == sorted(SITE_URL + path for path in ROUTES.values())
    for url in urls:
        page = built.page(url.findtext("{*}loc").removeprefix(SITE_URL))
        alternates = {
            (each.get("hreflang"), each.get("href")) for each in url.findall("{http://www.w3.org/1999/xhtml}link")
        }
        assert alternates == {(each.get("hreflang"), each.get("href")) for each in page.alternates}


def test_site_map_is_valid(built, miniature, fullest):
    for site in (built, miniature, fullest):
        site_map = _site_map(site)
        assert SITEMAP.validate(site_map), SITEMAP.error_log
        assert 0 < len(site_map) <= MOST_URLS


def test_what_is_no_site_map_is_not_valid(built):
    for change in (("loc>", "lok>"), ("loc>", "lastmod>"), ('"alternate"', '"canonical"'), ("hreflang", "lang")):
        changed = built.file("sitemap.xml").read_text(encoding="utf-8").replace(*change)
        assert not SITEMAP.validate(etree.fromstring(changed.encode()))


def _site_map(site):
    return etree.fromstring(site.file("sitemap.xml").read_bytes())


def test_robots_are_told_the_sitemap(built):
    assert f"Sitemap: {SITE_URL}sitemap.xml" in built.file("robots.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize(("key", "locale"), ROUTES)
def test_social_card(built, key, locale):
    page = built.page(ROUTES[key, locale])
    meta = {each.get("property"): each.get("content") for each in page.all("meta") if "property" in each.attrib}
    assert meta["og:url"] == SITE_URL + page.path
    assert meta["og:image"].startswith(SITE_URL)
    with Image.open(built.file(meta["og:image"].removeprefix(SITE_URL))) as card:
        assert card.size == (1200, 630)


def test_manifest_names_files_that_exist(built):
    manifest = json.loads(built.file("site.webmanifest").read_text(encoding="utf-8"))
    assert urljoin(f"{SITE_URL}site.webmanifest", manifest["start_url"]) == SITE_URL
    for icon in manifest["icons"]:
        with Image.open(built.file(icon["src"])) as image:
            assert "{}x{}".format(*image.size) == icon["sizes"]

"""What the one who publishes a copy may set: addresses, names, another registry."""

import shutil

import pytest

from support.built import LOCALES, ROUTES, BuiltSite, elements, text
from support.golden import cases
from support.headers import allowed, headers_of, joined, replaced, rules
from support.repository import ROOT, build, label_texts

SETTINGS = {
    "SITE_URL": "https://kopya.example",
    "REPO_URL": "https://depo.example:8443/ornek",
    "CONTACT_URL": "https://kopya.example/yaz",
    "PUBLISHER": "Örnek Kurum",
    "OFFICIAL": "true",
    "SOURCE_DATE_EPOCH": "1772323200",  # 1 March 2026
}
every_page = pytest.mark.parametrize("path", ROUTES.values())


@pytest.fixture(scope="module")
def copy(tmp_path_factory):
    """A copy of the site with everything set, of a registry that is not the published one."""
    folder = tmp_path_factory.mktemp("copy")
    registry = shutil.copy(ROOT / "data/signatories.yaml", folder)
    done = build(ROOT, folder / "site", **SETTINGS, DATA=str(registry))
    assert done.returncode == 0, done.stderr
    return BuiltSite(folder / "site")


@every_page
def test_another_registry_is_marked_as_sample_data(copy, built, path):
    assert len(copy.page(path).all("aside", **{"class": "band"})) == 1
    assert built.page(path).all("aside", **{"class": "band"}) == []


@every_page
def test_canonical_address_follows_the_setting(copy, path):
    assert copy.page(path).one("link", rel="canonical").get("href") == f"https://kopya.example/{path}"


def test_not_found_follows_the_setting(copy):
    links = [each.get("href") for each in elements(copy.page("404.html").one("main"), "a")]
    keys = ("index", "declaration", "signatories", "join", "background", "about")
    assert links == [f"/{ROUTES[key, locale]}" for locale in ("tr", "en") for key in keys]


@cases("built/footer.yaml")
def test_footer(copy, built, case):
    pages = [site.page(ROUTES["about", case["locale"]]) for site in (copy, built)]
    said = [text(page.one("footer", **{"class": "colophon"})) for page in pages]
    assert [case["copy"] in each for each in said] == [True, False]
    assert [case["published"] in each for each in said] == [False, True]


@pytest.mark.parametrize("locale", ["tr", "en"])
def test_requests_go_where_the_settings_say(copy, built, locale):
    (form,) = elements(copy.page(ROUTES["join", locale]).one("main"), "form")
    assert form.get("action") == SETTINGS["REPO_URL"] + "/issues/new"
    assert SETTINGS["CONTACT_URL"] in {each.get("href") for each in copy.page(ROUTES["join", locale]).all("a")}
    assert list(elements(built.page(ROUTES["join", locale]).one("main"), "form")) == []
    without = label_texts()["join.no_channel"][locale]
    assert text(built.page(ROUTES["join", locale]).one("main")).count(without) == 1
    assert label_texts()["join.until_then"][locale] in text(built.page(ROUTES["join", locale]).one("main"))
    assert without not in text(copy.page(ROUTES["join", locale]).one("main"))


@pytest.mark.parametrize("host", [joined, replaced])
def test_one_page_sends_a_form_and_to_the_code_host_alone(copy, host):
    sends, headers = {ROUTES["join", locale] for locale in LOCALES}, headers_of(copy.folder, host)
    assert sends < set(copy.html_files)
    for path in copy.html_files:
        own = copy.page(path).one("meta", **{"http-equiv": "Content-Security-Policy"}).get("content")
        sent = headers(path)["Content-Security-Policy"]
        expected = {"https://depo.example:8443"} if path in sends else set()
        assert allowed("form-action", [own]) == expected, path
        assert allowed("form-action", [own, sent]) == expected, path
        assert allowed("frame-ancestors", [sent]) == set(), path
        others = {"default-src", "script-src", "connect-src", "trusted-types"}
        assert {name: allowed(name, [own, sent]) for name in others} == {name: allowed(name, [own]) for name in others}


def test_the_code_host_is_named_to_the_page_with_the_form_alone(copy):
    listed = rules(copy.file("_headers").read_text(encoding="utf-8"))
    named = {path for path, headers in listed.items() if "depo.example" in str(headers)}
    assert named == {f"/{ROUTES['join', locale]}" for locale in LOCALES}

"""Addresses that can stand in pages, and those that cannot."""

from urllib.parse import urlsplit

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from publish.checks.setting_check import check_settings
from publish.site.security import policy, security_files
from publish.site.settings import Settings
from source.layout import Layout
from support.built import LOCALES
from support.headers import directives, rules
from support.repository import ROOT
from support.settings import mkdocs_extra
from support.sites import miniature_site, moved

pytestmark = pytest.mark.slow

SITES = [
    "http://127.0.0.1:8000/",
    "http://localhost:8000",
    "http://[::1]:8000/alt-yol/",
    "https://ornek.example",
    "https://ornek.example/",
    "https://xn--rnek-5qa.example/alt-yol/ikinci_yol/~a/",
    "https://Ornek.Example/%C3%B6/a,b;c=d",
]
NO_SITES = [
    "ornek.example",
    "//ornek.example/",
    "/alt-yol/",
    "ftp://ornek.example/",
    "javascript:alert(1)",
    "data:text/html,x",
    "file:///tmp/",
    "https://",
    "https:///alt-yol/",
    "https:ornek.example",
    "https://ornek.example/a b/",
    " https://ornek.example/",
    "https://ornek.example/\n",
    "https://ornek.example/\u202e",
    "https://ornek.example/ö/",
    "https://örnek.example/",
    "https://kisi:gizli@ornek.example/",
    "https://-ornek.example/",
    "https://ornek.example:x/",
    "https://[::1/",
    "https://ornek.example\\@baska.example/",
    "https://ornek.example/%",
    "https://ornek.example/%zz",
    "https://ornek.example//baska.example/",
    "https://ornek.example/../",
    "https://ornek.example/a/./",
    'https://ornek.example/">',
    "https://ornek.example/<b>",
    "\udcff",
    "https://ornek.example/o'nun/",
    "https://ornek.example:65536/",
    "https://ornek..example/",
    "https://ornek.example./",
    "https://*.example/",
    "https://ornek_.example/",
    "https://[::1::]/",
    "https://[1.2.3.4]/",
    f"https://{'a' * 64}.example/",
    f"https://ornek.example/{'a' * 250}/",
    "https://ornek.example/;\nContact: https://kotu.example/",
    "https://ornek.example/\r\n\r\n/*\r\n  Refresh: 0",
    "JavaScript:alert(1)//https://ornek.example/",
    "java\tscript:alert(1)",
]
WITH_QUERY = ["https://ornek.example/?a=b", "https://ornek.example/#c", "https://ornek.example/f?id=1&x=/y?#a/b?c"]


EXTRA = mkdocs_extra(ROOT)


def _settings(extra=EXTRA, **environment):
    return Settings.from_config(Layout(ROOT), None, None, extra, LOCALES, environment=environment)


def _problems(**environment):
    return [(problem.path, problem.rule) for problem in check_settings(_settings(**environment))]


@pytest.mark.parametrize("address", SITES)
def test_address_of_a_site(address):
    assert _problems(SITE_URL=address, REPO_URL=address, CONTACT_URL=address) == []
    assert urlsplit(address).hostname  # by another reader of addresses


@pytest.mark.parametrize("address", NO_SITES)
def test_no_address(address):
    assert _problems(SITE_URL=address, REPO_URL=address, CONTACT_URL=address) == [
        ("SITE_URL", "setting-url"),
        ("REPO_URL", "setting-url"),
        ("CONTACT_URL", "setting-url"),
    ]


@pytest.mark.parametrize("address", WITH_QUERY)
def test_only_a_page_has_a_query_or_a_fragment(address):
    assert _problems(SITE_URL=address, CONTACT_URL=address) == [("SITE_URL", "setting-url")]
    assert _problems(REPO_URL=address) == [("REPO_URL", "setting-url")]


@pytest.mark.parametrize("address", ["mailto:yaz@ornek.example", "mailto:Bir.Kisi+konu@alt.ornek.example"])
def test_only_those_without_an_account_may_write_a_letter(address):
    assert _problems(CONTACT_URL=address) == []
    assert _problems(SITE_URL=address, REPO_URL=address) == [("SITE_URL", "setting-url"), ("REPO_URL", "setting-url")]


@pytest.mark.parametrize(
    "address", ["mailto:", "mailto:yaz", "mailto:a@b@c.example", "mailto:a@b.example?cc=c@d.example", "mailto:a@b\n"]
)
def test_no_address_of_mail(address):
    assert _problems(CONTACT_URL=address) == [("CONTACT_URL", "setting-url")]


@pytest.mark.parametrize(
    "name", ["Örnek Kurum", "2021", "yes", "a < b & c", "O’nun “kurumu”", "O'nun kurumu", "a" * 120]
)
def test_name_of_a_publisher(name):
    assert _problems(PUBLISHER=name) == []


@pytest.mark.parametrize("name", ["a\nb", "\x1b[31m", "a\u202eb", "\udcff", " a", "a ", " ", "a" * 121, 'a "b"'])
def test_no_name(name):
    assert _problems(PUBLISHER=name) == [("PUBLISHER", "setting-text")]


def test_nothing_is_set():
    assert _problems() == []
    assert _problems(SITE_URL="", REPO_URL="", CONTACT_URL="", PUBLISHER="", DATA="", SOURCE_DATE_EPOCH="") == []


NAMES = ("SITE_URL", "REPO_URL", "CONTACT_URL", "PUBLISHER")
HARMLESS = dict.fromkeys(NAMES, "https://ornek.example/yol")
SEPARATE = list("\n\r\t \"'<>;,:/\\@?#%*.[]\x00\x0b\x85\u2028\u202e")
WORDS = [
    "https://",
    "http://",
    "mailto:",
    "javascript:",
    "a",
    "ornek.example",
    "//",
    "*",
    "Contact: ",
    "65536",
    "99999",
    "::1",
]
VALUES = st.text() | st.lists(st.sampled_from(WORDS + SEPARATE)).map("".join)


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    return miniature_site(tmp_path_factory.mktemp("site"))


def _shape(site, settings):
    """Return the lines of the headers and of security.txt, and the policies of pages, all without their values."""
    fields = ("site_url", "repo_url", "contact_url", "publisher")
    other = moved(site, **{field: getattr(settings, field) for field in fields})
    lines = [
        (path, line.partition(": ")[0]) for path, text in security_files(other) for line in text.decode().split("\n")
    ]
    policies = [
        {directive: len(sources) for directive, sources in directives(policy(other, key)).items()}
        for key in ("index", "join")
    ]
    paths = [sorted(rules(text.decode())) for path, text in security_files(other) if path == "_headers"]
    return lines, policies, paths


@given(st.sampled_from(NAMES), VALUES)
@example("REPO_URL", "https://a.example:99999/")
@example("REPO_URL", "https://a..example/")
@example("CONTACT_URL", "https://a.example/\nContact: https://kotu.example/")
@example("SITE_URL", "https://[:::]/")
def test_any_value_is_refused_or_changes_nothing_but_itself(site, name, value):
    settings = _settings(**HARMLESS | {name: value})
    problems = list(check_settings(settings))
    assert {problem.path for problem in problems} <= {name}
    assert all(problem.told("tr").isprintable() and problem.told("en").isprintable() for problem in problems)
    if not problems:
        harmless = HARMLESS if getattr(settings, name.lower()) else HARMLESS | {name: ""}
        assert _shape(site, settings) == _shape(site, _settings(**harmless))


@pytest.mark.parametrize("value", [2021, True, ["a"], {"a": 1}])
def test_what_the_configuration_says_is_text(value):
    settings = _settings(EXTRA | {"contact_url": value, "publisher": value})
    assert {problem.path for problem in check_settings(settings)} >= {"CONTACT_URL"}
    assert settings.publisher == str(value)

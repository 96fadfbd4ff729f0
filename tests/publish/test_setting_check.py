"""Addresses that can stand in pages, and those that cannot."""

from urllib.parse import urlsplit

import pytest

from publish.setting_check import check_settings
from publish.settings import Settings
from source.layout import Layout
from support.built import LOCALES
from support.repository import ROOT
from support.settings import mkdocs_extra

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
    "mailto:kisi@ornek.example",
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
]
WITH_QUERY = ["https://ornek.example/?a=b", "https://ornek.example/#c", "https://ornek.example/f?id=1&x=/y?#a/b?c"]


def _problems(**environment):
    settings = Settings.from_config(Layout(ROOT), None, None, mkdocs_extra(ROOT), LOCALES, environment=environment)
    return [(problem.path, problem.rule) for problem in check_settings(settings)]


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


@pytest.mark.parametrize("name", ["Örnek Kurum", "2021", "yes", "a < b & c", "O’nun “kurumu”"])
def test_name_of_a_publisher(name):
    assert _problems(PUBLISHER=name) == []


@pytest.mark.parametrize("name", ["a\nb", "\x1b[31m", "a\u202eb", "\udcff"])
def test_no_name(name):
    assert _problems(PUBLISHER=name) == [("PUBLISHER", "setting-text")]


def test_nothing_is_set():
    assert _problems() == []
    assert _problems(SITE_URL="", REPO_URL="", CONTACT_URL="", PUBLISHER="", DATA="", SOURCE_DATE_EPOCH="") == []

"""Where links may lead, as a browser would read them."""

from urllib.parse import urlsplit

import pytest

from source.links import bare_host, is_link, is_own, is_web_address

WEB = [
    "https://ornek.example",
    "http://ornek.example:8080/a?b=c#d",
    "https://örnek.example/ö/(a)_'b'",
    "https://ornek.example?a=https://b.example/@c",
    "https://ornek.example/a:b@c",
]
OWN = ["", "#", "#fn1", "about.md", "about.md#a", "../a/", "/a", "?q=a:b", "a/b:c", "./a:b"]
MAIL = ["mailto:a@ornek.example", "mailto:a.b+c@ornek.example?subject=d"]
NEITHER = [
    "mailto:a b@ornek.example",
    "mailto:a@ornek.example?subject=\u202ed",
    "javascript:a",
    "JAVASCRIPT:a",
    "java\tscript:a",
    "java\nscript:a",
    "\x01javascript:a",
    " javascript:a",
    "a:b",
    "data:text/html,a",
    "vbscript:a",
    "file:///a",
    "ftp://ornek.example/",
    "blob:https://ornek.example/a",
    "about:blank",
    "view-source:https://ornek.example/",
    "//kotu.example/",
    "/\\kotu.example/",
    "\\\\kotu.example",
    "https:kotu.example",
    "https:/kotu.example",
    "https:///kotu.example",
    "https://",
    "https://@kotu.example/",
    "https://a@kotu.example/",
    "https://a:b@kotu.example/",
    "https://kotu.example:a/",
    "https://ornek.example\\@kotu.example/",
    "https://a b.example/",
    'https://ornek.example/"a',
    "https://ornek.example/<a>",
    "https://ornek.example/\u202ea",
    "https://ornek.example/\xa0",
    "https://ornek.example/\x7f",
    "https://ornek.example/\n",
    "mailto:",
    "mailto:a",
    "mailto:a@b@c",
    "mailto:javascript:a@b",
]


@pytest.mark.parametrize("text", WEB)
def test_address_of_the_web(text):
    assert (is_web_address(text), is_own(text), is_link(text)) == (True, False, True)
    assert urlsplit(text).hostname


@pytest.mark.parametrize("text", OWN)
def test_address_of_the_site_itself(text):
    assert (is_web_address(text), is_own(text), is_link(text)) == (False, True, True)
    assert urlsplit(text)[:2] == ("", "")


@pytest.mark.parametrize("text", MAIL)
def test_address_of_mail(text):
    assert (is_web_address(text), is_own(text), is_link(text)) == (False, False, True)


@pytest.mark.parametrize("text", NEITHER)
def test_neither(text):
    assert (is_web_address(text), is_own(text), is_link(text)) == (False, False, False)


@pytest.mark.parametrize(
    ("address", "host"),
    [
        ("https://www.ornek.example/a", "ornek.example"),
        ("http://WWW.Ornek.Example:8080", "ornek.example"),
        ("https://www2.ornek.example", "www2.ornek.example"),
        ("https://ornek.example/www.a", "ornek.example"),
    ],
)
def test_source_is_named_by_its_host(address, host):
    assert bare_host(address) == host

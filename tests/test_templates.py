"""Templates hold markup; every word stands in data/*.yaml or in the Markdown."""

import re
from html.parser import HTMLParser

import pytest
from jinja2 import Environment, nodes

from support.repository import ROOT
from support.words import SAID

HTML = sorted((ROOT / "overrides").rglob("*.html"))
ATTRIBUTE = re.compile(r'\b(?:lang|dir)="')
"""What stands outside of a tag where a macro gives an element its language."""
LETTER = re.compile(r"[^\W\d_]")
WORDS = re.compile(r"[^\W\d_]\s+[^\W\d_]|[^\x00-\x7F]")
SPOKEN_CONSTANTS = {"§", " · "}
"""What a template may write itself: a sign, no word."""


class _Words(HTMLParser):
    """Gathers the text and the attributes that people read."""

    def __init__(self):
        super().__init__()
        self.found = []

    def handle_starttag(self, tag, attrs):
        self.found += [value for name, value in attrs if name in SAID and value and not _is_code(tag, dict(attrs))]

    def handle_data(self, data):
        self.found.append(data)


def _is_code(tag, attributes):
    """Tell whether the `content` of an element is meant for machines."""
    named = attributes.get("name") or attributes.get("property") or attributes.get("http-equiv", "")
    return tag == "meta" and named.startswith(
        ("refresh", "referrer", "viewport", "color-scheme", "theme-color", "robots", "twitter:card", "og:type")
    )


@pytest.mark.parametrize("path", HTML, ids=lambda path: path.relative_to(ROOT / "overrides").as_posix())
def test_template_says_nothing_itself(path):
    source = path.read_text(encoding="utf-8")
    markup = "".join(text for _, kind, text in Environment(autoescape=True).lex(source) if kind == "data")
    parser = _Words()
    parser.feed(markup)
    assert [text for text in parser.found if LETTER.search(ATTRIBUTE.sub("", text))] == []


@pytest.mark.parametrize("path", HTML, ids=lambda path: path.relative_to(ROOT / "overrides").as_posix())
def test_template_prints_no_words_of_its_own(path):
    tree = Environment(autoescape=True).parse(path.read_text(encoding="utf-8"))
    constants = {each.value for each in tree.find_all(nodes.Const) if isinstance(each.value, str)}
    assert {each for each in constants if WORDS.search(each)} <= SPOKEN_CONSTANTS

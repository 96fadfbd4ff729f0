"""The parts of a text: which ids there are, and how provisions are numbered and called."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from declaration.structure.parts import Part, Parts
from declaration.structure.passage_ids import ranges, split_id
from declaration.structure.read_parts import read_parts
from source.problems.problem import SourceError
from source.yaml.cursors import Cursor
from source.yaml.reader import parse
from support.golden import cases
from support.parts import PARTS

ARTICLES = Part(
    "article",
    "a",
    "articles",
    {},
    {},
    {"en": "Article {number}", "tr": "Madde {number}"},
    numbers={"en": "{number}."},
    letters={"en": "({letter})"},
)
CHAPTERS = Part("chapter", "k", "chapters", {}, {"en": "Chapter {number}"}, {"en": "Chapter {roman}"})
CHARTER = Parts((CHAPTERS, ARTICLES))


@pytest.mark.parametrize("text", ["bg1", "ch", "r13", "s10", "c9", "fn3", "c100"])
def test_ids_of_provisions(text):
    assert PARTS.is_provision(text)
    assert PARTS.is_passage(text)


@pytest.mark.parametrize("text", ["", "c", "c0", "c01", "ch1", "x1", "sf", "C1", "c٣", "c1a", "1", "c²", "c-1", "r 1"])
def test_no_ids_of_provisions(text):
    assert not PARTS.is_provision(text)
    assert PARTS.is_passage(text) == (text == "sf")


@pytest.mark.parametrize(
    ("item_id", "marker"),
    [
        ("a11-2", "2."),
        ("a11-12", "12."),
        ("a11-2-b", "(b)"),
        ("a1-10-z-4", "4."),
        ("a1-ii", "(ii)"),
        ("a1-p2", ""),
        ("a1-p2-p", "(p)"),
    ],
)
def test_items_are_numbered_as_the_source_prints_them(item_id, marker):
    assert CHARTER.is_item(item_id)
    assert CHARTER.is_passage(item_id)
    assert ARTICLES.marker(item_id.rpartition("-")[2], "en") == marker


@pytest.mark.parametrize("item_id", ["a1", "a1-", "a1-0", "k1-1", "x1-1", "a-1", "a1-2b", "a1-p0", "a1--1"])
def test_no_ids_of_items(item_id):
    assert not CHARTER.is_item(item_id)


def test_only_articles_have_items_and_only_of_the_sorts_that_are_printed():
    assert not any(PARTS.is_passage(each) for each in ("c1-1", "r1-p1", "bg1-a"))
    plain = Parts((Part("article", "a", "articles", {}, {}, letters={"en": "({letter})"}),))
    assert [plain.is_item(each) for each in ("a1-1", "a1-b", "a1-p1")] == [False, True, True]


def test_headings_of_chapters_are_passages_and_no_provisions():
    assert CHARTER.is_passage("k2")
    assert not CHARTER.is_provision("k2")
    assert CHAPTERS.as_printed(4, "en") == "Chapter IV"
    assert CHAPTERS.label_of(4, "en") == "Chapter 4"
    assert [ARTICLES.as_printed(4, locale) for locale in ("en", "tr", "fr")] == ["Article 4", "Madde 4", ""]


ROMAN = re.compile("(C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})")


@given(st.integers(1, 399))
def test_roman_numbers(value):
    """Read back by the rule of subtraction: a digit before a larger one counts against it."""
    digits = CHAPTERS.as_printed(value, "en").removeprefix("Chapter ")
    worth = [{"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}[digit] for digit in digits]
    assert ROMAN.fullmatch(digits)
    following = [*worth[1:], 0]
    assert value == sum(-each if each < after else each for each, after in zip(worth, following, strict=True))


def test_ids_are_split_and_listed_as_the_text_has_them():
    assert [split_id(each) for each in ("fn12", "ch", "a1-2-c", "É1", "1")] == [
        ("fn", "12", ()),
        ("ch", "", ()),
        ("a", "1", ("2", "c")),
        ("", "", ()),
        ("", "", ()),
    ]
    assert ranges(["bg1", "ch", "c1", "c2", "c10"]) == "bg1, ch, c1–c2, c10"
    assert ranges([]) == ""


@cases("declaration/parts.yaml")
def test_problems_of_parts(case):
    with pytest.raises(SourceError) as raised:
        read_parts(Cursor(parse(case["parts"], "x.yaml"), "x.yaml"), ("tr", "en"))
    found = raised.value.problems
    assert [f"{each.line}:{each.column}: {each.rule}" for each in found] == case["problems"]
    assert all(each.told("tr") and each.told("en") and each.told("tr") != each.told("en") for each in found)

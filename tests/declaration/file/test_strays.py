"""Words without an id: every word of a file is in a passage, in the title, or in a problem."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from declaration.file.read import TextFile
from declaration.file.strays import stray_problems
from support.parts import PARTS

IDS = ("r1", "c1", "c2", "c3")
TYPED = ["{#C3}", "{#c 3}", "{c3}", "{#c3", "#c3}", "{#c3}.", "(#c3)", "{#c03}", "{#ç3}", "{# c3", "{:#c3", "{#c-3}"]


def problems(markdown, ids=IDS):
    return list(stray_problems(TextFile.parse(markdown, PARTS, "en", "x.md", "Title"), ids, "Title"))


@pytest.mark.parametrize("typed", TYPED)
def test_near_misses_of_an_id_are_guessed(typed):
    found = problems(f"First words\n{{#c2}}\n\nLast words;\n{typed}\n")
    assert {(each.rule, each.line) for each in found} >= {("words-without-id", 4)}
    assert "{#c3}" in [each.fix for each in found]
    assert all(each.example or each.fix for each in found)


@pytest.mark.parametrize("typed", ["{#a28}", "{#fn}", "(UNHCR)", "{#c2}}", "{#r1", ""])
def test_what_is_near_no_unused_id_is_not_guessed(typed):
    found = problems(f"First words\n{{#r1}}\n\nOther\n{{#c2}}\n\nLast words\n{typed}\n", ("r1", "c2", "c3"))
    assert [each.fix for each in found] == [""]
    assert "Last words" in found[0].told("en")


def test_only_an_item_is_told_that_its_part_may_lack_numbers():
    (item, provision), words = (problems(f"Words\n{{#{each}}}\n", ("r1",)) for each in ("c3-1", "z7")), "numbers"
    assert [(words in found.told("tr"), words in found.told("en")) for found in (*item, *provision)] == [
        (True, True),
        (False, False),
    ]


def test_spaces_within_the_braces_are_no_mistake():
    assert not problems("First words\n{ #c2 }\n\nOther words\n{: #c3 }\n")
    file = TextFile.parse("A\n{ #c2 }\n\nB\n{: #c3 }\n", PARTS, "en", "x.md")
    assert [each.place.line for each in file.passages] == [1, 4]


def test_the_only_heading_is_the_title():
    assert not problems("# Title\n\nWords\n{#c2}\n")
    (found,) = problems("# Another\n\nWords\n{#c2}\n")
    assert all("# Title" in words for words in (found.told("tr"), found.told("en")))


@pytest.mark.parametrize(("length", "shown"), [(60, "a" * 60), (61, f"{'a' * 60}…")])
def test_of_long_words_the_beginning_is_quoted(length, shown):
    (found,) = problems(f"First\n{{#r1}}\n\n{'a' * length}\n", ("r1",))
    assert f"“{shown}”" in found.told("tr")
    assert f"“{shown}”" in found.told("en")


def test_a_mistyped_id_is_quoted_with_the_words_around_it():
    (found,) = problems(f"{'b' * 30}{{#c7}}{'d' * 30}\n{{#r1}}\n", ("r1",))
    assert f"“{'b' * 20}{{#c7}}{'d' * 16}”" in found.told("tr")
    assert f"“{'b' * 20}{{#c7}}{'d' * 16}”" in found.told("en")
    assert (found.fix, found.example) == ("", "{#r1}")


WORD = st.text("abcdeğıöşü", min_size=1, max_size=6)
PIECE = st.sampled_from(
    ["{w}\n{{#c1}}", "1. {w}\n    {{#c2}}", "{w}", "## {w}", "## {w} {{#part}}", "> {w}", "- {w}\n- {w}", "<p>{w}</p>",
     "*{w}* **{w}**", "{w}<br>{w}", "| {w} |", "    {w}", "[{w}](#c1)", "{w}\n{{#c3 }}", "{w}\n{{#c3", "<div>{w}"]
)  # fmt: skip


@given(st.lists(st.tuples(PIECE, WORD), min_size=1, max_size=6))
def test_no_word_is_lost(pieces):
    """Every word typed comes back in a passage or in a problem."""
    marked = [(piece, f"{word}{number}x") for number, (piece, word) in enumerate(pieces)]
    markdown = "\n\n".join(piece.format(w=word) for piece, word in marked)
    file = TextFile.parse(markdown, PARTS, "en", "x.md")
    kept = " ".join([*(each.text for each in file.passages), *(each.text for each in file.strays)])
    assert [word for _, word in marked if word not in kept] == []

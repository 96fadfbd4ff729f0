"""What is marked as changed is what changed: nothing of it is lost, nothing else is marked."""

from hypothesis import given
from hypothesis import strategies as st

from publish.views.word_diff import CONTEXT, GAP, Piece, word_diff
from support.golden import cases

WORDS = st.lists(st.sampled_from(["ada", "bez", "can", "dal", "eda"]), max_size=30).map(" ".join)


def _marked(pieces, opening, closing):
    return " ".join(f"{opening}{each.words}{closing}" if each.changed else each.words for each in pieces)


@cases("publish/word_diff.yaml")
def test_what_is_shown(case):
    before, after = word_diff(case["before"], case["after"])
    assert (_marked(before, "[", "]"), _marked(after, "{", "}")) == (case["removed"], case["added"])


@given(WORDS, WORDS)
def test_unchanged_words_are_the_same_on_both_sides(before, after):
    left, right = word_diff(before, after)
    assert _kept(left) == _kept(right)


@given(WORDS, WORDS)
def test_words_are_those_of_the_text_in_their_order(before, after):
    for words, pieces in zip((before, after), word_diff(before, after), strict=True):
        parts = " ".join(each.words for each in pieces).split(GAP)
        rest = words
        for part in (each.strip() for each in parts):
            assert part in rest
            rest = rest[rest.index(part) + len(part) :]


@given(WORDS, WORDS)
def test_all_that_changed_is_shown(before, after):
    left, right = word_diff(before, after)
    removed, added = (sum(len(each.words.split()) for each in side if each.changed) for side in (left, right))
    assert len(before.split()) - removed == len(after.split()) - added
    assert (before.split() == after.split()) == (removed == added == 0)


def _kept(pieces):
    return [each.words for each in pieces if not each.changed and each.words != GAP]


def test_a_gap_stands_for_words_that_are_left_out():
    long = " ".join("abcdefghijklmnop")
    before, after = word_diff(long, f"{long} son")
    assert before == (Piece(GAP), Piece(" ".join("lmnop")))
    assert len(before[1].words.split()) == CONTEXT
    assert after == (*before, Piece("son", changed=True))

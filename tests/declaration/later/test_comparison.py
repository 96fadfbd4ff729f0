"""What became of every provision in a later text."""

from types import SimpleNamespace

from hypothesis import given
from hypothesis import strategies as st

from declaration.assemble import Words
from declaration.later.comparison import compare
from declaration.model import Declaration, Passage, Place, Run
from support.golden import cases
from support.parts import provision

IDS = ["r1", "r2", "s1", "c1", "c2", "c3"]
TEXTS = st.dictionaries(st.sampled_from(IDS), st.sampled_from(["Bir", "İki", "Bir İki", "Üç"]), max_size=6)


def _words(key, texts):
    provisions = tuple(provision(Passage(each, "tr", (Run(text),), Place("x.md", 1))) for each, text in texts.items())
    declaration = Declaration(key, "tr", key, True, provisions, {})  # noqa: FBT003
    return Words(SimpleNamespace(key=key), SimpleNamespace(original="tr", ids=tuple(texts)), {"tr": declaration})


def _compared(earlier, later):
    return compare(_words("2020", earlier), _words("2024", later))


@cases("declaration/comparison.yaml")
def test_fates(case):
    found = _compared(case["earlier"], case["later"])
    assert [[each.earlier, each.later, str(each.fate)] for each in found] == case["compared"]


@given(TEXTS, TEXTS)
def test_every_provision_of_both_texts_is_told_once_and_truly(earlier, later):
    found = _compared(earlier, later)
    assert sorted(each.earlier for each in found if each.earlier) == sorted(earlier)
    assert sorted(each.later for each in found if each.later) == sorted(later)
    assert len({each.anchor for each in found}) == len(found)
    for each in found:
        assert (each.fate == "new") == (not each.earlier)
        assert (each.fate == "gone") == (not each.later)
        if each.earlier and each.later:
            same, in_place = earlier[each.earlier] == later[each.later], each.earlier == each.later
            assert each.fate is ("changed" if not same else "kept" if in_place else "moved")
            assert same or in_place


@given(TEXTS)
def test_a_text_compared_with_itself_is_kept(texts):
    assert {each.fate for each in _compared(texts, texts)} <= {"kept"}

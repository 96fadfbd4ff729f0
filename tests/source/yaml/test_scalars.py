"""Texts as YAML scalars."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from source.yaml.scalars import written

ANY = st.text(st.characters(codec="utf-8", exclude_characters="\ufffe\uffff")) | st.text(
    "#: '\"\\-?ğİ1aA\n\t,&*%@|>{}[]~."
)


@given(ANY)
def test_reads_the_same_wherever_it_stands(text: str) -> None:
    for around in ("a:\n  b: {}\n  c: d\n", "- {}\n- a\n", "a:\n  - {}\n"):
        tree = yaml.load(around.format(written(text)), yaml.BaseLoader)  # noqa: S506
        assert text in str(tree) or text in _texts(tree)
        assert text in _texts(tree)


def _texts(tree: object) -> list[object]:
    if isinstance(tree, dict | list):
        return [text for part in (tree.values() if isinstance(tree, dict) else tree) for text in _texts(part)]
    return [tree]


@given(
    st.text(st.characters(codec="utf-8"), max_size=10)
    | st.sampled_from(["no", "Yes", "~", "null", "0x1", "1e3", ".5", "1_0", "12:30"])
)
def test_readers_that_know_types_take_it_for_text_or_for_a_number_that_looks_the_same(text: str) -> None:
    value = yaml.safe_load(f"a: {written(text)}")["a"]
    assert str(value) == text


@pytest.mark.parametrize(
    "text", ["2021", "2022-01", "16", "deneme-bursa", "Örnek'in Belediyesi", "https://a.example/#b", "İI"]
)
def test_quotes_only_where_they_are_needed(text: str) -> None:
    assert written(text) == text

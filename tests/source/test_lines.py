"""Offsets and places."""

from hypothesis import given
from hypothesis import strategies as st

from source.lines import Lines


@given(st.text("a\nğ"))
def test_every_offset_has_its_place(text: str) -> None:
    lines = Lines(text)
    for offset, letter in enumerate(text):
        line, column = lines.place(offset)
        assert (lines.line(line) + "\n")[column - 1] == letter
        assert text.count("\n", 0, offset) == line - 1
    assert [lines.line(number + 1) for number in range(text.count("\n") + 1)] == text.split("\n")

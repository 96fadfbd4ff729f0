"""Comments, which the parser of YAML does not keep."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from source.lines import Lines
from source.yaml.comments import Comment, comments

TEXT = """\
# baş
a: b # yanında
d: "x # metin" # ğ yanında
e: |  # blok
  # metin
  metin
# kendi satırında
f: 'ğü#' # sonra
g: düz#metin
h: iki
  satır#lı # sonda
i: [a, # içeride
  b]
  # girintili
"""


def test_finds_comments_and_nothing_else() -> None:
    assert list(comments(Lines(TEXT))) == [
        Comment("# baş", 1, 1, alone=True),
        Comment("# yanında", 2, 6, alone=False),
        Comment("# ğ yanında", 3, 16, alone=False),
        Comment("# blok", 4, 7, alone=False),
        Comment("# kendi satırında", 7, 1, alone=True),
        Comment("# sonra", 8, 10, alone=False),
        Comment("# sonda", 11, 12, alone=False),
        Comment("# içeride", 12, 8, alone=False),
        Comment("# girintili", 14, 3, alone=True),
    ]


@given(st.lists(st.text("a#ğ \"'|-:", max_size=12)))
def test_what_is_left_without_them_has_the_same_values(values: list[str]) -> None:
    """Cut out what is found: the values stay, and no comment is left."""
    dumped = yaml.safe_dump(values, allow_unicode=True, default_flow_style=False, width=1000)
    strewn = "".join(f"{line} # x#y\n# z\n" if line else "" for line in dumped.split("\n"))
    lines = Lines(strewn)
    rest = strewn.split("\n")
    found = list(comments(lines))
    for comment in found:
        rest[comment.line - 1] = rest[comment.line - 1][: comment.column - 1]
    assert yaml.safe_load("\n".join(rest)) == values
    assert len(found) == 2 * len(dumped.split("\n")[:-1])
    assert list(comments(Lines("\n".join(rest)))) == []


@pytest.mark.parametrize("end", ["\n", "\x85", "\u2028", "\u2029"])
def test_a_comment_ends_where_the_parser_ends_the_line(end):
    """The rest was comment and value at once, and came out of `format` twice."""
    (comment,) = comments(Lines(text := f"a: 1 # not{end}b: 2\n"))
    assert comment.text == "# not"
    assert yaml.safe_load(text) == {"a": 1, "b": 2}

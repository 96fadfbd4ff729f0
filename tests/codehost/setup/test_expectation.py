"""What an answer lacks of what is expected."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from codehost.setup.expectation import Difference, differences

PULL = {"type": "pull_request", "parameters": {"count": "[2-9]", "stale": "true"}}


@pytest.mark.parametrize(
    ("expected", "answer", "found"),
    [
        ("true", True, []),
        ("false", False, []),
        ("true", False, [("", "false")]),
        ("1", 1, []),
        ("null", None, []),
        ("a | b", "b", []),
        ("a | b", "c", [("", "c")]),
        ("https://?* | mailto:?*", "https://", [("", "https://")]),
        ("https://?* | mailto:?*", "", [("", "")]),
        ("v[*]", "v*", []),
        ("v[*]", "v1", [("", "v1")]),
        ({"a": "x"}, {"a": "x", "b": "y"}, []),
        ({"a": {"b": "x"}}, {"a": {"b": "y"}}, [("a.b", "y")]),
        ({"a": {"b": "x"}}, {"a": None}, [("a", "null")]),
        ([], [], []),
        ([], ["x"], [("", "x")]),
        (["a", "b"], ["b", "c", "a"], []),
        (["?", "?"], ["a"], [("[?]", "")]),
        ([["[*]", "@?*", "@?*"]], [[], ["*", "@a", "@b"]], []),
        ([["[*]", "@?*", "@?*"]], [["*", "@a"]], [("[[*]]", "")]),
        ([["[*]", "@?*", "@?*"]], [["/data/", "@a", "@b"]], [("[[*]]", "")]),
        ([{"name": "a"}], [{"name": "b"}], [("[a]", "")]),
        ([{"name": "a"}], None, [("[a]", "")]),
        ([PULL], [{"type": "deletion"}, {"type": "pull_request", "parameters": {"count": 2, "stale": True}}], []),
        ([PULL], [{"type": "pull_request", "parameters": {"count": 1}}], [
            ("[pull_request].parameters.count", "1"),
            ("[pull_request].parameters.stale", ""),
        ]),
    ],
)  # fmt: skip
def test_differences(expected, answer, found: list[tuple[str, str]]):
    assert list(differences(expected, answer)) == [Difference(*each) for each in found]


def test_a_field_that_the_answer_lacks_is_hidden():
    assert list(differences({"a": {"b": "x"}}, {"a": {}})) == [Difference("a.b", "", hidden=True)]


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(st.characters(exclude_characters="*?[]|"), min_size=1),
    lambda below: st.lists(below, max_size=4) | st.dictionaries(st.text(max_size=3), below, max_size=4),
    max_leaves=12,
)


def plain(answer):
    """Return an answer as a data file would write it."""
    if isinstance(answer, dict):
        return {key: plain(value) for key, value in answer.items()}
    if isinstance(answer, list):
        return [plain(value) for value in answer]
    return answer if isinstance(answer, str) else json.dumps(answer)


@given(_JSON)
def test_every_answer_is_as_it_is(answer):
    assert list(differences(plain(answer), answer)) == []


@given(_JSON, _JSON)
def test_no_answer_is_too_strange(expected, answer):
    assert all(isinstance(each, Difference) for each in differences(plain(expected), answer))

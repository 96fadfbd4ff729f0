"""The YAML reader, against PyYAML's own loaders."""

from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from source.problems.problem import SourceError
from source.yaml.nodes import Fields, Items, Node, Scalar, mappings, scalars
from source.yaml.reader import MAX_DEPTH, compose, parse

VALUES = st.recursive(
    st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text("abcğİı:# -", min_size=1, max_size=5), inner),
    max_leaves=20,
)


def plain(node: Node) -> Any:
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Items):
        return [plain(item) for item in node.nodes]
    return {key: plain(value) for key, value in node.nodes.items()}


@pytest.mark.slow
@given(st.dictionaries(st.text("abc", min_size=1), VALUES), st.sampled_from([True, False]), st.integers(5, 200))
def test_reads_what_pyyaml_reads(value: Any, flow: Any, width: int) -> None:
    text = yaml.safe_dump(value, default_flow_style=flow, allow_unicode=True, width=width)
    assert plain(parse(text, "x")) == yaml.load(text, yaml.BaseLoader)  # noqa: S506


@pytest.mark.slow
@given(st.dictionaries(st.text("abc", min_size=1), VALUES), st.sampled_from([True, False]))
def test_places_are_those_of_pyyaml(value: Any, flow: Any) -> None:
    text = yaml.safe_dump(value, default_flow_style=flow, allow_unicode=True)
    events = yaml.parse(text, Loader=yaml.SafeLoader)
    marks = [event.start_mark for event in events if isinstance(event, yaml.ScalarEvent)]
    expected = sorted((mark.line + 1, mark.column + 1) for mark in marks)
    assert sorted((node.line, node.column) for node in scalars(parse(text, "x"))) == expected


def test_every_scalar_stays_text() -> None:
    words = ["no", "01", "0x10", "1e3", "2022-01-05", "~", "null", "12:30", "=", ".inf", "1_000", "on"]
    assert plain(parse("\n".join(f"- {word}" for word in words), "x")) == words


def test_keeps_places() -> None:
    tree = parse('a:\n  - "ğ": İ\n    x: [1, {b: 2}]\n', "x")
    assert isinstance(tree, Fields)
    (item,) = tree.items("a")
    assert isinstance(item, Fields)
    assert (item.line, item.column) == (2, 5)
    assert item.text("ğ") == Scalar("İ", 2, 10)
    assert [(each.line, each.column) for each in mappings(tree)] == [(1, 1), (2, 5), (3, 12)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a: 1\na: 2\nb: {c: 1, c: 2, c: 3}", ["2:1", "3:11", "3:17"]),
        ('a: 1\n"a": 2', ["2:1"]),
    ],
)
def test_a_key_stands_once(text: str, found: list[str]) -> None:
    with pytest.raises(SourceError) as raised:
        parse(text, "x")
    assert [f"{problem.line}:{problem.column}" for problem in raised.value.problems] == found
    assert {problem.rule for problem in raised.value.problems} == {"duplicate-key"}
    assert isinstance(compose(text, "x"), Fields)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("a: &b c", "1:4 yaml-anchor"),
        ("a: *b", "1:4 yaml-alias"),
        ("a: !!str b", "1:4 yaml-tag"),
        ("a: ! b", "1:4 yaml-tag"),
        ("a: b\n---\nc: d", "2:1 yaml-document"),
        ("%TAG ! x:\n---\na: b", "1:1 yaml-tag"),
        ("[a]: b", "1:1 yaml-key"),
        ("? {a: b}\n: c", "1:3 yaml-key"),
        ("x" * 101 + ": c", "1:1 yaml-key"),
        ("# a\n", "2:1 file-empty"),
        ("", "1:1 file-empty"),
        ("a: b\n\tc: d", "2:1 yaml-syntax"),
        ("a: 'b", "1:6 yaml-syntax"),
        ("a: b: c", "1:5 yaml-syntax"),
        ("ğ: \x07", "1:4 control-character"),
        ("a: b\n<<<<<<< x\n", "2:1 merge-conflict"),
        ("a: " + "[" * 2000, f"1:{MAX_DEPTH + 4} yaml-size"),
    ],
)
def test_refuses_at_the_place(text: str, problem: str) -> None:
    with pytest.raises(SourceError) as raised:
        compose(text, "x")
    (found,) = raised.value.problems
    assert f"{found.line}:{found.column} {found.rule}" == problem


@pytest.mark.parametrize("end", ["\x85", "\u2028", "\u2029", "\r", "\r\n", "\n"])
def test_lines_are_counted_as_an_editor_counts_them(end: str) -> None:
    text = f'a: "b{end}"\nç: d'
    tree = compose(text, "x")
    assert isinstance(tree, Fields)
    lines = text.split("\n")
    for key in tree.keys:
        assert lines[key.line - 1].startswith(key.text, key.column - 1)


def test_a_file_of_as_many_nodes_as_allowed_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """A mapping, its key, a list and two texts are five."""
    monkeypatch.setattr("source.yaml.reader.MAX_NODES", 5)
    assert plain(compose("a: [b, c]\n", "x")) == {"a": ["b", "c"]}
    with pytest.raises(SourceError) as error:
        compose("a: [b, c, d]\n", "x")
    assert [(each.rule, each.line, each.column) for each in error.value.problems] == [("yaml-size", 1, 11)]


@pytest.mark.parametrize("node", [Scalar(""), Items(()), Fields({})])
def test_what_is_in_no_file_is_at_its_beginning(node: Node) -> None:
    assert (node.line, node.column) == (1, 1)


@pytest.mark.parametrize(("opening", "closing"), [("{a: ", "}"), ("[", "]")])
def test_a_file_as_deep_as_allowed_is_read(opening: str, closing: str) -> None:
    """A text is one level below the list or mapping that it is in, and so is a key."""
    assert plain(compose(opening * MAX_DEPTH + "b" + closing * MAX_DEPTH, "x"))
    with pytest.raises(SourceError) as error:
        compose(opening * (MAX_DEPTH + 1) + "b" + closing * (MAX_DEPTH + 1), "x")
    assert [each.rule for each in error.value.problems] == ["yaml-size"]


def test_a_key_of_a_hundred_characters_is_read() -> None:
    assert plain(compose(f"{'a' * 100}: b\n", "x")) == {"a" * 100: "b"}
    with pytest.raises(SourceError) as error:
        compose(f"{'a' * 101}: b\n", "x")
    assert [(each.rule, each.line, each.column) for each in error.value.problems] == [("yaml-key", 1, 1)]

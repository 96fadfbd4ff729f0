"""The canonical layout: it changes no value, keeps every comment, and leaves nothing to change."""

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from registry.file.document import Document, Entry
from registry.file.standard_layout import layout_problems
from source.problems.problem import SourceError
from support.golden import cases
from support.registry import BASE, CASES, SIGNATORY, render

TEXT = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=20) | st.sampled_from(
    [
        "no",
        "01",
        "2021",
        "2022-01",
        "~",
        "a: b",
        "a #b",
        "#",
        "- a",
        "'a'",
        '"',
        "\\",
        "\n",
        "\t",
        " a",
        "İğ",
        "",
        "[",
        "&a",
    ]
)
KEYS = st.sampled_from([field.key for field in SIGNATORY] + ["nufus", "a b", "#", "01"]) | TEXT
VALUES = st.recursive(
    TEXT, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3), max_leaves=8
)
COMMENTS = st.lists(
    st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc", "Zl", "Zp", "Zs"])).map("# {}x".format),
    max_size=2,
)
FIELDS = st.dictionaries(KEYS, VALUES, max_size=5)
IDS = st.from_regex("[a-z0-9]{1,3}(-[a-z0-9]{1,3})?", fullmatch=True)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    ids = draw(st.lists(IDS, unique=True, max_size=4))
    entries = [Entry({**draw(FIELDS), "id": identifier}, tuple(draw(COMMENTS))) for identifier in ids]
    return Document.of(draw(COMMENTS), entries)


@pytest.mark.slow
@given(documents())
def test_what_is_written_reads_the_same(document: Document) -> None:
    text = render(document)
    assert Document.from_yaml(text, "x") == document
    assert render(Document.from_yaml(text, "x")) == text


@pytest.mark.slow
@given(documents(), st.booleans(), st.sampled_from([None, "'", '"']), st.integers(4, 200), st.data())
def test_format_keeps_values_and_comments(
    document: Document, flow: Any, quotes: str | None, width: int, data: st.DataObject
) -> None:
    """A layout that PyYAML chooses, with comments strewn over it, comes out with the same values and comments."""
    entries = [entry.fields for entry in data.draw(st.permutations(document.entries))]
    dumped = yaml.dump(
        {"signatories": entries}, allow_unicode=True, default_flow_style=flow, default_style=quotes, width=width
    )
    lines = dumped.split("\n")
    strewn = []
    for place in () if _has_long_texts(dumped) else data.draw(st.lists(st.integers(0, len(lines)), max_size=4)):
        strewn.append(data.draw(st.sampled_from(["# bir", "    # iki", "#", ""])))
        lines.insert(place, strewn[-1])
    text = "\n".join(lines)
    formatted = render(Document.from_yaml(text, "x"))
    expected = sorted(yaml.load(text, yaml.BaseLoader)["signatories"], key=lambda entry: entry["id"])  # noqa: S506
    assert yaml.load(formatted, yaml.BaseLoader) == {"signatories": expected}  # noqa: S506
    assert _comments(formatted) == _comments("\n".join(strewn))
    assert render(Document.from_yaml(formatted, "x")) == formatted


def _has_long_texts(dumped: str) -> bool:
    """Whether a text runs over several lines, where a strewn comment would be part of it."""
    events = yaml.parse(dumped, Loader=yaml.BaseLoader)
    return any(isinstance(event, yaml.ScalarEvent) and event.start_mark.line != event.end_mark.line for event in events)


def _comments(text: str) -> Counter[str]:
    return Counter(line.strip() for line in text.split("\n") if line.lstrip().startswith("#"))


@cases("registry/format.yaml")
def test_lays_out(case: dict[str, Any]) -> None:
    assert render(Document.from_yaml(case["written"], "x")) == case["formatted"]


@pytest.mark.parametrize("path", sorted((CASES / "good").iterdir()), ids=lambda path: path.stem)
def test_a_good_file_keeps_its_values(path: Path) -> None:
    text = path.read_text(encoding="utf-8-sig")
    formatted = render(Document.from_yaml(text, "x"))
    values = yaml.load(text, yaml.BaseLoader)["signatories"]  # noqa: S506
    assert yaml.load(formatted, yaml.BaseLoader)["signatories"] == sorted(values, key=lambda entry: entry["id"])  # noqa: S506
    assert _comments(formatted) == _comments(text)


def test_the_golden_file_is_laid_out() -> None:
    assert render(Document.from_yaml(BASE, "x")) == BASE


def test_refuses_what_has_no_ids() -> None:
    for text in (
        "[]",
        "signatories: {}",
        "signatories: [a]",
        "signatories: [{id: ''}]",
        "signatories: [{id: a}, {id: a}]",
    ):
        with pytest.raises(SourceError) as raised:
            Document.from_yaml(text, "x")
        assert [problem.rule for problem in raised.value.problems] == ["wrong-shape"]


def test_tells_the_first_line_out_of_place() -> None:
    (problem,) = layout_problems(BASE.replace("16", '"16"').encode(), BASE.encode(), "a.yaml")
    assert (problem.rule, problem.line, problem.column) == ("layout", 8, 1)
    assert problem.fix == ".venv/bin/python scripts/signatories.py format a.yaml"
    assert layout_problems(BASE.replace("\n", "\r\n").encode(), BASE.encode(), "a.yaml")[0].line == 1
    assert layout_problems(BASE.encode()[:-1], BASE.encode(), "a.yaml")
    assert layout_problems(BASE.encode(), BASE.encode(), "a.yaml") == []


@pytest.mark.parametrize("end", ["\x85", "\u2028", "\u2029"])
def test_an_entry_behind_an_odd_line_end_is_there_once(end):
    text = BASE.replace("  - id:", f"  # not{end}  - id:", 1)
    assert yaml.safe_load(render(Document.from_yaml(text, "x"))) == yaml.safe_load(BASE)
    assert render(Document.from_yaml(text, "x")).count("- id:") == BASE.count("- id:")
